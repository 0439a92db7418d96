import type { Root } from 'mdast';
import { lineOf, plainText } from '../tree/markdown.ts';

/**
 * Takes away the line at the very end that tells when a page was generated: a date, and a time with its
 * zone, `*Built at 2014-04-18T13:49:36Z-07:00*`. No sentence of an advisory ends so.
 *
 * @returns its line
 */
export function dropTrailer(root: Root): number | undefined {
  const at = root.children.findLastIndex((node) => node.type !== 'html' && plainText(node) !== '');
  const last = root.children[at];
  if (last?.type !== 'paragraph') return undefined;
  const text = plainText(last);
  const zoned = /\d{1,2}:\d{2}(?::\d{2})?\s{0,3}(?:Z|[+-]\d{2}:?\d{2})/.test(text);
  if (text.length > 100 || !zoned || !/\d{2,4}\D\d{1,2}\D\d{1,4}/.test(text)) return undefined;
  root.children.splice(at, 1);
  return lineOf(last);
}
