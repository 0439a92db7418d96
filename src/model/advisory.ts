import type { AdvisoryId } from './advisory-id.ts';
import { type Edition, lastChanged, type Revision } from './edition.ts';
import { type Locale, localeFacts, locales } from './locales.ts';
import { alignOutlines } from './outline.ts';
import { compareText } from './problem.ts';
import { missingRevisions } from './revision-history.ts';

/** Where the translation of an advisory into a locale stands. */
export type TranslationState = 'own' | 'behind' | 'missing';

/** A revision that an edition lacks, and an edition that has it. */
export interface LackedRevision {
  readonly revision: Revision;
  readonly in: Edition;
}

/** One subject and its editions. */
export interface Advisory {
  readonly id: AdvisoryId;
  readonly shownId: string;
  readonly editions: ReadonlyMap<Locale, Edition>;
  /** The most revised edition: the newest change, then the longest history. */
  readonly current: Edition;
  /** What each edition lacks of the others’ histories; empty for an edition that is up to date. */
  readonly lacks: ReadonlyMap<Locale, readonly LackedRevision[]>;
}

/** Groups editions into advisories, newest change first, then by id. */
export function advisoriesOf(editions: readonly Edition[]): Advisory[] {
  const groups = Map.groupBy(editions, ({ id }) => id);
  return [...groups.values()].map(advisoryOf).sort(byNewest);
}

function advisoryOf(unordered: readonly Edition[]): Advisory {
  const ordered = locales.flatMap((locale) => unordered.filter((edition) => edition.locale === locale));
  const aligned = alignOutlines(ordered);
  const current = aligned.reduce((best, edition) => (moreRevised(edition, best) ? edition : best));
  return {
    id: current.id,
    shownId: current.shownId,
    editions: new Map(aligned.map((edition) => [edition.locale, edition])),
    current,
    lacks: new Map(aligned.map((edition) => [edition.locale, lackedBy(edition, aligned)])),
  };
}

/** Whether `a` has a newer dated revision than `b`, or as new a one and a longer history. */
export function moreRevised(a: Edition, b: Edition): boolean {
  const order = compareText(newestRevision(a), newestRevision(b));
  return order > 0 || (order === 0 && a.revisions.length > b.revisions.length);
}

const newestRevision = (edition: Edition): string =>
  edition.revisions.reduce((newest, { date }) => (date !== undefined && date > newest ? date : newest), '');

function lackedBy(edition: Edition, all: readonly Edition[]): LackedRevision[] {
  const lacked: LackedRevision[] = [];
  // The most revised first, so that a gap is told by the edition with the fullest history.
  const others = all.filter((other) => other !== edition).sort((a, b) => (moreRevised(a, b) ? -1 : 1));
  for (const other of others) {
    const known = [...reachedBy(edition, other), ...lacked.map(({ revision }) => revision)];
    for (const revision of missingRevisions(known, withoutRepetitions(other.revisions)))
      lacked.push({ revision, in: other });
  }
  return lacked.sort((a, b) => compareText(a.revision.date ?? '', b.revision.date ?? ''));
}

/** An entry that was pasted twice, word for word, tells one change. */
const withoutRepetitions = (revisions: readonly Revision[]): readonly Revision[] =>
  revisions.filter(
    ({ version, date, note }, at) =>
      revisions.findIndex(
        (other) => other.version === version && other.date === date && other.note === note,
      ) === at,
  );

/**
 * The revisions that a text has taken in. One without a history of its own may still say which version it
 * is, or when it was updated: then it has taken in the other’s up to there.
 */
function reachedBy({ revisions, version, updated }: Edition, other: Edition): readonly Revision[] {
  if (revisions.length > 0) return revisions;
  const at = other.revisions.findLastIndex(
    (revision) => version !== undefined && revision.version === version,
  );
  if (at !== -1) return other.revisions.slice(0, at + 1);
  return other.revisions.filter(({ date }) => date !== undefined && updated !== undefined && date <= updated);
}

/** The state of the advisory’s translation into `locale`. */
export function translationState(advisory: Advisory, locale: Locale): TranslationState {
  const lacked = advisory.lacks.get(locale);
  if (lacked === undefined) return 'missing';
  return lacked.length === 0 ? 'own' : 'behind';
}

/**
 * The edition that a reader of `locale` is shown: its own, else the first of its fallbacks that is up to
 * date, else the first that exists.
 */
export function editionFor(advisory: Advisory, locale: Locale): Edition {
  const own = advisory.editions.get(locale);
  if (own !== undefined) return own;
  const others = localeFacts[locale].fallbacks.flatMap((tag) => advisory.editions.get(tag) ?? []);
  return others.find((edition) => isCurrent(advisory, edition)) ?? others[0] ?? advisory.current;
}

/** Whether an edition lacks none of the others’ revisions. */
export const isCurrent = (advisory: Advisory, edition: Edition): boolean =>
  (advisory.lacks.get(edition.locale) ?? []).length === 0;

function byNewest(a: Advisory, b: Advisory): number {
  const newest = compareText(lastChanged(b.current) ?? '', lastChanged(a.current) ?? '');
  return newest || compareText(a.id, b.id);
}
