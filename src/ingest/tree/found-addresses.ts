import type { Link, PhrasingContent, Root, Text } from 'mdast';
import { placeAt, visitAll } from './visit.ts';

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

/**
 * Ends the addresses that GFM found where punctuation of Chinese begins: `https://a.example/faq）。更多` goes on for
 * GFM up to the next white space. What follows is Markdown again.
 *
 * @param parse reads what follows an address
 */
export function endAddresses(root: Root, source: string, parse: (text: string) => PhrasingContent[]): void {
  visitAll(root, (node) => {
    if (!('children' in node) || !node.children.some((child) => runsOn(child, source))) return;
    node.children = (node.children as PhrasingContent[]).flatMap((child) =>
      runsOn(child, source) ? ended(child, parse) : [child],
    ) as typeof node.children;
  });
}

const fullWidth = /[\u2018-\u201F\u2026\u3000-\u303F\uFF00-\uFF65]/;

/** Whether a link was found by GFM, and holds such punctuation: one in brackets is as its author wanted it. */
const runsOn = (node: { type: string }, source: string): node is Link => {
  if (node.type !== 'link') return false;
  const { children, position } = node as Link;
  const [only] = children;
  return (
    only?.type === 'text' &&
    fullWidth.test(only.value) &&
    source.startsWith(only.value, position?.start.offset ?? source.length)
  );
};

function ended(link: Link, parse: (text: string) => PhrasingContent[]): PhrasingContent[] {
  const [text] = link.children as [Text];
  const length = text.value.search(fullWidth);
  const rest = text.value.slice(length);
  const own = withoutTail(text.value.slice(0, length));
  const url = link.url.slice(0, link.url.length - text.value.length) + own;
  const after = parse(text.value.slice(own.length, length) + rest);
  for (const node of after) placeAt(node, link.position);
  return [{ ...link, url, children: [{ ...text, value: own }] }, ...after];
}

/** The addresses of a text that is not parsed any further. */
export const addressesIn = (value: string): PhrasingContent[] => withLinks({ type: 'text', value }, value);

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
