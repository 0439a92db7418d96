import { advisories, textOf } from '../../collections/advisories.ts';
import { revisionName, translateInto } from '../../i18n/translate.ts';
import type { Advisory } from '../../model/advisory.ts';
import { type Locale, locales } from '../../model/locales.ts';
import { atom, type FeedEntry } from '../../publish/atom.ts';
import { type FeedSetting, tagOf } from '../../publish/feeds.ts';
import { absolute, origin, publisher, urls } from '../../site/here.ts';

/** What the feeds of a language differ in. */
interface Kind {
  readonly name: 'advisories' | 'revisions';
  readonly address: (locale: Locale) => string;
  readonly entries: (advisories: readonly Advisory[], origin: string, setting: FeedSetting) => FeedEntry[];
}

/** A feed of one language; there is the same one in every other. */
export async function feedResponse({ name, address, entries }: Kind, locale: Locale): Promise<Response> {
  const t = translateInto(locale);
  const setting: FeedSetting = {
    locale,
    page: (other, { id }, section) => absolute(urls.advisory(other, id, section)),
    textOf,
    revisionsTitle: t('revisions.title'),
    nameOf: (revision) => revisionName(revision, locale, t),
  };
  const document = atom({
    id: tagOf(origin, `${locale}/${name}`),
    title: t(name === 'revisions' ? 'feed.revisions' : 'feed.advisories'),
    subtitle: t('site.tagline'),
    language: locale,
    author: publisher,
    links: [
      { rel: 'self', type: 'application/atom+xml', href: absolute(address(locale)) },
      { rel: 'alternate', type: 'text/html', hreflang: locale, href: absolute(urls.list(locale)) },
      ...locales
        .filter((other) => other !== locale)
        .map((other) => ({
          rel: 'alternate' as const,
          type: 'application/atom+xml',
          hreflang: other,
          href: absolute(address(other)),
        })),
    ],
    entries: entries(await advisories(), origin, setting),
  });
  return new Response(document, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
