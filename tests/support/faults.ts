/** What is wrong, in words, and whether it was found. */
export type Fault = readonly [what: string, found: boolean];

/** The words of those that were found. */
export const told = (faults: readonly Fault[]): string[] =>
  faults.flatMap(([what, found]) => (found ? what : []));
