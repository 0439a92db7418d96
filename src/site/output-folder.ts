import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/*
 * A build replaces what an earlier build made, and nothing else. Every folder that one makes has a file by which
 * it is known.
 */

export const markName = '.concord-build';
export const markText =
  'A build of Concord made this folder. The next build replaces it, with everything that is in it.\n';

/** The same in the folder of files for hosts, which a person may adapt: no site takes its place. */
export const hostsMarkText =
  'A build of Concord made this folder. The next build writes its files again, but for those that were changed.\n';

/** The first line of the list of problems, by which that file is known. */
export const listHead = '# Problems of the last build of Concord. The next build replaces this file.\n';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function hasMark(folder: string, text: string): boolean {
  const mark = join(folder, markName);
  return existsSync(mark) && readFileSync(mark, 'utf8').startsWith(text);
}

/** Whether a build made the folder as a site. */
export const isBuilt = (folder: string): boolean => hasMark(folder, markText);

/** Whether anything is there, also a symbolic link to nothing. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const isFree = (folder: string, mark: string): boolean =>
  !isThere(folder) || (isFolder(folder) && (readdirSync(folder).length === 0 || hasMark(folder, mark)));

/** Whether nothing is lost when a build puts a site there: nothing is there, nothing is in it, or a build made it. */
export const mayReplace = (folder: string): boolean => isFree(folder, markText);

/** What a build puts beside its site. */
export interface Beside {
  /** The site itself: what OUT_DIR leads to, where it is a symbolic link. */
  readonly site: string;
  /** Files for the administrators of hosts. */
  readonly hosts: string;
  /** The list of problems. */
  readonly list: string;
  /** The site on its way, where it was built on another disk. */
  readonly next: string;
  /** The site before, until the next one is in its place. */
  readonly last: string;
}

/** @param outDir as it was set, absolute */
export function besideOf(outDir: string): Beside {
  const site = existsSync(outDir) ? realpathSync(outDir) : outDir;
  // Hidden, as far as a shell is concerned.
  const hidden = (state: string) => join(dirname(site), `.${basename(site)}.${state}`);
  return {
    site,
    hosts: `${outDir}.hosts`,
    list: `${outDir}.problems.txt`,
    next: hidden('next'),
    last: hidden('last'),
  };
}

/**
 * What a build with that OUT_DIR would destroy and did not make, a sentence each.
 *
 * @param shown how a path is written for a person
 */
export function wouldDestroy(outDir: string, shown: (path: string) => string): string[] {
  const { site, hosts, list, next, last } = besideOf(outDir);
  if (isThere(outDir) && !existsSync(outDir))
    return [`${shown(outDir)} is a symbolic link to nothing; make the folder that it leads to`];
  const way = 'move it away, or name another OUT_DIR';
  return [
    ...[site, next, last]
      .filter((folder) => !mayReplace(folder))
      .concat(isFree(hosts, hostsMarkText) ? [] : [hosts])
      .map(
        (folder) =>
          `${shown(folder)} was not made by a build (it has no ${markName}), and a build would replace it; ${way}`,
      ),
    ...(isThere(list) && !(isFile(list) && readFileSync(list, 'utf8').startsWith(listHead))
      ? [`${shown(list)} was not written by a build, and a build would replace it; ${way}`]
      : []),
  ];
}
