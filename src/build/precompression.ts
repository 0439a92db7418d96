import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Piscina } from 'piscina';
import { mediaTypes } from '../publish/hosts/header-table.ts';
import { removeUnused } from '../site/kept-files.ts';
import { projectFile, projectFileUrl } from '../site/settings.ts';
import { threadArguments } from '../site/threads.ts';
import type { CompressTask } from './compress-worker.ts';
import { siteFiles } from './site-files.ts';

/** Compressed files are kept between builds: of most pages nothing changed. */
const cache = projectFile('node_modules/.cache/concord-compressed');

/** Compresses every file of text at the end of a build, in threads. */
export function precompression(): AstroIntegration {
  return {
    name: 'precompression',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const files = siteFiles(site)
          .filter((path) => isCompressible(path))
          .map((path) => join(site, path));
        mkdirSync(cache, { recursive: true });
        const threads = availableParallelism();
        const pool = new Piscina<CompressTask>({
          filename: projectFileUrl('src/build/compress-worker.ts'),
          maxThreads: threads,
          execArgv: threadArguments,
        });
        // Every so-and-so-many-th: large and small ones are spread evenly.
        const shares = Array.from({ length: threads }, (_, share) =>
          files.filter((_file, at) => at % threads === share),
        );
        await Promise.all(shares.map((share) => pool.run({ files: share, cache })));
        await pool.destroy();
        removeUnused(cache, Math.max(4_000, files.length * 8));
      },
    },
  };
}

const isCompressible = (path: string): boolean => {
  const type = mediaTypes[/\.([a-z]+)$/.exec(path)?.[1] ?? ''];
  return type !== undefined && (type === mediaTypes.svg || !type.startsWith('image/'));
};
