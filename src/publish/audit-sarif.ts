import type { Location, Log, Result, Run } from 'sarif';
import { type Discord, findingKinds, type Severity } from '../model/concordance/finding.ts';
import type { Problem } from '../model/problem.ts';
import { uriOfShown } from '../site/paths.ts';
import { sentenceOf } from './discord-sentences.ts';

/** SARIF’s levels (2.1.0, §3.27.10). */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * The Static Analysis Results Interchange Format, version 2.1.0 (OASIS), with which code hosts annotate
 * the lines of a change. Paths are from the project’s folder; what the others have are related places.
 */
export function auditSarif(
  discords: readonly Discord[],
  refused: readonly Problem[],
  withoutCsaf: readonly Problem[],
): string {
  const run: Run = {
    tool: { driver: { name: 'Concord', rules: rules.map((id) => ({ id })) } },
    columnKind: 'utf16CodeUnits',
    results: [
      ...refused.map((problem) => resultOf(problem, 'refused-file', 'error')),
      ...withoutCsaf.map((problem) => resultOf(problem, 'no-csaf', 'note')),
      ...discords.map(
        (discord): Result => ({
          ruleId: discord.kind,
          ruleIndex: findingKinds.indexOf(discord.kind),
          level: levels[discord.severity],
          message: { text: plainMessage(sentenceOf(discord)) },
          locations: [placeOf(discord)],
          relatedLocations: discord.values.flatMap(({ file, line, locale, value }) =>
            file === discord.file || line === undefined
              ? []
              : [
                  {
                    ...placeOf({ file, line }),
                    message: { text: plainMessage(`${locale}: ${value ?? '–'}`) },
                  },
                ],
          ),
        }),
      ),
    ],
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return JSON.stringify(log, undefined, 2);
}

const rules = [...findingKinds, 'refused-file', 'no-csaf'] as const;

const resultOf = (problem: Problem, ruleId: (typeof rules)[number], level: 'error' | 'note'): Result => ({
  ruleId,
  ruleIndex: rules.indexOf(ruleId),
  level,
  message: { text: plainMessage(`${problem.what}; ${problem.remedy}`) },
  locations: [placeOf(problem)],
});

/** Braces would be placeholders (§3.11.5). */
const plainMessage = (text: string): string => text.replace(/[{}]/g, '$&$&');

/** A finding about a whole file stands at its first line: a host shows only what has one. */
const placeOf = ({ file, line = 1 }: { file: string; line?: number | undefined }): Location => ({
  physicalLocation: {
    artifactLocation: { uri: uriOfShown(file) },
    region: { startLine: line },
  },
});
