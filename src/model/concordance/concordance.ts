import type { Advisory } from '../advisory.ts';
import type { Edition } from '../edition.ts';
import type { Fact } from '../fact.ts';
import { compareText } from '../problem.ts';
import { differingCode } from './code-lines.ts';
import { contradictions } from './contradictions.ts';
import { differingFacts } from './fact-sets.ts';
import { type Discord, severities } from './finding.ts';
import { differingHistory } from './history.ts';
import { differingStructure, foreignTexts } from './structure.ts';
import type { Witness } from './witness.ts';

/**
 * Where the editions of an advisory disagree on facts, the surest first. No edition is the source: each
 * is heard against all the others.
 *
 * An edition that is behind, or much shorter or longer than most, is not compared fact by fact: what it
 * lacks follows from that, and is told once.
 */
export function discordsOf(advisory: Advisory, factsOf: (edition: Edition) => readonly Fact[]): Discord[] {
  const witnesses = [...advisory.editions.values()].map((edition) => ({ edition, facts: factsOf(edition) }));
  const upToDate = witnesses.filter(({ edition }) => advisory.lacks.get(edition.locale)?.length === 0);
  const alike = alikeIn(upToDate);
  const code = differingCode(witnesses);
  const contradicting = contradictions(witnesses);
  const found = [
    ...contradicting,
    ...differingHistory(advisory, witnesses),
    ...foreignTexts(witnesses.map(({ edition }) => edition)),
    ...code,
    ...withoutLinks(withoutCode(differingFacts(alike), code, witnesses), contradicting),
    ...differingStructure(upToDate),
  ];
  return found.sort(byWeight);
}

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

/** A link that leads elsewhere is also one that is lacking, and one too many; so is what it names. */
const withoutLinks = (discords: readonly Discord[], contradicting: readonly Discord[]): Discord[] =>
  discords.filter(
    ({ file, value = '', expected = '' }) =>
      !contradicting.some((one) => {
        const ids = [one.expected, one.value].map((id) => (id ?? '').toLowerCase());
        return one.file === file && ids.some((id) => `${value} ${expected}`.toLowerCase().includes(id));
      }),
  );

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
