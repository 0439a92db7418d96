import type { Location, Log, Run } from 'sarif';
import { type Discord, findingKinds, type Severity } from '../model/concordance/finding.ts';
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
export function auditSarif(discords: readonly Discord[]): string {
  const run: Run = {
    tool: { driver: { name: 'Concord', rules: findingKinds.map((id) => ({ id })) } },
    columnKind: 'utf16CodeUnits',
    results: discords.map((discord) => ({
      ruleId: discord.kind,
      ruleIndex: findingKinds.indexOf(discord.kind),
      level: levels[discord.severity],
      message: { text: sentenceOf(discord) },
      locations: [placeOf(discord)],
      relatedLocations: discord.values.flatMap(({ file, line, locale, value }) =>
        file === discord.file || line === undefined
          ? []
          : [{ ...placeOf({ file, line }), message: { text: `${locale}: ${value ?? '–'}` } }],
      ),
    })),
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return JSON.stringify(log, undefined, 2);
}

/** A finding about a whole file stands at its first line: a host shows only what has one. */
const placeOf = ({ file, line = 1 }: { file: string; line?: number | undefined }): Location => ({
  physicalLocation: {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line },
  },
});
