/** How the configurations of servers are written. */

export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

const indented = (all: readonly string[]): string[] => all.map((line) => (line === '' ? '' : `  ${line}`));

/** `head { … }`, as all of them have it. */
export const block = (head: string, ...body: readonly string[]): string[] => [
  `${head} {`,
  ...indented(body),
  '}',
];

/** Text that stands for itself in a regular expression. */
export const escapedPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
