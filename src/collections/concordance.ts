import { compare } from '../audit/audit.ts';
import { readWaivers } from '../audit/waiver-file.ts';
import type { AdvisoryId } from '../model/advisory-id.ts';
import type { Discord } from '../model/concordance/finding.ts';
import { settings } from '../site/settings.ts';
import { advisories, onceInBuild } from './advisories.ts';

/** What the editions of each advisory disagree on, the surest first, without what a person has accepted. */
export const concordance = onceInBuild(compareAll);

async function compareAll(): Promise<ReadonlyMap<AdvisoryId, readonly Discord[]>> {
  // A page must not change with the day it is built on: that a waiver has ended is told by the audit, and
  // so is one that accepts nothing.
  const { open } = compare(await advisories(), readWaivers(settings().advisories), '');
  return Map.groupBy(
    open.filter(({ kind }) => !kind.endsWith('-waiver')),
    ({ advisory }) => advisory,
  );
}
