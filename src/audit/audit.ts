import { type Intake, takeIn } from '../intake/intake.ts';
import { keptFacts } from '../intake/kept-results.ts';
import { type Advisory, advisoriesOf } from '../model/advisory.ts';
import { byWeight, discordsOf } from '../model/concordance/concordance.ts';
import type { Discord } from '../model/concordance/finding.ts';
import { type PlacedWaiver, waive } from '../model/concordance/waivers.ts';

/** What an audit of a content folder found. */
export interface Audit {
  readonly intake: Intake;
  readonly advisories: readonly Advisory[];
  /** Without those that a waiver accepts. */
  readonly discords: readonly Discord[];
  readonly waived: readonly Discord[];
}

/**
 * What the editions of each advisory disagree on, and what of it a person has accepted.
 *
 * @param today the day on which waivers are weighed
 */
export function compare(
  advisories: readonly Advisory[],
  waivers: readonly PlacedWaiver[],
  today: string,
): ReturnType<typeof waive> {
  const found = advisories.flatMap((advisory) => discordsOf(advisory, keptFacts));
  return waive(found, waivers, today);
}

/**
 * Compares all editions of a content folder.
 *
 * @param waivers what a person has accepted
 * @param today the day on which waivers are weighed
 */
export async function audit(folder: string, waivers: readonly PlacedWaiver[], today: string): Promise<Audit> {
  const intake = await takeIn(folder);
  const advisories = advisoriesOf(intake.editions);
  const { open, waived } = compare(advisories, waivers, today);
  return { intake, advisories, discords: [...open].sort(byWeight), waived };
}
