import type { Revision } from './edition.ts';

/** A revision of one history and the revision of another that tells the same change. */
export type RevisionPair = readonly [mine: Revision, theirs: Revision];

/**
 * Pairs the revisions of two histories of one advisory.
 *
 * Real histories repeat dates and versions and mistype both, so they are paired by the surest sign
 * first: version and date, then version, then date. What is left on both sides is taken for the same
 * changes told differently, in order; only a surplus stays alone.
 */
export function pairRevisions(mine: readonly Revision[], theirs: readonly Revision[]): RevisionPair[] {
  const signs: ((a: Revision, b: Revision) => boolean)[] = [
    (a, b) => sameVersion(a, b) && sameDate(a, b),
    sameVersion,
    (a, b) => sameDate(a, b) && !(a.version && b.version),
    sameDate,
    () => true,
  ];
  const pairs: RevisionPair[] = [];
  let left = [...mine];
  let right = [...theirs];
  for (const agrees of signs) {
    for (const a of left) {
      const b = right.find((candidate) => agrees(a, candidate));
      if (b === undefined) continue;
      pairs.push([a, b]);
      right = right.filter((candidate) => candidate !== b);
    }
    left = left.filter((a) => !pairs.some(([paired]) => paired === a));
  }
  return pairs;
}

/** What `theirs` has and `mine` lacks, oldest first. */
export function missingRevisions(
  mine: readonly Revision[],
  theirs: readonly Revision[],
): readonly Revision[] {
  const paired = new Set(pairRevisions(mine, theirs).map(([, b]) => b));
  return theirs.filter((revision) => !paired.has(revision));
}

const sameVersion = (a: Revision, b: Revision): boolean => a.version !== undefined && a.version === b.version;

const sameDate = (a: Revision, b: Revision): boolean => a.date !== undefined && a.date === b.date;
