import type { Advisory } from '../advisory.ts';
import type { Edition, Revision } from '../edition.ts';
import { pairRevisions } from '../revision-history.ts';
import { type Discord, discordIn, type EditionValue } from './finding.ts';
import { isNextDay, isSlip, isSwappedDay } from './likeness.ts';
import { certainty, majority, type Witness } from './witness.ts';

interface Stated {
  readonly edition: Edition;
  readonly value: string | undefined;
  readonly line?: number | undefined;
}

/** Dates and versions that one edition tells otherwise, and histories that lack a revision. */
export function differingHistory(advisory: Advisory, witnesses: readonly Witness[]): Discord[] {
  const editions = [...advisory.editions.values()];
  const stated = (among: readonly Edition[], field: 'published' | 'updated' | 'version'): Stated[] =>
    among.map((edition) => {
      const facts = witnesses.find((witness) => witness.edition === edition)?.facts ?? [];
      const line = facts.find(({ kind, value }) => kind === 'field' && value === field)?.line;
      return { edition, value: edition[field], line };
    });
  const upToDate = editions.filter(({ locale }) => advisory.lacks.get(locale)?.length === 0);
  return [
    ...differing('date', 'published', stated(editions, 'published')),
    // An edition that is behind was updated earlier; that follows from what it lacks.
    ...differing('date', 'updated', stated(upToDate, 'updated')),
    ...differing('version', 'version', stated(upToDate, 'version')),
    ...differingRevisions(advisory.current, editions),
    ...impossibleDates(editions),
    ...behind(advisory),
  ];
}

function differing(kind: 'date' | 'version', about: string, all: readonly Stated[]): Discord[] {
  const usual = majority(all.map(({ value }) => value));
  const values = all.map(
    ({ edition, value, line }): EditionValue => ({ locale: edition.locale, file: edition.file, value, line }),
  );
  const known = all.filter(({ value }) => value !== undefined);
  if (usual === undefined) {
    const [first, second] = known;
    if (first === undefined || second === undefined || first.value === second.value) return [];
    // Nobody can say which of them is wrong.
    return [discordIn(first.edition, kind, 'info', { about, line: first.line, value: first.value, values })];
  }
  return known.flatMap(({ edition, value = '', line }) => {
    if (value === usual.value) return [];
    const alone = known.length - usual.count === 1;
    const near = kind === 'date' && isNextDay(value, usual.value);
    const slip = kind === 'date' && !near && (isSwappedDay(value, usual.value) || isSlip(value, usual.value));
    const severity = near ? 'warning' : certainty(usual.count, slip);
    return discordIn(edition, kind, alone ? severity : 'info', {
      about,
      line,
      value,
      expected: usual.value,
      values,
    });
  });
}

/** Revision by revision of the fullest history: those that tell the same change. */
function differingRevisions(current: Edition, editions: readonly Edition[]): Discord[] {
  const pairs = new Map(
    editions.map((edition) => [
      edition,
      new Map(
        edition === current
          ? current.revisions.map((revision) => [revision, revision])
          : pairRevisions(current.revisions, edition.revisions),
      ),
    ]),
  );
  return current.revisions.flatMap((revision) => {
    const twins = editions.flatMap((edition) => {
      const twin = pairs.get(edition)?.get(revision);
      return twin === undefined ? [] : [{ edition, twin }];
    });
    const about = `revision ${revision.version ?? revision.ordinal}`;
    const told = (of: 'date' | 'version'): Stated[] =>
      twins
        .filter(({ edition, twin }) => of === 'version' || !isImpossible(edition, twin))
        .map(({ edition, twin }) => ({ edition, value: twin[of], line: twin.line }));
    return [...differing('date', about, told('date')), ...differing('version', about, told('version'))];
  });
}

const isImpossible = ({ published }: Edition, { date }: Revision): boolean =>
  published !== undefined && date !== undefined && date < published;

/** Whether the day of publication is itself one that most others tell otherwise, and earlier. */
const isLatePublished = ({ published }: Edition, editions: readonly Edition[]): boolean => {
  const usual = majority(editions.map((edition) => edition.published))?.value;
  return usual !== undefined && published !== undefined && usual < published;
};

/** A revision before the publication contradicts its own edition; it is no witness against others. */
const impossibleDates = (editions: readonly Edition[]): Discord[] =>
  editions.flatMap((edition) =>
    edition.revisions
      .filter((revision) => isImpossible(edition, revision) && !isLatePublished(edition, editions))
      .map((revision) =>
        discordIn(edition, 'impossible-date', 'error', {
          about: `revision ${revision.version ?? revision.ordinal}`,
          line: revision.line,
          value: revision.date,
          expected: edition.published,
          values: editions.map(({ locale, file, revisions }) => {
            const twin = revisions.find(({ ordinal }) => ordinal === revision.ordinal);
            return { locale, file, value: twin?.date, line: twin?.line };
          }),
        }),
      ),
  );

/** A translation state more than a contradiction: told once, whatever follows from it. */
function behind({ editions, lacks }: Advisory): Discord[] {
  return [...editions.values()].flatMap((edition) => {
    const lacked = lacks.get(edition.locale) ?? [];
    const [first] = lacked;
    if (first === undefined) return [];
    return discordIn(edition, 'behind', 'warning', {
      line: edition.revisions.at(-1)?.line,
      value: `${edition.revisions.length}`,
      expected: `${edition.revisions.length + lacked.length}`,
      values: [...editions.values()].map(({ locale, file, revisions }) => ({
        locale,
        file,
        value: `${revisions.length}`,
        line: revisions.at(-1)?.line,
      })),
    });
  });
}
