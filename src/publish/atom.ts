import { dateTime } from './date-time.ts';
import { escapedXml } from './xml.ts';

/*
 * The Atom Syndication Format (RFC 4287), as far as our feeds have it. Written out here: what a feed
 * needs is less than what a library for it asks for, and escaping is the only thing that can go wrong.
 */

export interface FeedLink {
  readonly href: string;
  readonly rel: 'self' | 'alternate' | 'first' | 'previous' | 'next' | 'last';
  readonly type: string;
  /** BCP 47 tag, of an alternate in another language. */
  readonly hreflang?: string;
}

export interface FeedEntry {
  /** Never changes, whatever else does (RFC 4287, 4.2.6). */
  readonly id: string;
  readonly title: string;
  /** A day; the entry is new to a reader where it moves. */
  readonly updated: string;
  readonly published?: string | undefined;
  /** BCP 47 tag, where it is not that of the feed. */
  readonly language?: string | undefined;
  readonly links: readonly FeedLink[];
  readonly summary?: string | undefined;
  /** HTML, and the address that its own links count from. */
  readonly content: { readonly html: string; readonly base: string };
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly author: string;
  readonly links: readonly FeedLink[];
  readonly entries: readonly FeedEntry[];
}

/** A feed as a document. It is as old as its newest entry; one without entries is as old as Atom. */
export function atom({ id, title, subtitle, language, author, links, entries }: Feed): string {
  const updated = entries.reduce(
    (newest, entry) => (entry.updated > newest ? entry.updated : newest),
    '2005-12-01',
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapedXml(language)}">`,
    element('id', id),
    element('title', title),
    element('subtitle', subtitle),
    element('updated', dateTime(updated)),
    `<author>${element('name', author)}</author>`,
    ...links.map(linkElement),
    ...entries.map(entryElement),
    '</feed>',
    '',
  ].join('\n');
}

function entryElement(entry: FeedEntry): string {
  const { id, title, updated, published, language, links, summary, content } = entry;
  return [
    language === undefined ? '<entry>' : `<entry xml:lang="${escapedXml(language)}">`,
    element('id', id),
    element('title', title),
    element('updated', dateTime(updated)),
    ...(published === undefined ? [] : [element('published', dateTime(published))]),
    ...links.map(linkElement),
    ...(summary === undefined ? [] : [element('summary', summary)]),
    `<content type="html" xml:base="${escapedXml(content.base)}">${escapedXml(content.html)}</content>`,
    '</entry>',
  ].join('\n');
}

const element = (name: string, text: string): string => `<${name}>${escapedXml(text)}</${name}>`;

const linkElement = ({ rel, type, hreflang, href }: FeedLink): string =>
  `<link rel="${rel}" type="${type}"${hreflang === undefined ? '' : ` hreflang="${escapedXml(hreflang)}"`} href="${escapedXml(href)}"/>`;
