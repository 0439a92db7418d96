import type { Element } from 'hast';
import type { AdvisoryId } from '../model/advisory-id.ts';
import { escapedHtml } from '../model/escaping.ts';
import {
  attributeOf,
  type Edit,
  edited,
  elementsOf,
  isPlacedElement,
  type PlacedElement,
  type PlacedNode,
  textOf,
} from './places.ts';

/*
 * The text of an edition is kept without addresses of this site and without words of the page around it. What
 * depends on them is marked, and resolved when a page or a feed is put together:
 *
 *   <a data-advisory="954474" href="https://…">   a link that names an advisory
 *   <a data-advisory="954474#faq-2">              the same, and a section of it
 *   <img data-image="net.png" alt="…">           an image, by its path from the file
 *   <blockquote class="alert-note">               a note, whose name is written before it
 *   <a data-footnote-backref href="#note-1-ref">  the way back from a footnote
 *
 * This module alone writes and reads these marks.
 */

export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AlertKind = (typeof alertKinds)[number];

const alertPrefix = 'alert-';

/** The class by which a quotation is a note of that kind. */
export const alertClass = (kind: AlertKind): string => `${alertPrefix}${kind}`;

/** Marks a link that names an advisory, and perhaps a section of it; it may have an address of its own, too. */
export function markAdvisory(link: Element, id: AdvisoryId, section?: string): void {
  link.properties = {
    dataAdvisory: section === undefined ? id : `${id}#${section}`,
    ...link.properties,
  };
}

/** Marks an image that may be published. */
export function markImage(image: Element, path: string): void {
  image.properties = { dataImage: path, ...image.properties };
}

/** Marks the way back from a footnote to where it is mentioned. */
export const backReference = (href: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href, dataFootnoteBackref: '' },
  children: [{ type: 'text', value: '↩' }],
});

/** What the marks of a text become. What is left out stays as it is kept. */
export interface Resolution {
  /** The address of an advisory; undefined where the link’s own address, or its words alone, are right. */
  readonly advisory: (id: AdvisoryId) => string | undefined;
  /** Whether that is only asked for links without an address of their own. */
  readonly ownAddressFirst?: boolean;
  /** An image that is published; undefined where its alternative text takes its place. */
  readonly image: (path: string) => ShownImage | undefined;
  /** The word for a note, in which language. */
  readonly alert?: (kind: AlertKind) => Words;
  /** What the way back from a footnote is called. */
  readonly backReference?: Words;
}

export interface ShownImage {
  readonly address: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether a browser need not load it before a reader comes near. */
  readonly isLazy: boolean;
  /** Whether the search of the site finds its alternative text. */
  readonly isSearched: boolean;
}

interface Words {
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
}

/**
 * The text as it is published.
 *
 * @param html as ingest wrote it
 */
export function resolved(html: string, resolution: Resolution): string {
  // Most parts have no mark. One that only mentions a mark is read, and found to have none.
  if (!marks.some((mark) => html.includes(mark))) return html;
  return edited(
    html,
    elementsOf(html).flatMap((element) => editsFor(element, html, resolution)),
  );
}

const marks = ['data-advisory', 'data-image', alertPrefix, 'data-footnote-backref'];

function editsFor(element: PlacedElement, html: string, resolution: Resolution): Edit[] {
  const kind = alertKinds.find((one) => attributeOf(element, 'class') === alertClass(one));
  if (element.tagName === 'blockquote' && kind !== undefined)
    return resolution.alert === undefined ? [] : named(element, resolution.alert(kind));
  if (element.tagName === 'img') return shown(element, resolution);
  if (element.tagName !== 'a') return [];
  const id = attributeOf(element, 'data-advisory');
  if (id !== undefined) {
    const [advisory = '', section] = id.split('#');
    const address = resolution.advisory(advisory as AdvisoryId);
    const isOwnEnough = resolution.ownAddressFirst === true && attributeOf(element, 'href') !== undefined;
    return linked(
      element,
      html,
      isOwnEnough ? undefined : address && section ? `${address}#${section}` : address,
    );
  }
  const isBack = attributeOf(element, 'data-footnote-backref') !== undefined;
  return isBack && resolution.backReference !== undefined ? labelled(element, resolution.backReference) : [];
}

