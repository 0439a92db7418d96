import type { APIRoute, GetStaticPaths } from 'astro';
import type { Locale } from '../../model/locales.ts';
import { advisoryEntries } from '../../publish/feeds.ts';
import { urls } from '../../site/here.ts';
import { localePages } from '../../site/locale-pages.ts';
import { feedResponse } from './_feed.ts';

export const getStaticPaths = localePages satisfies GetStaticPaths;

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) =>
  feedResponse({ name: 'advisories', address: urls.feed, entries: advisoryEntries }, locale);
