import { OwnFields } from './own-fields.ts';
import { type FrontMatter, isLegacyField } from './yaml-fields.ts';

/** Written to our field guide, or anything else that can be read. */
export type FileKind = 'own' | 'archive';

/** Fields of ours that other systems have, too. */
const shared: ReadonlySet<string> = new Set(['title', 'summary', 'source']);

/** Fields of publishing systems (Jekyll, Hugo, Eleventy, Starlight and others), none of them ours. */
const foreign: ReadonlySet<string> = new Set(
  'aliases author authors categories category date description draft excerpt lang language lastmod layout modified permalink slug tags translator type weight'.split(
    ' ',
  ),
);

/**
 * Which of the two readers a file is for. An archive file has fields of the archive’s own system, or lacks those of our guide; a
 * title alone is a field of every system. Asked once for each file.
 *
 *   id: ADV-2026-0007, title: …     own
 *   title: …                        own where it lies as `<id>/<locale>.md`, else of an archive
 *   title: …, layout: post          of an archive, wherever it lies
 *
 * @param placed whether the file lies where an own file belongs
 */
export function kindOf({ fields }: FrontMatter, placed: boolean): FileKind {
  const names = Object.keys(fields);
  if (names.some(isLegacyField)) return 'archive';
  const ours = names.filter((name) => Object.hasOwn(OwnFields.shape, name));
  if (ours.some((name) => !shared.has(name))) return 'own';
  return placed && ours.length > 0 && !names.some((name) => foreign.has(name)) ? 'own' : 'archive';
}
