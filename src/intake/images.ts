import { posix } from 'node:path';
import { type AskedImage, shownInstead } from '../ingest/html/images.ts';
import type { FilePlace, Ingested } from '../ingest/ingest.ts';
import type { EditionImage } from '../model/image.ts';
import type { Problem } from '../model/problem.ts';
import { shownName } from '../site/paths.ts';
import type { ContentFile } from './content-files.ts';
import { type ImageFault, type ImageLook, lookAtImage } from './image-look.ts';

/** A text, and the images that it asks for. */
export interface Asking {
  readonly place: FilePlace;
  readonly result: Pick<Ingested, 'kind' | 'images'>;
}

export interface FoundImages {
  /** By the path of the text under the content folder. */
  readonly images: ReadonlyMap<string, readonly EditionImage[]>;
  readonly problems: readonly Problem[];
}

/**
 * Finds the images that texts ask for among the files of the content folder; nowhere else is anything opened.
 *
 *   adv-1/de-DE.md asks for net.png            →  adv-1/net.png
 *   2014/1.md asks for ../Images/NET.GIF       →  images/net.gif, where the text is an archive file
 *   adv-1/de-DE.md asks for ../../../secret.png  →  reported
 */
export function findImages(texts: readonly Asking[], files: readonly ContentFile[]): FoundImages {
  const folder = folderOf(files);
  const looks = new Map<ContentFile, ImageLook | ImageFault>();
  const lookOnce = (file: ContentFile) => {
    const look = looks.get(file) ?? lookAtImage(file);
    looks.set(file, look);
    return look;
  };
  const images = new Map<string, EditionImage[]>();
  const problems: Problem[] = [];
  for (const { place, result } of texts) {
    const shown: EditionImage[] = [];
    for (const [path, [asked]] of Map.groupBy(result.images ?? [], (one) => one.path)) {
      if (asked === undefined) continue;
      const found = folder.find(place.path, path, result.kind);
      const report = (what: string, remedy: string) =>
        problems.push({
          outcome: 'repaired',
          rule: 'image',
          file: place.shown,
          line: asked.line,
          what: `the image \`${path.slice(0, 120)}\` ${what}`,
          remedy,
        });
      const look = 'file' in found ? lookOnce(found.file) : found;
      if ('wayOut' in look) {
        report(look.what, `${shownInstead(asked.hasWords)}; ${look.wayOut}`);
        continue;
      }
      if ('file' in found && found.isOtherCase)
        report(
          `is \`${found.file.path}\`, in other letter case`,
          'shown all the same; write its name as it is, letter case makes a difference to most systems',
        );
      shown.push({ path, ...look });
    }
    for (const { path, line } of (result.images ?? []).filter(isWithoutWords))
      if (shown.some((one) => one.path === path))
        problems.push({
          outcome: 'repaired',
          rule: 'image-without-words',
          file: place.shown,
          line,
          what: `the image \`${path.slice(0, 120)}\` has no alternative text`,
          remedy: 'shown without; write what one sees, `![what one sees](…)`',
        });
    images.set(place.path, shown);
  }
  return { images, problems: [...problems, ...unused(files, looks)] };
}

const isWithoutWords = ({ hasWords }: AskedImage): boolean => !hasWords;

type Found = { readonly file: ContentFile; readonly isOtherCase: boolean } | ImageFault;

function folderOf(files: readonly ContentFile[]): {
  find: (from: string, path: string, kind: Ingested['kind']) => Found;
} {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const byLetters = Map.groupBy(files, ({ path }) => path.toLowerCase());
  return {
    find(from, path, kind) {
      const isArchive = kind === 'archive';
      if (path.startsWith('/') && !isArchive)
        return { what: 'begins with a slash', wayOut: 'give its path from this file' };
      const at = pathFrom(from, isArchive ? path.replaceAll('\\', '/') : path);
      if (at === undefined)
        return { what: 'is outside the content folder', wayOut: 'put the file beside this one' };
      const same = byPath.get(at);
      if (same !== undefined) return { file: same, isOtherCase: false };
      const [alike] = byLetters.get(at.toLowerCase()) ?? [];
      return alike === undefined
        ? { what: 'is not there', wayOut: 'put the file there, or correct the name' }
        : { file: alike, isOtherCase: !isArchive };
    },
  };
}

/** A path under the content folder, as files are shown; undefined where it leads out. */
function pathFrom(text: string, path: string): string | undefined {
  const joined = path.startsWith('/')
    ? posix.normalize(path).slice(1)
    : posix.normalize(posix.join(posix.dirname(text), shownPathOf(path)));
  return joined.startsWith('../') ? undefined : joined;
}

const shownPathOf = (path: string): string =>
  path
    .split('/')
    .map((name) => shownName(Buffer.from(name)))
    .join('/');

/** Files that nobody sees are a mistake, or in the way. */
const unused = (files: readonly ContentFile[], looks: ReadonlyMap<ContentFile, unknown>): Problem[] =>
  files
    .filter((file) => !looks.has(file))
    .map(({ shown }) => ({
      outcome: 'repaired',
      rule: 'unused-image',
      file: shown,
      what: 'is an image that no text shows',
      remedy: 'not published; show it with `![what one sees](…)`, or remove it',
    }));
