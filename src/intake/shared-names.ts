import { type AdvisoryId, advisoryIdOf } from '../model/advisory-id.ts';
import type { Problem } from '../model/problem.ts';
import type { Candidate } from './one-edition.ts';

/**
 * Archive files whose id was translated with their text: the file `ms06-dec.md` says `ms06-dez` in German. Where the
 * files of other languages have the same name, and are called by it, it is the id of this one, too.
 *
 *   de-DE/ms06-dec.md says ms06-dez, it/ms06-dec.md says ms06-dec    →  ms06-dec, reported
 *   de-DE/954474.md says 954475, and so does it/954475.md             →  954475: others have this advisory
 *   de-DE/index.md says 954474, it/index.md says 954475               →  as they say: no id is a file’s name
 */
export function withSharedNames(candidates: readonly Candidate[]): {
  candidates: Candidate[];
  problems: Problem[];
} {
  const languages = Map.groupBy(candidates, ({ edition }) => edition.id);
  const called = new Map(
    [...languages].map(([id, editions]) => [id, editions.filter((one) => nameOf(one) === id)]),
  );
  const problems: Problem[] = [];
  const renamed = candidates.map((candidate): Candidate => {
    const { kind, shown, edition } = candidate;
    const name = nameOf(candidate);
    if (kind === 'own' || name === undefined || name === edition.id) return candidate;
    const { locale } = edition;
    const isElsewhere = (languages.get(edition.id) ?? []).some((one) => one.edition.locale !== locale);
    const others = called.get(name) ?? [];
    const isNameOfOthers = others.length > 0 && others.every((one) => one.edition.locale !== locale);
    if (isElsewhere || !isNameOfOthers) return candidate;
    problems.push({
      outcome: 'repaired',
      rule: 'id-disagreement',
      file: shown,
      field: 'id',
      what: `\`${edition.shownId}\` in the file, but \`${name}\` in its name and in the other languages`,
      remedy: `read as \`${name}\`; make them agree`,
    });
    const shownId = others[0]?.edition.shownId ?? name;
    return { ...candidate, edition: { ...edition, id: name, shownId } };
  });
  return { candidates: renamed, problems };
}

const nameOf = ({ path }: Candidate): AdvisoryId | undefined =>
  advisoryIdOf(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, ''));
