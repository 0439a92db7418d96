import type { Discord } from '../model/concordance/finding.ts';
import type { Problem } from '../model/problem.ts';
import { sentenceOf } from './discord-sentences.ts';

/** For programs: every finding with the values of all editions, and the files that nothing is known of. */
export const auditJson = (discords: readonly Discord[], refused: readonly Problem[]): string =>
  JSON.stringify(
    { findings: discords.map((discord) => ({ ...discord, message: sentenceOf(discord) })), refused },
    undefined,
    2,
  );
