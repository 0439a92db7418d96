import type { Problem } from '../model/problem.ts';
import type { Candidate } from './one-edition.ts';

/**
 * Two ids that have one address: `RHSA-2026:0123` and `RHSA-2026-0123`. They would be shown as editions of one
 * advisory. Letter case makes no difference; of two files of an archive nobody can say how the id is written.
 */
export function sharedAddresses(kept: readonly Candidate[]): Problem[] {
  const byId = Map.groupBy(kept, ({ edition }) => edition.id);
  return [...byId.values()].flatMap((editions): Problem[] => {
    const [first, ...others] = editions.filter(({ kind }) => kind === 'own');
    if (first === undefined) return [];
    return others
      .filter(({ edition }) => edition.shownId.toLowerCase() !== first.edition.shownId.toLowerCase())
      .map(({ shown, edition }) => ({
        outcome: 'refused',
        rule: 'shared-address',
        file: shown,
        field: 'id',
        what: `\`${edition.shownId}\` has the same address as \`${first.edition.shownId}\` of ${first.shown}, \`${edition.id}\``,
        remedy: 'write the id alike in every language, or give one of the two advisories another',
      }));
  });
}
