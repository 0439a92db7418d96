import type { APIRoute, GetStaticPaths } from 'astro';
import { advisories, advisoryIds, textOf } from '../../collections/advisories.ts';
import { revisionName, translateInto } from '../../i18n/translate.ts';
import { type Locale, locales } from '../../model/locales.ts';
import { atom, type FeedEntry } from '../../publish/atom.ts';
import {
  advisoryEntries,
  type FeedSetting,
  fedAdvisories,
  feedParts,
  partLinks,
  revisionEntries,
  tagOf,
} from '../../publish/feeds.ts';
import { absolute, publisher, urls } from '../../site/here.ts';
import { localePages } from '../../site/locale-pages.ts';

const kinds = {
  feed: { address: urls.feed, title: 'feed.advisories' },
  revisions: { address: urls.revisionFeed, title: 'feed.revisions' },
} as const;

interface Props {
  readonly locale: Locale;
  readonly kind: keyof typeof kinds;
  readonly part: number;
  readonly last: number;
  /** Made when the part is written: the texts of all parts at once would be too much. */
  readonly entries: () => FeedEntry[];
}

const site = absolute(urls.root());

export const getStaticPaths = (async () => {
  const all = await advisories();
  const known = await advisoryIds();
  return localePages().flatMap(({ params, props: { locale } }) => {
    const setting = settingOf(locale, known);
    const parts: readonly (readonly [Props['kind'], (() => FeedEntry[])[]])[] = [
      [
        'feed',
        feedParts(fedAdvisories(all, locale)).map((part) => () => advisoryEntries(part, site, setting)),
      ],
      ['revisions', feedParts(revisionEntries(all, site, setting)).map((part) => () => part)],
    ];
    return parts.flatMap(([kind, made]) =>
      made.map((entries, at) => ({
        params: { ...params, feed: `${kind}${at === 0 ? '' : `-${at + 1}`}` },
        props: { locale, kind, part: at + 1, last: made.length, entries },
      })),
    );
  });
}) satisfies GetStaticPaths;

function settingOf(locale: Locale, known: ReadonlySet<string>): FeedSetting {
  const t = translateInto(locale);
  return {
    locale,
    page: (other, { id }, section) => absolute(urls.advisory(other, id, section)),
    image: (name) => absolute(urls.image(name)),
    textOf,
    known,
    revisionsTitle: t('revisions.title'),
    nameOf: (revision) => revisionName(revision, locale, t),
  };
}

/** A feed of one language; there is the same one in every other. */
export const GET: APIRoute<Props> = ({ props: { locale, kind, part, last, entries } }) => {
  const t = translateInto(locale);
  const { address, title } = kinds[kind];
  const document = atom({
    id: tagOf(site, `feed/${locale}/${kind}`),
    title: t(title),
    subtitle: t('site.tagline'),
    language: locale,
    author: publisher,
    links: [
      { rel: 'self', type: 'application/atom+xml', href: absolute(address(locale, part)) },
      ...partLinks(part, last, (other) => absolute(address(locale, other))),
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
    entries: entries(),
  });
  return new Response(document, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
