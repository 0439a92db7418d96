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

/**
 * A sitemap may name 50,000 pages and have 50 MB (https://www.sitemaps.org/protocol.html); with the
 * languages of each page, the size is reached first.
 */
const mostPages = 40_000;

const namespaces =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/**
 * The files of a sitemap, by their names without ending: `sitemap`; where it would be too long, it only names
 * its parts, `sitemap-1` and so on.
 *
 * @param addressOf the whole address of such a file
 * @param most how many pages a file may name
 */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  addressOf: (name: string) => string,
  most = mostPages,
): ReadonlyMap<string, string> {
  if (pages.length <= most) return new Map([['sitemap', sitemap(pages)]]);
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, at) => {
    const part = pages.slice(at * most, (at + 1) * most);
    return [`sitemap-${at + 1}`, sitemap(part)] as const;
  });
  const index = parts.map(([name]) => `<sitemap><loc>${escapedXml(addressOf(name))}</loc></sitemap>`);
  return new Map([
    ['sitemap', xmlDocument(`<sitemapindex ${namespaces}>`, index, '</sitemapindex>')],
    ...parts,
  ]);
}

/** A sitemap with the languages of every page, as search engines read them. */
const sitemap = (pages: readonly SitemapPage[]): string =>
  xmlDocument(`<urlset ${namespaces}>`, pages.map(pageElement), '</urlset>');

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
