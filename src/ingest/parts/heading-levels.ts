import type { SectionRole } from '../../model/section-roles.ts';
import { labelDepth, type Opening } from './openings.ts';

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

/** Sections that the closing ones may stand in. */
const closingSections: ReadonlySet<SectionRole | undefined> = new Set([
  'general-information',
  'advisory-details',
  'other-information',
]);

const holdsClosing = (stack: readonly { role: SectionRole | undefined }[]): boolean =>
  stack.length === 0 || closingSections.has(stack.at(-1)?.role);

/**
 * Ranks without gaps, 2 for the highest, so that the page’s outline is sound.
 *
 * Many archive files turn the first two ranks around: an H3 (“General information”) is followed by the
 * H2s that it contains. Where it has no text of its own it does contain them; else they are its peers.
 */
export function levelsOf(openings: readonly Opening[], kind: 'own' | 'archive'): number[] {
  const ranks = trueRanks(openings);
  const levels: number[] = [];
  const stack: { rank: number; level: number; role: SectionRole | undefined }[] = [];
  for (const [at, rank] of ranks.entries()) {
    const role = openings[at]?.role;
    while ((stack.at(-1)?.rank ?? -1) >= rank) stack.pop();
    if (kind === 'archive' && closingRoles.has(role)) while (!holdsClosing(stack)) stack.pop();
    const level = Math.min(6, (stack.at(-1)?.level ?? 1) + 1);
    stack.push({ rank, level, role });
    levels.push(level);
  }
  return levels;
}

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
