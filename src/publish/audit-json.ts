import type { Discord } from '../model/concordance/finding.ts';
import type { Problem } from '../model/problem.ts';
import { sentenceOf } from './discord-sentences.ts';

/** For programs: every finding with the values of all editions, the files that nothing is known of, the editions without a CSAF document. */
export const auditJson = (
  discords: readonly Discord[],
  refused: readonly Problem[],
  withoutCsaf: readonly Problem[],
): string =>
  JSON.stringify(
    {
      findings: discords.map((discord) => ({ ...discord, message: sentenceOf(discord) })),
      refused,
      withoutCsaf,
    },
    undefined,
    2,
  );
