import { countWhile } from './halving.ts';

/**
 * Says on which line of a text a place is.
 *
 * @param first the number of its first line
 */
export function lineFinder(text: string, first = 1): (at: number) => number {
  const ends: number[] = [];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) ends.push(end);
  return (at) => first + countWhile(ends.length, (end) => (ends[end] ?? 0) < at);
}
