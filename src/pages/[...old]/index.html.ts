import type { APIRoute, GetStaticPaths } from 'astro';
import { advisories } from '../../collections/advisories.ts';
import { editionFor } from '../../model/advisory.ts';
import { namedSubject } from '../../model/edition.ts';
import { formerAddresses, formerPath } from '../../model/old-addresses.ts';
import { type ForwardingPage, forwardingPage } from '../../publish/forwarding-page.ts';
import { absolute, isBuilt, urls } from '../../site/here.ts';

/** The addresses that archived editions had are pages that forward, for hosts that cannot redirect. */
export const getStaticPaths = (async () => {
  const all = isBuilt() ? await advisories() : [];
  const byId = new Map(all.map((advisory) => [advisory.id, advisory]));
  const moved = all.map(({ id, editions }) => ({
    id,
    editions: [...editions.values()].map((edition) => ({
      locale: edition.locale,
      formerPath: formerPath(edition),
    })),
  }));
  return formerAddresses(moved).flatMap(({ path, locale, id }) => {
    const advisory = byId.get(id);
    if (advisory === undefined) return [];
    const edition = locale === undefined ? advisory.current : editionFor(advisory, locale);
    const href = locale === undefined ? urls.ticket(id) : urls.advisory(locale, id);
    const page: ForwardingPage = {
      language: edition.language,
      title: namedSubject(edition),
      href,
      canonical: absolute(href),
    };
    return [{ params: { old: path }, props: { page } }];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ForwardingPage }> = ({ props: { page } }) =>
  new Response(forwardingPage(page), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
