import type { PhrasingContent, Root, Text } from 'mdast';
import { countWhile } from '../bytes/halving.ts';
import { visit, visitAll } from './visit.ts';

/** Neither what ends a word nor what follows an address, in Latin or in full-width punctuation. */
const address = /\bhttps?:\/\/[^\s<>`“”„»«’‘」』》）】。，、；：！？|]+/giu;

/**
 * Links the addresses that nobody marked as such. GFM
 * (https://github.github.com/gfm/#autolinks-extension-) finds too much for these files: the name of a
 * virus (`Win32/Mywife@E.mm`) is no mail address, a name without a scheme may be that of a false server,
 * an address with `<placeholders>`, or one whose slashes the author escaped, is a pattern, and no address
 * goes on behind a closing quotation mark or a full stop of Chinese.
 */
export function linkAddresses(root: Root, source: string): void {
  visitAll(root, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') return 'skip';
    if ('children' in node && node.children.some(hasAddress))
      node.children = (node.children as PhrasingContent[]).flatMap((child) =>
        hasAddress(child) ? withLinks(child, source) : [child],
      ) as typeof node.children;
    return undefined;
  });
}

/** Where GFM’s addresses end, and nothing else changes: an empty comment, which is taken out of the tree again. */
export const endMark = '<!---->';
const fullWidth = /[\u2018-\u201F\u2026\u3000-\u303F\uFF00-\uFF65]/g;

/**
 * Ends the addresses that GFM finds where punctuation of Chinese begins. For GFM `https://a.example/faq）。**更多**`
 * is one address up to the next white space. The text is parsed again with an end there, so that what follows is
 * Markdown.
 *
 * @param root the tree of `source`, as `parse` makes it
 */
export function withAddressesEnded(root: Root, source: string, parse: (source: string) => Root): Root {
  const ends: number[] = [];
  visit(root, 'link', ({ children: [only], position }) => {
    const start = position?.start.offset;
    // One in brackets is as its author wanted it.
    if (only?.type !== 'text' || start === undefined || !source.startsWith(only.value, start)) return;
    for (const { index } of only.value.matchAll(fullWidth)) ends.push(start + index);
  });
  if (ends.length === 0) {
    if (source.includes(endMark)) takeOutMarks(root, []);
    return root;
  }
  const pieces = [0, ...ends].map((from, at) => source.slice(from, ends[at]));
  const ended = parse(pieces.join(endMark));
  takeOutMarks(ended, ends);
  return ended;
}

/** @param ends where a mark was put into the source, in its order */
function takeOutMarks(root: Root, ends: readonly number[]): void {
  // How many marks begin before a place in the text with marks.
  const before = (offset: number): number =>
    countWhile(ends.length, (at) => (ends[at] ?? 0) + at * endMark.length < offset);
  const moved = new Set<object>();
  visitAll(root, (node) => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point?.offset === undefined || moved.has(point)) continue;
      moved.add(point);
      point.offset -= before(point.offset) * endMark.length;
    }
    if (!('children' in node) || !node.children.some(isMark)) return;
    const children: PhrasingContent[] = [];
    for (const child of node.children.filter((one) => !isMark(one)) as PhrasingContent[]) {
      const last = children.at(-1);
      if (child.type !== 'text' || last?.type !== 'text') children.push(child);
      else {
        last.value += child.value;
        if (last.position && child.position) last.position.end = child.position.end;
      }
    }
    node.children = children as typeof node.children;
  });
}

const isMark = (node: { type: string; value?: string }): boolean =>
  node.type === 'html' && node.value === endMark;

const hasAddress = (node: { type: string; value?: string }): node is Text =>
  node.type === 'text' && node.value?.includes('://') === true;

function withLinks(text: Text, source: string): PhrasingContent[] {
  const written = source.slice(text.position?.start.offset, text.position?.end.offset);
  if (/https?:\\?\/?\\\//i.test(written)) return [text];
  const pieces: PhrasingContent[] = [];
  let done = 0;
  const plain = (to: number) => {
    if (to > done) pieces.push({ ...text, value: text.value.slice(done, to) });
  };
  for (const { 0: found, index } of text.value.matchAll(address)) {
    const url = withoutTail(found);
    if (text.value.startsWith('<', index + found.length) || url.length <= 'https://'.length) continue;
    plain(index);
    const link: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: url }] };
    pieces.push(text.position === undefined ? link : { ...link, position: text.position });
    done = index + url.length;
  }
  if (done === 0) return [text];
  plain(text.value.length);
  return pieces;
}

/** Punctuation at the end belongs to the sentence, and so does a bracket that did not open in the address. */
function withoutTail(found: string): string {
  const url = found.replace(/[?!.,:;*_~'"\]]+$/, '');
  const opened = url.split('(').length;
  return url.endsWith(')') && url.split(')').length > opened ? withoutTail(url.slice(0, -1)) : url;
}
