import { type Fact, type FactKind, shownIn } from '../fact.ts';
import { type Discord, discordIn, type FindingKind, type Severity } from './finding.ts';
import { isSlip } from './likeness.ts';
import { certainty, isLocalMatter, sectionsAt, valuesOf, type Witness } from './witness.ts';

/** What a fact of each kind is told as, where it differs. */
const told: Partial<Readonly<Record<FactKind, FindingKind>>> = {
  article: 'identifier',
  cve: 'identifier',
  bulletin: 'identifier',
  apsb: 'identifier',
  link: 'link',
  guid: 'literal',
  registry: 'literal',
  file: 'literal',
  hex: 'literal',
  hash: 'literal',
  version: 'literal',
};

/**
 * Facts that one edition has otherwise than all the others, or lacks, or has alone. What one lacks and
 * what it has instead are one finding.
 *
 * @param witnesses editions of the same revision and about the same size
 */
export function differingFacts(witnesses: readonly Witness[]): Discord[] {
  if (witnesses.length < 2) return [];
  const kinds = Object.keys(told) as FactKind[];
  return kinds.flatMap((kind) => differingIn(kind, witnesses));
}

function differingIn(kind: FactKind, witnesses: readonly Witness[]): Discord[] {
  const sets = new Map(witnesses.map((witness) => [witness, factsByValue(kind, witness)]));
  const holders = new Map<string, Witness[]>();
  for (const [witness, set] of sets)
    for (const value of set.keys()) holders.set(value, [...(holders.get(value) ?? []), witness]);
  return witnesses.flatMap((witness) => {
    const own = sets.get(witness) ?? new Map<string, Fact>();
    const others = witnesses.length - 1;
    const lacking = [...holders].flatMap(([value, having]): Fact[] => {
      const model = having.length === others && !having.includes(witness) ? having[0] : undefined;
      const fact = model && sets.get(model)?.get(value);
      return fact === undefined || isLocalMatter((model as Witness).edition, fact.line) ? [] : [fact];
    });
    const alone = [...own.values()].filter(
      (fact) => holders.get(fact.value)?.length === 1 && !isLocalMatter(witness.edition, fact.line),
    );
    return discordsOf(kind, witness, witnesses, { lacking, alone }, (other, value) =>
      sets.get(other)?.get(value),
    );
  });
}

function discordsOf(
  kind: FactKind,
  { edition }: Witness,
  witnesses: readonly Witness[],
  { lacking, alone }: { lacking: readonly Fact[]; alone: readonly Fact[] },
  find: (witness: Witness, value: string) => Fact | undefined,
): Discord[] {
  const others = witnesses.length - 1;
  const open = new Set(lacking);
  const values = (fact: Fact, mine?: Fact) =>
    valuesOf(witnesses, (other) => {
      const found = other.edition === edition ? mine : find(other, fact.value);
      return { value: found && shownIn(found), line: found?.line };
    });
  const replaced = alone.flatMap((fact): Discord[] => {
    const twin = twinOf(fact, [...open], edition, lacking.length === 1 && alone.length === 1, witnesses);
    if (twin === undefined) return [];
    open.delete(twin.fact);
    return [
      discordIn(edition, told[kind] ?? 'literal', replacedSeverity(kind, others, twin.slip), {
        line: fact.line,
        about: kind,
        value: shownIn(fact),
        expected: shownIn(twin.fact),
        values: values(twin.fact, fact),
      }),
    ];
  });
  const paired = new Set(replaced.map(({ line, value }) => `${line} ${value}`));
  const missing = [...open].flatMap((fact): Discord[] =>
    // Where a link leads is often each country’s own; what it names is compared by its words too.
    kind === 'link' && !/^(?:kb|cve|bulletin|advisory):/.test(fact.value)
      ? []
      : [
          discordIn(edition, 'missing-fact', others >= 2 ? 'warning' : 'info', {
            line: placeFor(fact, edition, witnesses),
            about: kind,
            expected: shownIn(fact),
            values: values(fact),
          }),
        ],
  );
  const extra = alone.flatMap((fact): Discord[] =>
    paired.has(`${fact.line} ${shownIn(fact)}`) || kind === 'link'
      ? []
      : [
          discordIn(edition, told[kind] ?? 'literal', others >= 3 ? 'warning' : 'info', {
            line: fact.line,
            about: kind,
            value: shownIn(fact),
            values: values(fact, fact),
          }),
        ],
  );
  return [...replaced, ...missing, ...extra];
}

/** A page of its own in each country is no slip, only a difference. */
function replacedSeverity(kind: FactKind, others: number, slip: boolean): Severity {
  if (kind === 'link' && !slip) return 'info';
  return certainty(others, slip);
}

/** What the others have instead of a fact: the same but for a slip, or the only one in the same section. */
function twinOf(
  fact: Fact,
  lacking: readonly Fact[],
  edition: Witness['edition'],
  only: boolean,
  witnesses: readonly Witness[],
): { fact: Fact; slip: boolean } | undefined {
  // A country may have a download of its own.
  if (fact.value.startsWith('download:')) return undefined;
  const slipped =
    lacking.find((other) => isSlip(other.value, fact.value) || isSlip(addressOf(other), addressOf(fact))) ??
    withoutComma(fact, edition, witnesses);
  if (slipped !== undefined) return { fact: slipped, slip: true };
  const [candidate] = lacking;
  if (!only || candidate === undefined) return undefined;
  const holder = witnesses.find(({ facts }) => facts.includes(candidate));
  const here = sectionsAt(edition, fact.line)[0];
  const there = holder && sectionsAt(holder.edition, candidate.line)[0];
  return here !== undefined && here === there ? { fact: candidate, slip: false } : undefined;
}

/** The address of a link as it is written, without its scheme. */
const addressOf = ({ kind, shown = '' }: Fact): string =>
  kind === 'link' ? shown.replace(/^https?:/i, '').toLowerCase() : '';

/** What a decimal comma made an address of: `kb/9123,45`, `2007,aspx`. */
function withoutComma(
  { kind, shown = '' }: Fact,
  edition: Witness['edition'],
  witnesses: readonly Witness[],
): Fact | undefined {
  if (kind !== 'link' || !shown.includes(',')) return undefined;
  const plain = (address: string) => address.replace(/^https?:/, '').replace(/[.,]/g, '');
  return witnesses
    .filter((other) => other.edition !== edition)
    .flatMap(({ facts }) => facts)
    .find((other) => other.kind === 'link' && plain(other.shown ?? '') === plain(shown));
}

/** Where it would stand: the line of the section that holds it in another edition. */
function placeFor(
  fact: Fact,
  { outline }: Witness['edition'],
  witnesses: readonly Witness[],
): number | undefined {
  const holder = witnesses.find(({ facts }) => facts.includes(fact));
  const ids = holder === undefined ? [] : sectionsAt(holder.edition, fact.line);
  return ids.flatMap((id) => outline.find((entry) => entry.id === id)?.line ?? [])[0];
}

/** The first place of each value; what stands in a block of code is compared with its line. */
function factsByValue(kind: FactKind, { facts }: Witness): Map<string, Fact> {
  const found = new Map<string, Fact>();
  for (const fact of facts) if (fact.kind === kind && !found.has(fact.value)) found.set(fact.value, fact);
  return found;
}
