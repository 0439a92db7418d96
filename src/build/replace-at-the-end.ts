import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Builds beside the last site and takes its place at the very end: whatever goes wrong on the way, the
 * last site stays as it was.
 *
 * @param outDir the folder of the site, absolute
 */
export function replaceAtTheEnd(outDir: string): AstroIntegration {
  // Hidden, so that no path begins with that of a neighbour: what lies beside the project, and begins with its
  // path, would be taken for a part of it.
  const beside = (state: string) => join(dirname(outDir), `.${basename(outDir)}.${state}`);
  const next = beside('next');
  const last = beside('last');
  return {
    name: 'replace-at-the-end',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ outDir: pathToFileURL(`${next}/`) });
      },
      'astro:build:done': () => {
        rmSync(last, { recursive: true, force: true });
        try {
          renameSync(outDir, last);
        } catch {
          // There is none yet; or it is a mount, and its content is replaced below.
        }
        try {
          renameSync(next, outDir);
        } catch {
          for (const name of readdirSync(outDir)) rmSync(join(outDir, name), { recursive: true });
          cpSync(next, outDir, { recursive: true });
          rmSync(next, { recursive: true });
        }
        rmSync(last, { recursive: true, force: true });
      },
    },
  };
}
