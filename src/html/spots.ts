import { attributeOf, isPlacedElement, nodesOf, type PlacedNode, textOf } from './places.ts';

/** Something in a text that a note can follow. */
export interface Spot {
  readonly kind: 'link' | 'code' | 'text';
  /** The address of a link, a line of code, or a word without the punctuation around it. */
  readonly content: string;
  /** Where in the HTML a note about it goes: after the word, or after the link or the code that it is in. */
  readonly end: number;
}

/** The links, the lines of code and the words of a piece of HTML, in its order. */
export const spotsIn = (html: string): Spot[] =>
  nodesOf(html).flatMap((node) => spotsOf(node, html, undefined));

/** @param after the end of the link or code around the node: a note inside it would be a part of it */
function spotsOf(node: PlacedNode, html: string, after: number | undefined): Spot[] {
  const place = node.sourceCodeLocation;
  if (!place) return [];
  if (node.nodeName === '#text')
    return wordsIn(html.slice(place.startOffset, place.endOffset), place.startOffset).map(
      ({ content, end }): Spot => ({ kind: 'text', content, end: after ?? end }),
    );
  if (!isPlacedElement(node)) return [];
  const end = after ?? place.endOffset;
  if (node.tagName === 'pre')
    return textOf(node)
      .split('\n')
      .map((line): Spot => ({ kind: 'code', content: line.trim().replace(/\s+/g, ' '), end }));
  const whole = node.tagName === 'a' || node.tagName === 'code';
  const inner = node.childNodes.flatMap((child) => spotsOf(child, html, whole ? end : after));
  return node.tagName === 'a'
    ? [{ kind: 'link', content: attributeOf(node, 'href') ?? '', end }, ...inner]
    : inner;
}

/** @param start where the run of text begins in the HTML */
function wordsIn(run: string, start: number): { content: string; end: number }[] {
  return [...run.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const characters = charactersOf(word);
    const text = characters.map(({ character }) => character).join('');
    const [from, length] = boundsOfWord(text);
    const bare = text.slice(from, length);
    const written = characters.slice(0, length).reduce((sum, { source }) => sum + source.length, 0);
    return { content: bare, end: start + index + written };
  });
}

const before = new Set('("\'“„«（');
const behind = new Set(')"\'”“».,;:!?，。；：！？）');

/** Where a word begins and ends without the punctuation around it; counted, not sought by going back and forth. */
function boundsOfWord(text: string): [from: number, to: number] {
  let [from, to] = [0, text.length];
  while (from < to && before.has(text[from] ?? '')) from += 1;
  while (to > from && behind.has(text[to - 1] ?? '')) to -= 1;
  return [from, to];
}

/** Each code unit of a word with how it is written: `&#x26;` is one of them. */
function charactersOf(word: string): { character: string; source: string }[] {
  return [...word.matchAll(/&#?\w+;|[\s\S]/g)].flatMap(({ 0: source }) => {
    const [node] = source.length === 1 ? [] : nodesOf(source);
    const text = node !== undefined && 'value' in node ? node.value : source;
    return text.split('').map((character, at) => ({ character, source: at === 0 ? source : '' }));
  });
}
