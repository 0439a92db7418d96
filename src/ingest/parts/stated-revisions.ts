import type { Revision } from '../../model/edition.ts';
import type { LineOfWords, ReadRevision } from '../read-file.ts';

/**
 * The history that the front matter states.
 *
 * @param lines of its fields, by their path: `revisions.0.note`
 * @param readNote reads a note, which is at that field and line
 */
export const statedRevisions = (
  revisions: readonly Omit<Revision, 'ordinal' | 'line'>[],
  lines: ReadonlyMap<string, number>,
  readNote: (note: string, field: string, line: number | undefined) => LineOfWords,
): ReadRevision[] =>
  revisions.map(({ note, ...revision }, index) => {
    const name = `revisions.${index}`;
    const line = lines.get(name);
    return {
      ordinal: index + 1,
      ...revision,
      note: readNote(note, `${name}.note`, lines.get(`${name}.note`) ?? line),
      ...(line === undefined ? {} : { line }),
    };
  });