/** An image with its address and measures, or its alternative text; a paragraph of neither goes, too. */
function shown(element: PlacedElement, resolution: Resolution): Edit[] {
  const image = resolution.image(attributeOf(element, 'data-image') ?? '');
  const alt = attributeOf(element, 'alt') ?? '';
  const words = attributeOf(element, 'title');
  const title = words === undefined ? '' : ` title="${escapedHtml(words)}"`;
  if (image === undefined)
    return alt === ''
      ? replaced(aroundAlone(element), '')
      : replaced(element, `<em${title}>${escapedHtml(alt)}</em>`);
  const { address, width, height, isLazy, isSearched } = image;
  const loading = isLazy ? ' loading="lazy"' : '';
  const search = isSearched ? ' data-pagefind-index-attrs="alt"' : '';
  const attributes = `src="${escapedHtml(address)}" alt="${escapedHtml(alt)}"${title} width="${width}" height="${height}"${loading}${search}`;
  return replaced(element, `<img ${attributes}>`);
}

/** The paragraph that holds an image and nothing else; the image itself where there is more. */
function aroundAlone(image: PlacedElement): PlacedElement {
  const parent = image.parentNode;
  if (parent === null || !isPlacedElement(parent as PlacedNode)) return image;
  const paragraph = parent as PlacedElement;
  const isAlone = paragraph.childNodes.every(
    (node) => node === image || (!isPlacedElement(node) && textOf(node).trim() === ''),
  );
  return paragraph.tagName === 'p' && isAlone ? paragraph : image;
}

const replaced = ({ sourceCodeLocation: place }: PlacedElement, html: string): Edit[] =>
  place ? [{ start: place.startOffset, end: place.endOffset, html }] : [];

/** The name of a note is its first paragraph. */
function named({ sourceCodeLocation: place }: PlacedElement, { text, language }: Words): Edit[] {
  const at = place?.startTag?.endOffset;
  if (at === undefined) return [];
  const html = `<p class="label" lang="${escapedHtml(language)}">${escapedHtml(text)}</p>`;
  return [{ start: at, end: at, html }];
}

function labelled({ sourceCodeLocation: place }: PlacedElement, { text, language }: Words): Edit[] {
  const at = place?.startTag?.endOffset;
  if (at === undefined) return [];
  const html = ` lang="${escapedHtml(language)}" aria-label="${escapedHtml(text)}"`;
  return [{ start: at - 1, end: at - 1, html }];
}

/** The link without its mark: to `href`, else to its own address, else only its words. */
function linked(
  { sourceCodeLocation: place }: PlacedElement,
  html: string,
  href: string | undefined,
): Edit[] {
  const { startTag, endTag } = place ?? {};
  if (startTag === undefined) return [];
  const written = Object.entries(place?.attrs ?? {}).map(
    ([name, { startOffset, endOffset }]) => [name, html.slice(startOffset, endOffset)] as const,
  );
  const own = written.find(([name]) => name === 'href')?.[1];
  const others = written.flatMap(([name, text]) =>
    name === 'data-advisory' || name === 'href' ? [] : ` ${text}`,
  );
  if (href === undefined && own === undefined)
    return [startTag, endTag].flatMap((tag) =>
      tag === undefined ? [] : { start: tag.startOffset, end: tag.endOffset, html: '' },
    );
  const address =
    href === undefined
      ? ` ${own}`
      : ` href="${escapedHtml(href)}"${own === undefined ? '' : ` data-original${own.slice('href'.length)}`}`;
  return [{ start: startTag.startOffset, end: startTag.endOffset, html: `<a${address}${others.join('')}>` }];
}
