import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { digestOf } from '../site/digest.ts';
import { wouldDestroy } from '../site/output-folder.ts';
import { shownPath } from '../site/paths.ts';
import { projectFile } from '../site/settings.ts';
import { isOtherRunning } from './running.ts';
import { makeRoom, putBack, takePlace } from './take-place.ts';

const builds = projectFile('.astro');
const machine = digestOf(hostname()).slice(0, 8);

/** A folder that no other build uses, and that is removed when this one has ended. */
export const ownFolder = join(builds, `build-${machine}-${process.pid}`);

/**
 * Builds in a folder of its own, and takes the place of the last site at the very end: whatever goes wrong on
 * the way, the last site stays as it was. Astro puts what it runs while it builds there too, so that two builds
 * at once share nothing; and it does so only for a folder in the project.
 *
 * @param outDir the folder of the site, absolute
 */
export function replaceAtTheEnd(outDir: string): AstroIntegration {
  let done = false;
  return {
    name: 'replace-at-the-end',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        const lost = wouldDestroy(outDir, shownPath);
        // Where in our code it was noticed is of no use to whoever set it.
        if (lost.length > 0) throw Object.assign(new Error(lost.join('\n')), { stack: lost.join('\n') });
        makeRoom(outDir);
        putBack(outDir);
        removeAbandoned(builds, `build-${machine}-`);
        updateConfig({ outDir: pathToFileURL(`${ownFolder}/`) });
        // A process that has nothing left to wait for ends with 0, whatever was to come.
        process.once('exit', (code) => {
          if (done || code !== 0) return;
          console.error('The build ended before it was done; the last site stayed as it was.');
          process.exitCode = 1;
        });
      },
      'astro:build:done': () => {
        takePlace(ownFolder, outDir);
        done = true;
        rmSync(`${ownFolder}-store`, { recursive: true, force: true });
      },
    },
  };
}

/** What builds of this machine left that were ended before their end. */
function removeAbandoned(folder: string, prefix: string): void {
  const names = existing(folder).filter((name) => name.startsWith(prefix));
  for (const name of names)
    if (!isOtherRunning(Number.parseInt(name.slice(prefix.length), 10)))
      rmSync(join(folder, name), { recursive: true, force: true });
}

function existing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
