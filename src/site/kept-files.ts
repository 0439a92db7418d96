import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest.ts';

/** What a build keeps for the next is thrown away when no build has asked for it for so long. */
const keptFor = 24 * 60 * 60 * 1000;
const now = (): number => performance.timeOrigin + performance.now();

/** Says that a kept file or folder is in use, so that another build at the same time leaves it alone. */
export function markAsUsed(path: string): void {
  const time = now();
  try {
    if (time - statSync(path).mtimeMs > keptFor / 4) utimesSync(path, time / 1000, time / 1000);
  } catch {
    // It is gone, or belongs to somebody else: it is used all the same.
  }
}

const digestLength = 64;

/** Keeps a file, with its own digest before it: whatever a disk or a person does to it later is noticed. */
export const keep = (path: string, content: string | Uint8Array): void =>
  writeWhole(path, Buffer.concat([Buffer.from(digestOf(content)), Buffer.from(content)]));

/** The content of a kept file; undefined where it is not there, or is not what was kept. */
export function kept(path: string): Buffer | undefined {
  let whole: Buffer;
  try {
    whole = readFileSync(path);
  } catch {
    return undefined;
  }
  const content = whole.subarray(digestLength);
  if (digestOf(content) !== whole.toString('latin1', 0, digestLength)) return undefined;
  markAsUsed(path);
  return content;
}

/** Another build may be writing the same. Renaming is atomic: a reader finds the whole file or none. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.${Math.trunc(performance.now() * 1000)}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    // On a full disk what was begun is in the way of everybody.
    rmSync(temporary, { force: true });
    throw error;
  }
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
