import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { codePointName } from '../model/code-point.ts';
import { compareText, type Problem } from '../model/problem.ts';
import { hiddenIn, isNotUtf8, shownName, shownPath } from '../site/paths.ts';

/** A file of the content: what may be an edition, or an image. */
export interface ContentFile {
  /** Its true name, as bytes: what is read is what was found. */
  readonly file: Buffer;
  /** Path under the content folder with forward slashes, as it is shown. */
  readonly path: string;
  /** The same from the project’s folder. */
  readonly shown: string;
}

export interface ContentFiles {
  /** Those that may be editions, in code-unit order of their paths. */
  readonly files: readonly ContentFile[];
  /** Those that may be images, in the same order. */
  readonly images: readonly ContentFile[];
  readonly problems: readonly Problem[];
}

/**
 * Every Markdown file and image under `folder`. Names that begin with a dot, and `README.md`, the guide that lies beside
 * the content, are passed over. A symbolic link is followed where it leads to something in the folder, as in a
 * mounted ConfigMap; what leads out of it is refused by name. An image with such a fault is passed over: whether it
 * matters, the text that shows it says.
 */
export function contentFiles(folder: string): ContentFiles {
  const root = { file: Buffer.from(folder), path: '', shown: shownPath(folder) };
  const found: Found = { files: [], problems: [], entered: new Set(), links: [] };
  walk(root, [], found);
  // Links last: what they lead to may be read where it is. One may bring in more of them.
  for (const { entry, place, around } of found.links) take(entry, place, around, found);
  const ofKind = (kind: ContentKind) =>
    found.files.filter(({ path }) => kindOfName(path) === kind).sort((a, b) => compareText(a.path, b.path));
  return { files: ofKind('text'), images: ofKind('image'), problems: found.problems };
}

type Found = {
  files: ContentFile[];
  problems: Problem[];
  /** The real paths of the folders that were read: each is, once. */
  entered: Set<string>;
  /** Symbolic links that are yet to be followed. */
  links: { entry: Dirent<Buffer>; place: ContentFile; around: readonly string[] }[];
};

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
  found.entered.add(real);
  for (const entry of entries.filter(({ name }) => !name.toString('latin1').startsWith('.'))) {
    const next = { entry, place: placeIn(folder, entry.name), around: [...around, real] };
    if (entry.isSymbolicLink()) found.links.push(next);
    else take(entry, next.place, next.around, found);
  }
}

/** Reads an entry of a folder as what it is. */
function take(entry: Dirent<Buffer>, place: ContentFile, around: readonly string[], found: Found): void {
  const kind = kindOf(entry, place, around, found.entered);
  if (kind === undefined) return;
  const problem = typeof kind === 'object' ? kind : nameProblem(place, entry.name);
  if (problem !== undefined) found.problems.push(passedOver(problem, place));
  if (problem?.outcome === 'refused' || typeof kind === 'object') return;
  if (kind === 'folder') walk(place, around, found);
  else found.files.push(place);
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
  entered: ReadonlySet<string>,
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
    const inside = real.slice((around[0] ?? '').length + 1);
    if (isHidden(inside) || (stat.isFile() && !isContent(inside)))
      return refusal(
        place,
        'leads-to-hidden',
        'is a symbolic link to something that is not read by its own name',
        'give it a name without a dot in front, or remove the link',
      );
    if (around.includes(real))
      return refusal(place, 'leads-back', 'is a symbolic link to a folder that it is in', 'remove it');
    if (stat.isDirectory() && entered.has(real))
      return {
        ...refusal(
          place,
          'read-already',
          'is a symbolic link to a folder that was read already',
          'passed over',
        ),
        outcome: 'repaired',
      };
    return stat.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return isContent(place.path) ? unreadable(place, error) : undefined;
  }
}

const passedOver = (problem: Problem, { path }: ContentFile): Problem =>
  kindOfName(path) === 'image' ? { ...problem, outcome: 'repaired' } : problem;

/** Whether a name on the way begins with a dot. Two are Kubernetes’ own: the folder of a mounted ConfigMap. */
const isHidden = (path: string): boolean => path.split(sep).some((name) => /^\.(?!\.)/.test(name));

/** As a text of bytes: a path need not be UTF-8. */
const realPath = (file: Buffer): string => realpathSync.native(file, 'buffer').toString('latin1');

type ContentKind = 'text' | 'image';

function kindOfName(path: string): ContentKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.(?:png|jpe?g|gif|webp|avif)$/i.test(name)) return 'image';
  return /\.(?:md|markdown|txt)$/i.test(name) && !/^README\.md$/i.test(name) ? 'text' : undefined;
}

const isContent = (path: string): boolean => kindOfName(path) !== undefined;

/** Whether a name can be told from others by looking at it. */
function nameProblem(place: ContentFile, name: Buffer): Problem | undefined {
  const mark = hiddenIn(name);
  if (mark !== undefined) {
    return refusal(
      place,
      'forbidden-character',
      `has the invisible character ${codePointName(mark)} in its name`,
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
