import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { compareText, type Problem } from '../model/problem.ts';
import { hiddenIn, isNotUtf8, shownName, shownPath } from '../site/paths.ts';

/** A file that may be an edition. */
export interface ContentFile {
  /** Its true name, as bytes: what is read is what was found. */
  readonly file: Buffer;
  /** Path under the content folder with forward slashes, as it is shown. */
  readonly path: string;
  /** The same from the project’s folder. */
  readonly shown: string;
}

export interface ContentFiles {
  /** In code-unit order of their paths. */
  readonly files: readonly ContentFile[];
  readonly problems: readonly Problem[];
}

/**
 * Every Markdown file under `folder`. Names that begin with a dot, and `README.md`, the guide that lies beside
 * the content, are passed over. A symbolic link is followed where it leads to something in the folder, as in a
 * mounted ConfigMap; what leads out of it is refused by name.
 */
export function contentFiles(folder: string): ContentFiles {
  const root = { file: Buffer.from(folder), path: '', shown: shownPath(folder) };
  const found: Found = { files: [], problems: [] };
  walk(root, [], found);
  return { files: found.files.sort((a, b) => compareText(a.path, b.path)), problems: found.problems };
}

type Found = { files: ContentFile[]; problems: Problem[] };

/** @param around the real paths of the content folder and of every folder from there to this one */
function walk(folder: ContentFile, around: readonly string[], found: Found): void {
  let entries: Dirent<Buffer>[];
  let real: string;
  try {
    real = realPath(folder.file);
    entries = readdirSync(folder.file, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    found.problems.push(unreadable(folder, error));
    return;
  }
  for (const entry of entries.filter(({ name }) => !name.toString('latin1').startsWith('.'))) {
    const place = placeIn(folder, entry.name);
    const kind = kindOf(entry, place, [...around, real]);
    if (kind === undefined) continue;
    const problem = typeof kind === 'object' ? kind : nameProblem(place, entry.name);
    if (problem !== undefined) found.problems.push(problem);
    if (problem?.outcome === 'refused') continue;
    if (kind === 'folder') walk(place, [...around, real], found);
    else found.files.push(place);
  }
}

function placeIn(folder: ContentFile, name: Buffer): ContentFile {
  const shown = shownName(name);
  return {
    file: Buffer.concat([folder.file, Buffer.from(sep), name]),
    path: folder.path === '' ? shown : `${folder.path}/${shown}`,
    shown: `${folder.shown}/${shown}`,
  };
}

/** What an entry is read as, or why it is not; undefined where it is passed over. */
function kindOf(
  entry: Dirent<Buffer>,
  place: ContentFile,
  around: readonly string[],
): 'file' | 'folder' | Problem | undefined {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return isContent(place.path) ? 'file' : undefined;
  if (!entry.isSymbolicLink()) return undefined;
  try {
    const stat = statSync(place.file);
    if (!stat.isDirectory() && !(stat.isFile() && isContent(place.path))) return undefined;
    const real = realPath(place.file);
    if (!real.startsWith(`${around[0]}${sep}`))
      return refusal(
        place,
        'leads-out',
        'is a symbolic link that leads out of the content folder',
        'put what it leads to here instead, or remove it',
      );
    if (around.includes(real))
      return refusal(place, 'leads-back', 'is a symbolic link to a folder that it is in', 'remove it');
    return stat.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return isContent(place.path) ? unreadable(place, error) : undefined;
  }
}

/** As a text of bytes: a path need not be UTF-8. */
const realPath = (file: Buffer): string => realpathSync.native(file, 'buffer').toString('latin1');

function isContent(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.(?:md|markdown|txt)$/i.test(name) && !/^README\.md$/i.test(name);
}

/** Whether a name can be told from others by looking at it. */
function nameProblem(place: ContentFile, name: Buffer): Problem | undefined {
  const mark = hiddenIn(name);
  if (mark !== undefined) {
    const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return refusal(
      place,
      'forbidden-character',
      `has the invisible character U+${code} in its name`,
      'rename it',
    );
  }
  if (!isNotUtf8(name)) return undefined;
  const problem = refusal(
    place,
    'name-not-utf-8',
    'has a name that is not UTF-8',
    'read all the same; rename it',
  );
  return { ...problem, outcome: 'repaired' };
}

const refusal = (
  { shown }: { readonly shown: string },
  rule: string,
  what: string,
  remedy: string,
): Problem => ({ outcome: 'refused', rule, file: shown, what, remedy });

/** What could not be opened, and why, as the system names it: `EACCES`, `ENAMETOOLONG`. */
export const unreadable = (place: { readonly shown: string }, error: unknown): Problem =>
  refusal(
    place,
    'unreadable',
    `cannot be opened (${error instanceof Error && 'code' in error ? error.code : error})`,
    'mend its name or its permissions, or remove it',
  );
