import type { APIRoute } from 'astro';
import { advisories } from '../collections/advisories.ts';
import { lastChanged } from '../model/edition.ts';
import { locales } from '../model/locales.ts';
import { type SitemapPage, sitemap } from '../publish/sitemap.ts';
import { absolute, urls } from '../site/here.ts';

/** Only editions that exist: a page that shows another language has its own address there. */
export const GET: APIRoute = async () => {
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
  const all = [...lists.map(([, address]) => ({ address, alternates: lists })), ...pages];
  return new Response(sitemap(all), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
