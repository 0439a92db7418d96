import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { takeLock } from './lock.ts';

/** How often a build asks whether it is its turn, in milliseconds. */
const interval = 100;

/**
 * Keeps builds at the same time apart. Astro’s own store is one for each content folder, and one build can write
 * it: a second one has a store of its own, which is gone with it. Other files, in `.astro`, have one name in every
 * build, and are written while content is loaded: builds take turns at that.
 *
 * @param temporary where the store of a second build goes, absolute
 * @param shared the folder `.astro` of the project
 */
export function ownCache(temporary: string, shared: string): AstroIntegration {
  let endTurn = () => {};
  return {
    name: 'own-cache',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const folder = fileURLToPath(config.cacheDir);
        mkdirSync(folder, { recursive: true });
        mkdirSync(shared, { recursive: true });
        if (takeLock(join(folder, 'build.lock')) === undefined)
          updateConfig({ cacheDir: pathToFileURL(`${temporary}/`) });
        const turn = join(shared, 'loading.lock');
        let taken = takeLock(turn);
        for (; taken === undefined; taken = takeLock(turn)) await setTimeout(interval);
        endTurn = taken;
      },
      // Content is loaded by now.
      'astro:build:start': () => endTurn(),
    },
  };
}
