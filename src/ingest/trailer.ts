import type { Root } from 'mdast';
import { lineOf, plainText } from './markdown.ts';

/** A line at the very end that tells when a page was generated: `*Built at 2014-04-18T13:49:36Z-07:00*`. */
export function dropTrailer(root: Root): number | undefined {
  const at = root.children.findLastIndex((node) => node.type !== 'html' && plainText(node) !== '');
  const last = root.children[at];
  if (last?.type !== 'paragraph') return undefined;
  const text = plainText(last);
  const emphasised = last.children.every(
    ({ type, ...child }) => type === 'emphasis' || ('value' in child && child.value.trim() === ''),
  );
  const stamped = /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/.test(text) && /\d{2,4}\D\d{1,2}\D\d{1,4}/.test(text);
  const zoned = /\d{1,2}:\d{2}(?::\d{2})?\s*(?:Z|[+-]\d{2}:?\d{2})/.test(text);
  if (text.length > 100 || !stamped || !(emphasised || zoned)) return undefined;
  root.children.splice(at);
  return lineOf(last);
}
