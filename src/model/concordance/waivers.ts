import { z } from 'zod';
import { AdvisoryId, advisoryIdOf } from '../advisory-id.ts';
import { CalendarDate } from '../calendar-date.ts';
import { LocaleTag } from '../edition.ts';
import { localeOfTag } from '../locales.ts';
import { type Discord, findingKinds } from './finding.ts';

/** A finding that a person has looked at and accepts. */
export const Waiver = z.strictObject({
  // As people write them: `ADV-2026-0007`, `it-IT`.
  advisory: z.preprocess((id) => (typeof id === 'string' ? (advisoryIdOf(id) ?? id) : id), AdvisoryId),
  kind: z.enum(findingKinds),
  locale: z.preprocess((tag) => (typeof tag === 'string' ? (localeOfTag(tag) ?? tag) : tag), LocaleTag),
  /** What the edition has or lacks, where only one finding of the kind is meant. */
  value: z.string().optional(),
  reason: z.string().min(1),
  by: z.string().min(1),
  /** The last day on which it holds. */
  until: CalendarDate.optional(),
});
export type Waiver = z.infer<typeof Waiver>;

/** A waiver and where it stands. */
export interface PlacedWaiver {
  readonly waiver: Waiver;
  readonly file: string;
  readonly line: number;
}

/**
 * Takes accepted findings out, and tells which waivers accept nothing, or no longer hold.
 *
 * @param today a calendar date; a waiver holds up to its last day
 */
export function waive(
  found: readonly Discord[],
  waivers: readonly PlacedWaiver[],
  today: string,
): { open: Discord[]; waived: Discord[] } {
  const expired = waivers.filter(({ waiver }) => waiver.until !== undefined && waiver.until < today);
  const valid = waivers.filter((placed) => !expired.includes(placed));
  const used = new Set<PlacedWaiver>();
  const waived = found.filter((discord) => {
    const by = valid.filter(({ waiver }) => accepts(waiver, discord));
    for (const placed of by) used.add(placed);
    return by.length > 0;
  });
  const told = (kind: 'unused-waiver' | 'expired-waiver', { waiver, file, line }: PlacedWaiver): Discord => ({
    kind,
    severity: 'warning',
    advisory: waiver.advisory,
    locale: waiver.locale,
    file,
    line,
    value: kind === 'expired-waiver' ? waiver.until : `${waiver.kind} in ${waiver.locale}`,
    values: [],
  });
  return {
    open: [
      ...found.filter((discord) => !waived.includes(discord)),
      ...expired.map((placed) => told('expired-waiver', placed)),
      ...valid.filter((placed) => !used.has(placed)).map((placed) => told('unused-waiver', placed)),
    ],
    waived,
  };
}

const accepts = (waiver: Waiver, { advisory, kind, locale, value, expected }: Discord): boolean =>
  waiver.advisory === advisory &&
  waiver.kind === kind &&
  waiver.locale === locale &&
  (waiver.value === undefined || waiver.value === value || waiver.value === expected);
