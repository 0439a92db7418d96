import type { APIRoute, GetStaticPaths } from 'astro';
import { translateInto } from '../../i18n/translate.ts';
import type { Locale } from '../../model/locales.ts';
import { openSearch } from '../../publish/opensearch.ts';
import { absolute, siteName, urls } from '../../site/here.ts';
import { localePages } from '../../site/locale-pages.ts';

export const getStaticPaths = localePages satisfies GetStaticPaths;

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) =>
  new Response(
    openSearch({
      shortName: `${siteName} (${locale})`,
      description: translateInto(locale)('site.tagline'),
      language: locale,
      template: `${absolute(urls.search(locale))}?q={searchTerms}`,
      self: absolute(urls.searchDescription(locale)),
      icon: absolute(urls.file('favicon.svg')),
    }),
    { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
