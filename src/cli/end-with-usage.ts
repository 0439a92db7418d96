/**
 * Ends a command that could not do what it was asked, with 2: what is wrong, and how it is called.
 *
 * @param usage not told twice
 */
export function endWithUsage(error: unknown, usage: string): void {
  const told = error instanceof Error ? error.message : `${error}`;
  console.error(told.includes(usage) ? told : `${told}\n${usage}`);
  process.exitCode = 2;
}
