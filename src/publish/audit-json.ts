import type { Discord } from '../model/concordance/finding.ts';
import { sentenceOf } from './discord-sentences.ts';

/** For programs: every finding with the values of all editions. */
export const auditJson = (discords: readonly Discord[]): string =>
  JSON.stringify(
    { findings: discords.map((discord) => ({ ...discord, message: sentenceOf(discord) })) },
    undefined,
    2,
  );
