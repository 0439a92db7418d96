import { readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build keeps for the next is thrown away when no build has asked for it for so long. */
const keptFor = 24 * 60 * 60 * 1000;
const now = (): number => performance.timeOrigin + performance.now();

/**
 * Says that a kept file or folder is in use, so that another build at the same time leaves it alone.
 *
 * @returns whether it is there
 */
export function inUse(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  const time = now();
  if (time - stat.mtimeMs > keptFor / 4) utimesSync(path, time / 1000, time / 1000);
  return true;
}

/** Another build may be writing the same. Renaming is atomic: a reader finds the whole file or none. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.${Math.trunc(performance.now() * 1000)}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

/** Removes what nobody has used for long, where there is more than `most` of it. */
export function removeUnused(folder: string, most: number): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  if (names.length <= most) return;
  const time = now();
  for (const name of names) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && time - stat.mtimeMs > keptFor) rmSync(path, { recursive: true, force: true });
  }
}
