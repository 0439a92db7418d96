import type { Ingested } from '../ingest/ingest.ts';
import { moreRevised } from '../model/advisory.ts';
import type { Edition } from '../model/edition.ts';
import { compareText, type Problem } from '../model/problem.ts';

/** A file that became an edition. */
export interface Candidate {
  readonly path: string;
  readonly shown: string;
  readonly kind: Ingested['kind'];
  readonly edition: Edition;
}

/**
 * One file for each edition. A second own file is refused: two people wrote the same page. Of archive
 * files the one with the newest dated revision stays, then the longer history, then the later path; an
 * own file stays before any archive file. The others are set aside, each by name.
 */
export function oneForEach(candidates: readonly Candidate[]): { kept: Candidate[]; problems: Problem[] } {
  const kept: Candidate[] = [];
  const problems: Problem[] = [];
  const groups = Map.groupBy(candidates, ({ edition }) => `${edition.locale}/${edition.id}`);
  for (const group of groups.values()) {
    const [first, ...others] = [...group].sort(byClaim);
    if (first === undefined) continue;
    kept.push(first);
    for (const other of others) problems.push(second(other, first));
  }
  return { kept, problems };
}

function byClaim(a: Candidate, b: Candidate): number {
  if (a.kind !== b.kind) return a.kind === 'own' ? -1 : 1;
  if (a.kind === 'own') return compareText(a.path, b.path);
  if (moreRevised(a.edition, b.edition)) return -1;
  return moreRevised(b.edition, a.edition) ? 1 : compareText(b.path, a.path);
}

function second({ shown, kind, edition }: Candidate, first: Candidate): Problem {
  const what = `is a second edition of ${edition.shownId} in ${edition.locale}; the other is ${first.shown}`;
  return kind === 'own'
    ? { outcome: 'refused', rule: 'second-edition', file: shown, what, remedy: 'keep one of the two' }
    : {
        outcome: 'set-aside',
        rule: 'second-edition',
        file: shown,
        what,
        remedy: 'left out; the other is as new or newer',
      };
}
