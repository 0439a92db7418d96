import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isOtherRunning } from './running.ts';

/**
 * Takes a lock for this process: a file with its number. It is given back when the process ends at the latest.
 *
 * @param path of the file, in a folder that exists
 * @returns how to give it back; undefined where a process that still runs has it
 */
export function takeLock(path: string): (() => void) | undefined {
  // The file is whole from the moment it is there: one without its number would look like nobody's.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${process.pid}`);
  try {
    linkSync(own, path);
    rmSync(own);
  } catch {
    if (isOtherRunning(ownerOf(path))) {
      rmSync(own);
      return undefined;
    }
    // Of a process that was ended.
    renameSync(own, path);
  }
  const giveBack = () => {
    if (ownerOf(path) === process.pid) rmSync(path, { force: true });
  };
  process.once('exit', giveBack);
  return giveBack;
}

function ownerOf(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return 0;
  }
}
