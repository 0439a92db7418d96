import type { Advisory } from '../model/advisory.ts';
import { type Discord, type Severity, severities } from '../model/concordance/finding.ts';
import { headline } from '../model/edition.ts';
import { oneLine } from '../model/problem.ts';
import { sentenceOf } from './discord-sentences.ts';

/** Sets a word in the colour of a severity, or leaves it. */
export type Paint = (severity: Severity, text: string) => string;

/** For people: by advisory, the surest first, a line for each finding, then how many there are. */
export function auditText(
  discords: readonly Discord[],
  advisories: readonly Advisory[],
  waived: number,
  paint: Paint,
): string {
  const byAdvisory = [...Map.groupBy(discords, ({ advisory }) => advisory)];
  const blocks = byAdvisory.map(([id, found]) => {
    const advisory = advisories.find((one) => one.id === id);
    const title = advisory === undefined ? id : `${advisory.shownId} ${headline(advisory.current).subject}`;
    return [oneLine(title), ...found.map((discord) => `  ${lineOf(discord, paint)}`), ''].join('\n');
  });
  return [...blocks, countsOf(discords, waived)].join('\n');
}

const lineOf = (discord: Discord, paint: Paint): string => {
  const { severity, kind, file, line } = discord;
  const place = line === undefined ? file : `${file}:${line}`;
  return `${oneLine(place)} ${paint(severity, severity)} ${kind}: ${oneLine(sentenceOf(discord))}`;
};

function countsOf(discords: readonly Discord[], waived: number): string {
  const counts = severities.map((severity) => {
    const { length } = discords.filter((discord) => discord.severity === severity);
    return `${severity} ${length}`;
  });
  return `${counts.join(', ')}, waived ${waived}`;
}
