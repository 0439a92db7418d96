import { splitAtMarkup } from '../../html/tags.ts';
import type { SectionRole } from '../../model/section-roles.ts';
import { plainText } from '../tree/markdown.ts';
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
export function archiveLevels(openings: readonly Opening[]): number[] {
  const levels = levelsOf(trueRanks(openings), (at, around) => {
    const role = openings[at]?.role;
    return !closingRoles.has(role) || topRoles.has(openings[around]?.role);
  });
  return withVulnerabilitiesInside(openings, levels);
}

/**
 * An empty “Vulnerability Information” holds what follows at its rank, up to the next section that has a role:
 *
 *   ## Vulnerability Information, ## X – CVE-2017-0043, ## Security Update Deployment  →  2, 3, 2
 */
function withVulnerabilitiesInside(openings: readonly Opening[], levels: readonly number[]): number[] {
  let around: number | undefined;
  return levels.map((level, at) => {
    const { role, content, kind } = openings[at] ?? {};
    const isBeside = around !== undefined && level <= around && (level < around || role !== undefined);
    if (isBeside) around = undefined;
    if (around !== undefined) return Math.min(6, level + 1);
    const isHolder = role === 'vulnerability-information' && kind === 'section' && isWithoutWords(content);
    if (isHolder && levels[at + 1] === level) around = level;
    return level;
  });
}

const isWithoutWords = (content: Opening['content'] = []): boolean =>
  content.every((node) =>
    node.type === 'html'
      ? splitAtMarkup(node.value).join('').trim() === ''
      : node.type === 'paragraph' && plainText(node).trim() === '',
  );

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
