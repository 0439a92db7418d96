import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/*
 * HTML as a parser reads it, with the place of everything in the text. What is changed is put together from
 * pieces of that text, so that all the rest stays as it was, byte for byte.
 */

export type PlacedElement = DefaultTreeAdapterTypes.Element;
export type PlacedNode = DefaultTreeAdapterTypes.ChildNode;

/** The nodes of a piece of HTML; each knows where in `html` it is. */
export const nodesOf = (html: string): readonly PlacedNode[] =>
  parseFragment(html, { sourceCodeLocationInfo: true }).childNodes;

/** The text of a piece of HTML, its character references read. */
export const textOfHtml = (html: string): string => nodesOf(html).map(textOf).join('');

/** The text of a node and of all in it. */
export function textOf(node: PlacedNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export const isPlacedElement = (node: PlacedNode): node is PlacedElement => 'tagName' in node;

/** All elements of a piece of HTML, a parent before its children, in the order of the text. */
export const elementsOf = (html: string): PlacedElement[] => elementsIn(nodesOf(html));

/** All elements among nodes and below them, in the same order. */
export function elementsIn(nodes: readonly PlacedNode[]): PlacedElement[] {
  const found: PlacedElement[] = [];
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isPlacedElement(node)) continue;
    found.push(node);
    // One by one: a call takes only so many arguments, and a file may have more elements.
    for (const child of [...node.childNodes].reverse()) stack.push(child);
  }
  return found;
}

export const attributeOf = (element: PlacedElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** A piece of the text, from `start` up to `end`, and what takes its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly html: string;
}

/** The text with every edit made. Edits do not overlap; those of one place come in their order. */
export function edited(html: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let written = 0;
  for (const { start, end, html: piece } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(html.slice(written, start), piece);
    written = end;
  }
  return pieces.join('') + html.slice(written);
}
