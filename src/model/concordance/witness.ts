import type { Edition } from '../edition.ts';
import type { Fact } from '../fact.ts';
import type { Locale } from '../locales.ts';
import type { SectionRole } from '../section-roles.ts';
import type { EditionValue, Severity } from './finding.ts';

/** An edition with its facts, as it takes part in a comparison. */
export interface Witness {
  readonly edition: Edition;
  readonly facts: readonly Fact[];
}

/** What each edition has, in the order of the witnesses. */
export const valuesOf = (
  witnesses: readonly Witness[],
  of: (witness: Witness) => { value: string | undefined; line?: number | undefined },
): EditionValue[] =>
  witnesses.map((witness) => {
    const { locale, file } = witness.edition;
    const { value, line } = of(witness);
    return { locale, value, file, line };
  });

/**
 * How sure a single edition’s deviation is.
 *
 * @param others how many agree against it
 * @param slip whether it looks like a slip of the one: a swapped date, a comma for a point
 */
export function certainty(others: number, slip: boolean): Severity {
  if (others >= 3 || (others >= 2 && slip)) return 'error';
  return others >= 2 ? 'warning' : 'info';
}

/** Parts whose links and numbers are each country’s own. */
const localRoles: ReadonlySet<SectionRole> = new Set([
  'resources',
  'support',
  'feedback',
  'disclaimer',
  'acknowledgments',
  'protections-program',
]);

/** The ids of the sections that hold a line, the innermost first. */
export function sectionsAt({ outline }: Edition, line: number): string[] {
  const at = outline.findLastIndex((entry) => (entry.line ?? Number.POSITIVE_INFINITY) <= line);
  const found: string[] = [];
  let level = 7;
  for (let index = at; index >= 0; index -= 1) {
    const entry = outline[index];
    if (entry === undefined || entry.level >= level) continue;
    found.push(entry.id);
    level = entry.level;
  }
  return found;
}

/** Whether a line stands where each country has its own addresses. */
export function isLocalMatter(edition: Edition, line: number): boolean {
  const ids = new Set(sectionsAt(edition, line));
  return edition.outline.some(({ id, role }) => ids.has(id) && role !== undefined && localRoles.has(role));
}

/** The value that most of the editions have: more than any other value, and more than one edition. */
export function majority(
  values: readonly (string | undefined)[],
): { value: string; count: number } | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < 2 || first[1] === second?.[1]) return undefined;
  return { value: first[0], count: first[1] };
}

/** By locale. */
export const witnessOf = (witnesses: readonly Witness[], locale: Locale): Witness | undefined =>
  witnesses.find(({ edition }) => edition.locale === locale);
