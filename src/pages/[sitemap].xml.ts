import type { APIRoute, GetStaticPaths } from 'astro';
import { advisories } from '../collections/advisories.ts';
import { lastChanged } from '../model/edition.ts';
import { locales } from '../model/locales.ts';
import { type SitemapPage, sitemapFiles } from '../publish/sitemap.ts';
import { absolute, urls } from '../site/here.ts';

export const getStaticPaths = (async () => {
  const files = sitemapFiles(await listedPages(), (name) => absolute(urls.file(`${name}.xml`)));
  return [...files].map(([sitemap, text]) => ({ params: { sitemap }, props: { text } }));
}) satisfies GetStaticPaths;

/** Only editions that exist: a page that shows another language has its own address there. */
async function listedPages(): Promise<SitemapPage[]> {
  const lists = locales.map((locale) => [locale, absolute(urls.list(locale))] as const);
  const pages = (await advisories()).flatMap((advisory): SitemapPage[] => {
    const editions = [...advisory.editions.values()];
    const alternates = [
      ...editions.map(({ locale }) => [locale, absolute(urls.advisory(locale, advisory.id))] as const),
      ['x-default', absolute(urls.ticket(advisory.id))] as const,
    ];
    return editions.map((edition) => ({
      address: absolute(urls.advisory(edition.locale, advisory.id)),
      changed: lastChanged(edition),
      alternates,
    }));
  });
  return [...lists.map(([, address]) => ({ address, alternates: lists })), ...pages];
}

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
