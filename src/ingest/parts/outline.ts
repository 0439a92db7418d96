import type { PhrasingContent, RootContent } from 'mdast';
import type { OutlineEntry } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import type { SectionRole } from '../../model/section-roles.ts';

/** A heading, question or label before its rank and id are known. */
export interface Opening {
  readonly kind: OutlineEntry['kind'];
  readonly title: string;
  /** The title as it is written, without the emphasis around it. */
  readonly written: readonly PhrasingContent[];
  /** Rank in the file: 1 to 6 for headings, more for what is no heading there. */
  readonly depth: number;
  readonly role?: SectionRole | undefined;
  readonly statedId?: string | undefined;
  readonly line: number | undefined;
  readonly content: RootContent[];
}

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

/** An id, and what makes it mean the same in two editions. */
export type GivenId = Pick<OutlineEntry, 'id' | 'idFrom'>;

/** Openings with the level and the id that each was given. */
export const partsOf = (
  openings: readonly Opening[],
  levels: readonly number[],
  ids: readonly GivenId[],
): Part[] =>
  openings.flatMap((opening, at) => {
    const [given, level] = [ids[at], levels[at]];
    return given === undefined || level === undefined ? [] : [partOf(opening, level, given)];
  });

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
