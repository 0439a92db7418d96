import type { APIRoute } from 'astro';
import { advisories } from '../collections/advisories.ts';
import { locales } from '../model/locales.ts';
import { indexedAdvisories, type SiteIndex } from '../publish/site-index.ts';
import { absolute, publisher, siteName, urls } from '../site/here.ts';
import { jsonResponse } from './_json.ts';

export const GET: APIRoute = async () =>
  jsonResponse({
    $schema: absolute(urls.file('index.schema.json')),
    name: siteName,
    publisher,
    languages: locales.map((locale) => ({
      locale,
      list: absolute(urls.list(locale)),
      feed: absolute(urls.feed(locale)),
      revisions: absolute(urls.revisionFeed(locale)),
    })),
    csaf: absolute(urls.wellKnown('csaf/provider-metadata.json')),
    advisories: indexedAdvisories(await advisories(), {
      ticket: ({ id }) => absolute(urls.ticket(id)),
      page: ({ locale, id }) => absolute(urls.advisory(locale, id)),
      markdown: ({ locale, id }) => absolute(urls.editionSource(locale, id)),
      data: ({ locale, id }) => absolute(urls.editionData(locale, id)),
      csaf: (path) => absolute(urls.csaf(path)),
    }),
  } satisfies SiteIndex);
