import { countWhile } from '../bytes/halving.ts';

/** A part of a text, up to, but not with, `to`. */
export type Range = readonly [from: number, to: number];

export interface FencedCode {
  readonly lines: readonly { readonly line: string; readonly at: number }[];
  /** From the line after the mark to the line of the mark that ends it. */
  readonly ranges: readonly Range[];
  /** What is written behind the marks, which is for programs. */
  readonly infos: readonly Range[];
}

const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;

/** Code between fences as they begin lines, also in lists and quotations (CommonMark 4.5). */
export function fencedCode(text: string): FencedCode {
  const lines: { line: string; at: number }[] = [];
  const ranges: Range[] = [];
  const infos: Range[] = [];
  if (!text.includes('```') && !text.includes('~~~')) return { lines, ranges, infos };
  let open: { mark: string; from: number } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const [before, mark] = fence.exec(line) ?? hangingFence(line);
    const next = at + line.length + 1;
    if (open === undefined && before !== undefined && mark !== undefined) {
      open = { mark, from: next };
      infos.push([at + before.length, next - 1]);
    } else if (open !== undefined && mark?.startsWith(open.mark) && line.trim().endsWith(mark)) {
      ranges.push([open.from, at]);
      open = undefined;
    } else if (open !== undefined && line.trim() !== '')
      lines.push({ line: line.replace(/^[ \t]*(?:>[ \t]?)*/, '').trim(), at });
    at = next;
  }
  if (open !== undefined) ranges.push([open.from, text.length]);
  return { lines, ranges, infos };
}

/** A fence that a converter put at the end of a line of text; the next one closes it (repairs/line-repairs.ts). */
function hangingFence(line: string): readonly string[] {
  const isHanging = /[^`\s][ \t]*`{3}[ \t]*$/.test(line) && line.split('```').length % 2 === 0;
  return isHanging ? [line, '```'] : [];
}

const inlineCode = /(?<!`)(`+)(?!`)([^\n]{0,400}?[^`\n])\1(?!`)/g;

/** The text changed in one way between the ranges, and in another within them. */
export function changedAround(
  text: string,
  ranges: readonly Range[],
  between: (piece: string) => string,
  within: (piece: string) => string,
): string {
  const pieces: string[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    pieces.push(between(text.slice(end, from)), within(text.slice(from, to)));
    end = to;
  }
  return pieces.join('') + between(text.slice(end));
}

/** Without the `&` of code, where a reference is what it looks like. */
export function withPlainCode(text: string, fenced: readonly Range[]): string {
  const plain = (code: string): string => code.replaceAll('&', ' ');
  return changedAround(text, fenced, (piece) => piece.replace(inlineCode, plain), plain);
}

/** Code between backticks on one line. */
export const inlineCodeIn = (text: string): Range[] =>
  [...text.matchAll(inlineCode)].map(({ 0: code, index }) => [index, index + code.length]);

/** @param ranges in their order */
export function isInside(at: number, ranges: readonly Range[]): boolean {
  const next = countWhile(ranges.length, (range) => (ranges[range]?.[1] ?? 0) <= at);
  return at >= (ranges[next]?.[0] ?? Number.POSITIVE_INFINITY);
}
