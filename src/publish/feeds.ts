import { resolved } from '../html/marks.ts';
import type { Advisory } from '../model/advisory.ts';
import { type Edition, type EditionText, headline, namedSubject, type Revision } from '../model/edition.ts';
import { escapedHtml } from '../model/escaping.ts';
import { imageName } from '../model/image.ts';
import type { Locale } from '../model/locales.ts';
import { pageOutline } from '../model/outline.ts';
import { compareText } from '../model/problem.ts';
import type { FeedEntry, FeedLink } from './atom.ts';

/** What a feed needs of the site around the editions. */
export interface FeedSetting {
  readonly locale: Locale;
  /** Whole addresses. */
  readonly page: (locale: Locale, edition: Pick<Edition, 'id'>, section?: string) => string;
  readonly image: (name: string) => string;
  /** The advisories of this site. */
  readonly known: ReadonlySet<string>;
  readonly textOf: (edition: Edition) => EditionText;
  readonly revisionsTitle: string;
  readonly nameOf: (revision: Revision) => string;
}

/**
 * The host, a year in which it was ours, and the path of the site name it for good (RFC 4151).
 *
 * @param site whole address of the site
 */
export function tagOf(site: string, name: string): string {
  const { hostname, pathname } = new URL(site);
  return `tag:${hostname},2026:${pathname.slice(1)}${name}`;
}

/** A feed with whole texts is read at once; what is more stands in further parts (RFC 5005, 3). */
const mostEntries = 500;

/** What goes into the parts of a feed; one without anything has one part. */
export const feedParts = <Item>(items: readonly Item[], most = mostEntries): readonly Item[][] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / most)) }, (_, at) =>
    items.slice(at * most, (at + 1) * most),
  );

/** How the parts of a feed name each other. */
export function partLinks(part: number, last: number, address: (part: number) => string): FeedLink[] {
  const link = (rel: FeedLink['rel'], to: number): FeedLink => ({
    rel,
    type: 'application/atom+xml',
    href: address(to),
  });
  if (last === 1) return [];
  return [
    link('first', 1),
    ...(part > 1 ? [link('previous', part - 1)] : []),
    ...(part < last ? [link('next', part + 1)] : []),
    link('last', last),
  ];
}

/** The advisories that a feed of the language has: with an edition, which tells a day. */
export const fedAdvisories = (advisories: readonly Advisory[], locale: Locale): Advisory[] =>
  advisories.filter(({ editions }) => {
    const edition = editions.get(locale);
    return edition !== undefined && newestDay(edition) !== undefined;
  });

/**
 * An entry for each advisory that has an edition in the language. It is new where a revision was added,
 * and not where a comma was: its day is that of the newest revision.
 */
export function advisoryEntries(
  advisories: readonly Advisory[],
  site: string,
  setting: FeedSetting,
): FeedEntry[] {
  const { locale, page, textOf, revisionsTitle } = setting;
  return editionsIn(advisories, locale).flatMap(({ advisory, edition }): FeedEntry[] => {
    const updated = newestDay(edition);
    if (updated === undefined) return [];
    const { standfirst } = headline(edition);
    return [
      {
        id: tagOf(site, `advisory/${locale}/${edition.id}`),
        title: namedSubject(edition),
        updated,
        published: edition.published,
        ...languageOf(edition),
        links: linksOf(advisory, edition, page),
        ...(standfirst === undefined ? {} : { summary: standfirst.text }),
        content: {
          html: htmlOf(edition, textOf(edition), revisionsTitle, setting),
          base: page(locale, edition),
        },
      },
    ];
  });
}

/** An entry for each revision, the newest first. One without a day has that of the revision before it. */
export function revisionEntries(
  advisories: readonly Advisory[],
  site: string,
  setting: FeedSetting,
): FeedEntry[] {
  const { locale, page, nameOf } = setting;
  const entries = editionsIn(advisories, locale).flatMap(({ advisory, edition }) => {
    let day = edition.published;
    return edition.revisions.flatMap((revision): FeedEntry[] => {
      day = revision.date ?? day;
      if (day === undefined) return [];
      const section = `revision-${revision.ordinal}`;
      return [
        {
          id: tagOf(site, `advisory/${locale}/${edition.id}/${section}`),
          title: `${namedSubject(edition)} – ${nameOf(revision)}`,
          updated: day,
          ...languageOf(edition),
          links: linksOf(advisory, edition, page, section),
          content: { html: readElsewhere(noteOf(revision), edition, setting), base: page(locale, edition) },
        },
      ];
    });
  });
  return entries.sort((a, b) => compareText(b.updated, a.updated));
}

const editionsIn = (advisories: readonly Advisory[], locale: Locale) =>
  advisories.flatMap((advisory) => {
    const edition = advisory.editions.get(locale);
    return edition === undefined ? [] : [{ advisory, edition }];
  });

function newestDay({ revisions, published, updated }: Edition): string | undefined {
  const days = revisions
    .flatMap(({ date }) => date ?? [])
    .filter((date) => published === undefined || date >= published);
  return days.sort().at(-1) ?? updated ?? published;
}

const languageOf = ({ language, locale }: Edition) => (language === locale ? {} : { language });

const linksOf = (
  advisory: Advisory,
  edition: Edition,
  page: FeedSetting['page'],
  section?: string,
): FeedEntry['links'] => [
  {
    rel: 'alternate',
    type: 'text/html',
    hreflang: edition.locale,
    href: page(edition.locale, edition, section),
  },
  ...[...advisory.editions.values()]
    .filter((other) => other !== edition && section === undefined)
    .map((other) => ({
      rel: 'alternate' as const,
      type: 'text/html',
      hreflang: other.locale,
      href: page(other.locale, other),
    })),
];

/** The whole text, without what only the pages of the site need. */
function htmlOf(
  edition: Edition,
  { lead, parts }: EditionText,
  revisionsTitle: string,
  setting: FeedSetting,
): string {
  const { nameOf } = setting;
  const history = edition.revisions
    .toReversed()
    .map((revision) => `<li>${escapedHtml(nameOf(revision))}: ${noteOf(revision)}</li>`)
    .join('');
  const sections = pageOutline(edition, revisionsTitle).map(({ id, level, title, titleHtml }, at) => {
    const heading = `<h${level} id="${id}">${titleHtml ?? escapedHtml(title)}</h${level}>`;
    return `${heading}${parts[at] ?? ''}${id === 'revisions' ? `<ol reversed>${history}</ol>` : ''}`;
  });
  return readElsewhere([lead, ...sections].join('\n'), edition, setting);
}

const noteOf = ({ note, noteHtml }: Revision): string => noteHtml ?? escapedHtml(note);

/** A feed is read elsewhere: links lead where their own addresses say, or else to a page of this site. */
const readElsewhere = (
  html: string,
  { images }: Edition,
  { known, locale, page, image: addressOf }: FeedSetting,
): string =>
  resolved(html, {
    image(path) {
      const image = images.find((one) => one.path === path);
      if (image === undefined) return undefined;
      const { width, height } = image;
      return { address: addressOf(imageName(image)), width, height, isLazy: false, isSearched: false };
    },
    advisory: (id) => (known.has(id) ? page(locale, { id }) : undefined),
    ownAddressFirst: true,
  });
