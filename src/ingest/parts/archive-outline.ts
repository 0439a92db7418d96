import type { RootContent } from 'mdast';
import { archiveLevels } from './archive-levels.ts';
import { openingsIn } from './archive-openings.ts';
import { countedIds } from './counted-ids.ts';
import { type Outlined, partsOf } from './outline.ts';

/**
 * Divides the text of an archive file into its sections and questions. An id comes from the role of the section,
 * else from its position among its siblings, and questions are counted.
 */
export function archiveOutline(children: readonly RootContent[]): Outlined {
  const { lead, openings } = openingsIn(children);
  const levels = archiveLevels(openings);
  return { lead, parts: partsOf(openings, levels, countedIds(openings, levels)), findings: [] };
}
