import { readWaivers } from '../audit/waiver-file.ts';
import { keptFacts } from '../intake/kept-results.ts';
import type { AdvisoryId } from '../model/advisory-id.ts';
import { discordsOf } from '../model/concordance/concordance.ts';
import type { Discord } from '../model/concordance/finding.ts';
import { waive } from '../model/concordance/waivers.ts';
import { settings } from '../site/settings.ts';
import { advisories, onceInBuild } from './advisories.ts';

/** What the editions of each advisory disagree on, the surest first, without what a person has accepted. */
export const concordance = onceInBuild(compare);

async function compare(): Promise<ReadonlyMap<AdvisoryId, readonly Discord[]>> {
  const { advisories: folder } = settings();
  const found = (await advisories()).flatMap((advisory) =>
    discordsOf(advisory, ({ textKey }) => keptFacts(textKey)),
  );
  // A page must not change with the day it is built on: that a waiver has ended is told by the audit, and
  // so is one that accepts nothing.
  const { open } = waive(found, readWaivers(folder), '');
  return Map.groupBy(
    open.filter(({ kind }) => !kind.endsWith('-waiver')),
    ({ advisory }) => advisory,
  );
}
