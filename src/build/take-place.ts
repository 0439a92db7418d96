import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { besideOf, isBuilt, markName, markText, mayReplace } from '../site/output-folder.ts';

/** Marks a folder as made by a build, which the next build may replace. */
export function markAsBuilt(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, markName), markText);
}

/**
 * Puts a built site in the place of the last one, in one step where the disk can.
 *
 * @param built a folder that is no longer needed afterwards
 * @param outDir where the site goes, absolute; a symbolic link stays one
 */
export function takePlace(built: string, outDir: string): void {
  const { site, next, last } = besideOf(outDir);
  markAsBuilt(built);
  // Hours may have passed since this was asked first.
  const taken = [site, next, last].find((folder) => !mayReplace(folder));
  if (taken !== undefined)
    throw new Error(`${taken}: was put there while the site was built; the new site is in ${built}`);
  rmSync(last, { recursive: true, force: true });
  const beside = besides(built, next);
  if (tryRename(site, last) || !existsSync(site)) renameSync(beside, site);
  else {
    // A mount cannot be renamed: its content is replaced.
    for (const name of readdirSync(site)) rmSync(join(site, name), { recursive: true });
    cpSync(beside, site, { recursive: true });
    rmSync(beside, { recursive: true });
  }
  rmSync(last, { recursive: true, force: true });
}

/** The built site on the disk of its place, where a rename is one step. */
function besides(built: string, next: string): string {
  rmSync(next, { recursive: true, force: true });
  if (tryRename(built, next)) return next;
  // Marked first: what a build leaves there when it is killed may be replaced.
  markAsBuilt(next);
  cpSync(built, next, { recursive: true });
  rmSync(built, { recursive: true });
  return next;
}

function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** After a build that was killed between its last two steps, the last site is put back. */
export function putBack(outDir: string): void {
  const { site, last } = besideOf(outDir);
  if (!existsSync(site) && existsSync(last) && isBuilt(last)) renameSync(last, site);
}

/** Makes the folders around a site. */
export const makeRoom = (outDir: string): void => {
  mkdirSync(dirname(outDir), { recursive: true });
};
