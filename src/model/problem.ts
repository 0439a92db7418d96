import { codePointOf } from './code-point.ts';

/**
 * What became of a file, or of the part of it that a problem names.
 *
 * - `refused`: no site is built until it is mended;
 * - `set-aside`: the site is built without this file;
 * - `repaired`: it is published, read in the way that the problem tells.
 */
export type Outcome = 'refused' | 'set-aside' | 'repaired';

/** Something wrong in a content file, told to the person who can mend it. */
export interface Problem {
  readonly outcome: Outcome;
  /** The rule, by a name that does not change: `duplicate-key`. */
  readonly rule: string;
  /** Path of the file as the publisher knows it. */
  readonly file: string;
  /** Counted from 1; absent where the whole file is meant. */
  readonly line?: number | undefined;
  /** The field concerned, as the file spells it. */
  readonly field?: string | undefined;
  /** What is wrong, with the value. */
  readonly what: string;
  /** The way out, or how it was read. */
  readonly remedy: string;
}

/** A problem before it is known in which file it stands. */
export type Finding = Omit<Problem, 'file'>;

/**
 * One line, the place first, so that a terminal makes it a link:
 * `content/advisories/954474/it.md:9 author: a no-break space after the colon; read as a space`
 */
export function formatProblem({ file, line, field, what, remedy }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return oneLine(`${field === undefined ? place : `${place} ${field}`}: ${what}; ${remedy}`);
}

/**
 * A text for a terminal or a log, on one line: what would end the line, move the cursor or turn the direction of
 * writing is shown by its number. A file may hold `\n::warning::` or an escape sequence, and quotes are from files.
 */
export const oneLine = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u{${codePointOf(character)}}`,
  );

const gravest: readonly Outcome[] = ['refused', 'set-aside', 'repaired'];

/** The order in which problems are told: gravest first, then by place. */
export function byGravity(a: Problem, b: Problem): number {
  return (
    gravest.indexOf(a.outcome) - gravest.indexOf(b.outcome) ||
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0)
  );
}

/** Code-unit order: the same on every machine, whatever its locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * How many problems there are of each outcome and, under it, of each rule, the most frequent first:
 * `repaired 64: invisible-mark 31, byte-order-mark 12`. One line for each outcome that occurs.
 */
export function problemCounts(problems: readonly Problem[]): string[] {
  return gravest.flatMap((outcome) => {
    const found = problems.filter((problem) => problem.outcome === outcome);
    if (found.length === 0) return [];
    const rules = [...Map.groupBy(found, ({ rule }) => rule)].map(([rule, { length }]) => ({ rule, length }));
    rules.sort((a, b) => b.length - a.length || compareText(a.rule, b.rule));
    return `${outcome} ${found.length}: ${rules.map(({ rule, length }) => `${rule} ${length}`).join(', ')}`;
  });
}
