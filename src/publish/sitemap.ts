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

/** More a sitemap may not name (https://www.sitemaps.org/protocol.html). */
export const mostPages = 50_000;

/** A sitemap with the languages of every page, as search engines read them. */
export function sitemap(pages: readonly SitemapPage[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.slice(0, mostPages).map(pageElement),
    '</urlset>',
    '',
  ].join('\n');
}

function pageElement({ address, changed, alternates }: SitemapPage): string {
  const links = alternates.map(
    ([language, href]) =>
      `<xhtml:link rel="alternate" hreflang="${escapedXml(language)}" href="${escapedXml(href)}"/>`,
  );
  const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
  return `<url><loc>${escapedXml(address)}</loc>${lastmod}${links.join('')}</url>`;
}
