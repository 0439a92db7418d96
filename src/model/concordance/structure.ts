import type { Edition } from '../edition.ts';
import { primaryLanguage } from '../locales.ts';
import { type Discord, discordIn } from './finding.ts';
import { certainty, majority, valuesOf, type Witness } from './witness.ts';

/** What is counted in every edition. */
const counted: Readonly<Record<string, (witness: Witness) => number>> = {
  questions: ({ edition }) => edition.outline.filter(({ kind }) => kind === 'question').length,
  sections: ({ edition }) => edition.outline.filter(({ kind }) => kind === 'section').length,
  // A text without a history that says which version it is is up to date, and still lacks the list.
  revisions: ({ edition }) => edition.revisions.length,
  'blocks of code': ({ facts }) =>
    new Set(facts.flatMap(({ kind, block }) => (kind === 'code' ? [block] : []))).size,
  tables: ({ facts }) => facts.filter(({ kind }) => kind === 'table').length,
};

/** Parts and tables of which one edition has another number. */
export function differingStructure(witnesses: readonly Witness[]): Discord[] {
  const counts = Object.entries(counted).flatMap(([about, count]) =>
    differingCounts(about, witnesses, (witness) => `${count(witness)}`),
  );
  // Where a text names no product, nobody read a list out of it.
  const naming = witnesses.filter(({ edition }) => edition.affected.length > 0);
  const products = differingCounts('products', naming, ({ edition }) => `${edition.affected.length}`);
  return [...counts, ...products, ...differingTables(witnesses)];
}

function differingCounts(
  about: string,
  witnesses: readonly Witness[],
  count: (witness: Witness) => string,
  lineOf: (witness: Witness) => number | undefined = () => undefined,
): Discord[] {
  const usual = majority(witnesses.map(count));
  const values = valuesOf(witnesses, (witness) => ({ value: count(witness), line: lineOf(witness) }));
  if (usual === undefined) {
    const [first] = witnesses;
    const differs = new Set(witnesses.map(count)).size > 1;
    if (first === undefined || !differs) return [];
    return [discordIn(first.edition, 'structure', 'info', { about, value: count(first), values })];
  }
  const deviating = witnesses.filter((witness) => count(witness) !== usual.value);
  return deviating.map((witness) =>
    discordIn(
      witness.edition,
      'structure',
      deviating.length === 1 && certainty(usual.count, false) !== 'info' ? 'warning' : 'info',
      {
        about,
        line: lineOf(witness),
        value: count(witness),
        expected: usual.value,
        values,
      },
    ),
  );
}

/** Table by table, where all have as many. */
function differingTables(witnesses: readonly Witness[]): Discord[] {
  const tables = new Map(
    witnesses.map((witness) => [witness, witness.facts.filter(({ kind }) => kind === 'table')]),
  );
  const counts = new Set([...tables.values()].map(({ length }) => length));
  const [count = 0] = counts;
  if (counts.size !== 1) return [];
  return Array.from({ length: count }, (_, at) =>
    differingCounts(
      `table ${at + 1}`,
      witnesses,
      (witness) => tables.get(witness)?.[at]?.value ?? '',
      (witness) => tables.get(witness)?.[at]?.line,
    ),
  ).flat();
}

/** Texts that are in another language than their locale’s. */
export const foreignTexts = (editions: readonly Edition[]): Discord[] =>
  editions.flatMap((edition) =>
    primaryLanguage(edition.language) === primaryLanguage(edition.locale)
      ? []
      : [
          discordIn(edition, 'language', 'error', {
            line: 1,
            value: edition.language,
            expected: edition.locale,
            values: editions.map(({ locale, language, file }) => ({ locale, file, value: language })),
          }),
        ],
  );
