import type { Advisory } from '../advisory.ts';
import type { Edition } from '../edition.ts';
import type { Fact } from '../fact.ts';
import { identifierOf } from '../identifier.ts';
import { compareText } from '../problem.ts';
import { differingCode } from './code-lines.ts';
import { contradictions } from './contradictions.ts';
import { differingFacts } from './fact-sets.ts';
import { type Discord, discordIn, severities } from './finding.ts';
import { differingHistory } from './history.ts';
import { differingStructure, foreignTexts } from './structure.ts';
import { valuesOf, type Witness } from './witness.ts';

/**
 * Where the editions of an advisory disagree on facts, the surest first. No edition is the source: each
 * is heard against all the others.
 *
 * Editions are compared with those of the same revision; one that is much shorter or longer than most is
 * not compared fact by fact: what it lacks follows from that, and is told once.
 */
export function discordsOf(advisory: Advisory, factsOf: (edition: Edition) => readonly Fact[]): Discord[] {
  const witnesses = [...advisory.editions.values()].map((edition) => ({ edition, facts: factsOf(edition) }));
  const contradicting = contradictions(witnesses);
  const found = [
    ...contradicting,
    ...differingHistory(advisory, witnesses),
    ...foreignTexts(witnesses.map(({ edition }) => edition)),
    ...ofOneRevision(advisory, witnesses).flatMap((group) => {
      const alike = alikeIn(group);
      const code = differingCode(group);
      const facts = withoutCode(differingFacts(alike), code, group);
      return [
        ...code,
        ...toldOnce(facts, contradicting),
        ...differingStructure(group),
        ...differingSize(group, alike),
      ];
    }),
  ];
  return found.sort(byWeight);
}

/** Editions that lack the same revisions: what one has may not be there yet in the others. */
const ofOneRevision = ({ lacks }: Advisory, witnesses: readonly Witness[]): Witness[][] => [
  ...Map.groupBy(witnesses, ({ edition }) =>
    (lacks.get(edition.locale) ?? []).map(({ revision }) => `${revision.version} ${revision.date}`).join(),
  ).values(),
];

/** The surest first, then by place. */
export const byWeight = (a: Discord, b: Discord): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  compareText(a.file, b.file) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  compareText(a.kind, b.kind);

/** Editions of about the same size as most: a summary need not name what a whole text names. */
function alikeIn(witnesses: readonly Witness[]): Witness[] {
  const sizes = witnesses.map(sizeOf).sort((a, b) => a - b);
  const median = sizes[Math.trunc(sizes.length / 2)] ?? 0;
  return witnesses.filter((witness) => {
    const size = sizeOf(witness);
    return size >= median * 0.6 && size <= median * 1.7;
  });
}

const sizeOf = ({ edition, facts }: Witness): number => edition.outline.length + facts.length / 4 + 1;

/**
 * A link that names one thing and leads to another is also one that is lacking, and one too many; a link
 * and its words name the same.
 */
function toldOnce(discords: readonly Discord[], contradicting: readonly Discord[]): Discord[] {
  const named = discords.filter(({ about }) => about !== 'link');
  const holds = (link: string | undefined, id: string | undefined) =>
    link !== undefined &&
    id !== undefined &&
    link.toLowerCase().includes((identifierOf(id)?.id ?? id).toLowerCase());
  return discords.filter((discord) => {
    const { file, line, kind, about, value, expected } = discord;
    const contradicted = contradicting.some(
      (one) =>
        one.file === file &&
        (one.line === line || (kind === 'missing-fact' && holds(expected, one.expected))),
    );
    const repeated =
      about === 'link' &&
      named.some(
        (one) =>
          one.file === file &&
          one.line === line &&
          (holds(value ?? expected, one.value ?? one.expected) || holds(expected, one.expected)),
      );
    return !contradicted && !repeated;
  });
}

/** An edition that is much shorter or longer than the others: its facts were not compared one by one. */
function differingSize(group: readonly Witness[], alike: readonly Witness[]): Discord[] {
  const usual =
    alike.map(({ facts }) => facts.length).sort((a, b) => a - b)[Math.trunc(alike.length / 2)] ?? 0;
  return group
    .filter((witness) => !alike.includes(witness))
    .map(({ edition, facts }) =>
      discordIn(edition, 'structure', alike.length >= 2 ? 'warning' : 'info', {
        about: 'facts',
        value: `${facts.length}`,
        expected: `${usual}`,
        values: valuesOf(group, (other) => ({ value: `${other.facts.length}` })),
      }),
    );
}

/** What is part of a line of code that differs has been told with the line. */
function withoutCode(
  discords: readonly Discord[],
  code: readonly Discord[],
  witnesses: readonly Witness[],
): Discord[] {
  const told = new Set(code.map(({ file, line }) => `${file}:${line}`));
  const codeLines = new Set(
    witnesses.flatMap(({ edition, facts }) =>
      facts.flatMap(({ kind, line }) => (kind === 'code' ? [`${edition.file}:${line}`] : [])),
    ),
  );
  return discords.filter(({ file, line, kind, values }) => {
    if (kind !== 'missing-fact') return !told.has(`${file}:${line}`) || kind === 'link';
    const places = values.filter((value) => value.line !== undefined);
    return !places.every((value) => codeLines.has(`${value.file}:${value.line}`));
  });
}
