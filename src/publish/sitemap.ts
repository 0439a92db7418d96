import { escapedXml } from './xml.ts';

/** A page and the same in other languages. */
export interface SitemapPage {
  /** A whole address. */
  readonly address: string;
  /** The day on which its content last changed, where it is known. */
  readonly changed?: string | undefined;
  /** Whole addresses by BCP 47 tag, the page’s own included; `x-default` for the one without a language. */
  readonly alternates: readonly (readonly [language: string, address: string])[];
}

/** What a sitemap may have (https://www.sitemaps.org/protocol.html), with room for its frame. */
const limits = { pages: 50_000, bytes: 52_000_000 };

const namespaces =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/**
 * The files of a sitemap, by their names without ending: `sitemap`; where it would be too long, it only names
 * its parts, `sitemap-1` and so on.
 *
 * @param addressOf the whole address of such a file
 * @param most how many pages and bytes a file may have
 */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  addressOf: (name: string) => string,
  most = limits,
): ReadonlyMap<string, string> {
  const parts = partsOf(pages.map(pageElement), most);
  if (parts.length === 1) return new Map([['sitemap', sitemap(parts[0] ?? [])]]);
  const files = parts.map((part, at) => [`sitemap-${at + 1}`, sitemap(part)] as const);
  const index = files.map(([name]) => `<sitemap><loc>${escapedXml(addressOf(name))}</loc></sitemap>`);
  return new Map([
    ['sitemap', xmlDocument(`<sitemapindex ${namespaces}>`, index, '</sitemapindex>')],
    ...files,
  ]);
}

/** Filled one after the other. */
function partsOf(elements: readonly string[], most: typeof limits): string[][] {
  let part: string[] = [];
  const parts = [part];
  let bytes = 0;
  for (const element of elements) {
    const size = Buffer.byteLength(element) + 1;
    if (part.length === most.pages || bytes + size > most.bytes) {
      part = [];
      parts.push(part);
      bytes = 0;
    }
    part.push(element);
    bytes += size;
  }
  return parts;
}

/** A sitemap with the languages of every page, as search engines read them. */
const sitemap = (elements: readonly string[]): string =>
  xmlDocument(`<urlset ${namespaces}>`, elements, '</urlset>');

const xmlDocument = (start: string, lines: readonly string[], end: string): string =>
  ['<?xml version="1.0" encoding="utf-8"?>', start, ...lines, end, ''].join('\n');

function pageElement({ address, changed, alternates }: SitemapPage): string {
  const links = alternates.map(
    ([language, href]) =>
      `<xhtml:link rel="alternate" hreflang="${escapedXml(language)}" href="${escapedXml(href)}"/>`,
  );
  const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
  return `<url><loc>${escapedXml(address)}</loc>${lastmod}${links.join('')}</url>`;
}
