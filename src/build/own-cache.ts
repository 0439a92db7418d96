import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isOtherRunning } from './running.ts';

/**
 * Astro’s own store is one for each content folder, and one build at a time can write it. A second one at the same
 * time has a store of its own, which is gone with it.
 *
 * @param temporary where that goes, absolute
 */
export function ownCache(temporary: string): AstroIntegration {
  return {
    name: 'own-cache',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const folder = fileURLToPath(config.cacheDir);
        const lock = join(folder, 'build.lock');
        mkdirSync(folder, { recursive: true });
        if (isTaken(lock)) updateConfig({ cacheDir: pathToFileURL(`${temporary}/`) });
        else process.once('exit', () => rmSync(lock, { force: true }));
      },
    },
  };
}

/** Takes the lock, unless a build that still runs has it. */
function isTaken(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return false;
  } catch {
    if (isOtherRunning(Number(readFileSync(lock, 'utf8')))) return true;
    writeFileSync(lock, `${process.pid}`);
    return false;
  }
}
