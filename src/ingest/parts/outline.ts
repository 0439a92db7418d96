import type { PhrasingContent, RootContent } from 'mdast';
import type { OutlineEntry } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import { levelsOf } from './heading-levels.ts';
import { type Opening, openingsIn } from './openings.ts';
import { countedIds, type GivenId, statedIds } from './section-ids.ts';

/** An entry of the outline and the nodes under it. */
export interface Part {
  readonly entry: OutlineEntry;
  /** The title as it is written. */
  readonly written: readonly PhrasingContent[];
  readonly content: readonly RootContent[];
}

export interface Outlined {
  /** What stands before the first heading. */
  readonly lead: readonly RootContent[];
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
}

/**
 * Divides a body into its sections and questions. In an own file every heading states its id
 * (`## Übersicht {#overview}`); in an archive file an id comes from the role of the section, else from
 * its position among its siblings, and questions are counted.
 */
export function outlineOf(children: readonly RootContent[], kind: 'own' | 'archive'): Outlined {
  const { lead, openings } = openingsIn(children, kind);
  const levels = levelsOf(openings, kind);
  const { ids, findings } =
    kind === 'own' ? statedIds(openings) : { ids: countedIds(openings, levels), findings: [] };
  const parts = openings.flatMap((opening, at) => {
    const [given, level] = [ids[at], levels[at]];
    return given === undefined || level === undefined ? [] : [partOf(opening, level, given)];
  });
  return { lead, parts, findings };
}

function partOf(
  { kind, title, written, role, line, content }: Opening,
  level: number,
  { id, idFrom }: GivenId,
): Part {
  return {
    entry: {
      kind,
      id,
      title,
      level,
      ...(role === undefined || role !== id ? {} : { role }),
      idFrom,
      ...(line === undefined ? {} : { line }),
    },
    written,
    content,
  };
}
