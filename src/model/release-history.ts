import type { CalendarDate } from './calendar-date.ts';
import type { Edition, Revision } from './edition.ts';
import type { Problem } from './problem.ts';

/** A revision of which the day is known. */
export type DatedRevision = Revision & { readonly date: CalendarDate };

/** Why a history cannot be told to a program that relies on it. */
export interface BrokenHistory {
  readonly kind: 'no-history' | 'undated' | 'backward' | 'before-publication';
  /** The first revision at fault; absent where there is none at all. */
  readonly revision?: Revision;
  /** The day that it may not stand before. */
  readonly after?: CalendarDate;
}

/**
 * The history of an edition as CSAF has it: at least one revision, each with its day, none before the one
 * that it follows, none before the publication.
 *
 * @returns the revisions, the oldest first; or what is wrong with the history. It is never put right: a
 *   program could not tell a day that we made up from one that was told.
 */
export function releaseHistory({
  revisions,
  published,
}: Pick<Edition, 'revisions' | 'published'>): readonly [DatedRevision, ...DatedRevision[]] | BrokenHistory {
  const dated: DatedRevision[] = [];
  for (const revision of revisions) {
    const { date } = revision;
    if (date === undefined) return { kind: 'undated', revision };
    const before = dated.at(-1)?.date;
    if (before !== undefined && date < before) return { kind: 'backward', revision, after: before };
    if (published !== undefined && date < published)
      return { kind: 'before-publication', revision, after: published };
    dated.push({ ...revision, date });
  }
  const [first, ...others] = dated;
  return first === undefined ? { kind: 'no-history' } : [first, ...others];
}

export const isBroken = (history: ReturnType<typeof releaseHistory>): history is BrokenHistory =>
  'kind' in history;

/** What keeps an edition from having a CSAF document, to be told to its publisher. */
export function csafProblem(edition: Edition): Problem | undefined {
  const history = releaseHistory(edition);
  if (!isBroken(history)) return undefined;
  return {
    outcome: 'repaired',
    rule: 'no-csaf',
    file: edition.file,
    line: history.revision?.line,
    what: reasonOf(history),
    remedy: 'published without a CSAF document; mend the history to get one',
  };
}

/** In words for a publisher. */
export function reasonOf({ kind, revision, after }: BrokenHistory): string {
  const told = `revision ${revision?.ordinal} is dated ${revision?.date}`;
  switch (kind) {
    case 'no-history':
      return 'the text has no revision history';
    case 'undated':
      return `revision ${revision?.ordinal} has no date`;
    case 'backward':
      return `${told}, before the one that it follows, ${after}`;
    case 'before-publication':
      return `${told}, before the publication, ${after}`;
  }
}
