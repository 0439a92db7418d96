import type { APIRoute, GetStaticPaths } from 'astro';
import { advisories } from '../../../collections/advisories.ts';
import type { Locale } from '../../../model/locales.ts';
import { identifiedAdvisories } from '../../../publish/identifiers.ts';
import { urls } from '../../../site/here.ts';
import { localePages } from '../../../site/locale-pages.ts';

export const getStaticPaths = localePages satisfies GetStaticPaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) => {
  const data = identifiedAdvisories(await advisories(), locale, ({ id }) => urls.advisory(locale, id));
  return new Response(JSON.stringify(data), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
