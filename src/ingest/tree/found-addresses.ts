import type { PhrasingContent, Root, Text } from 'mdast';
import { visitAll } from './visit.ts';

/** Neither what ends a word nor what stands behind an address, in Latin or in full-width punctuation. */
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
