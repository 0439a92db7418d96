import type { SectionRole } from '../../model/section-roles.ts';
import { labelDepth } from './archive-openings.ts';
import { levelsOf } from './heading-levels.ts';
import type { Opening } from './outline.ts';

/** Sections that hold others, and that nothing but the whole holds. */
const topRoles: ReadonlySet<SectionRole | undefined> = new Set([
  'general-information',
  'advisory-details',
  'other-information',
]);

/** What every advisory ends with; it is part of no other section, whatever its rank in the file. */
const closingRoles: ReadonlySet<SectionRole | undefined> = new Set([
  'feedback',
  'support',
  'resources',
  'disclaimer',
  'revisions',
]);

/**
 * Levels of the headings of an archive file.
 *
 * Many files turn the first two ranks around: an H3 (“General information”) is followed by the H2s that it
 * contains. Where it has no text of its own it does contain them; else they are its peers:
 *
 *   ### General, ## Overview, ## Details       →  2, 3, 3
 *   ### General (with text), ## Overview       →  2, 2
 *   ### General, ## Overview, ### Other, ## X  →  2, 3, 2, 3
 */
export const archiveLevels = (openings: readonly Opening[]): number[] =>
  levelsOf(trueRanks(openings), (at, around) => {
    const role = openings[at]?.role;
    return !closingRoles.has(role) || topRoles.has(openings[around]?.role);
  });

function trueRanks(openings: readonly Opening[]): number[] {
  const first = openings.find(({ depth }) => depth < labelDepth)?.depth ?? 0;
  const turned = openings.some(({ depth }) => depth > 1 && depth < first);
  if (!turned) return openings.map(({ depth }) => depth);
  let wrapped = false;
  let nested = false;
  return openings.map(({ depth, role, content }, at) => {
    if (depth === first) {
      const next = openings[at + 1];
      wrapped = content.length === 0 && next !== undefined && next.depth < first && next.depth > 1;
      if (wrapped || !nested || topRoles.has(role)) {
        nested = false;
        return 1;
      }
      return depth;
    }
    if (depth < first && depth > 1) {
      nested = !wrapped;
      return wrapped ? 1.5 : 1;
    }
    return depth;
  });
}
