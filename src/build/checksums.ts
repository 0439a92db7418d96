import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteFiles } from './site-files.ts';

/**
 * Writes beside every CSAF document its checksums, as `sha256sum` and `sha512sum` read them: hash, two
 * spaces, file name (CSAF 2.0, 7.1.18).
 */
export function checksums(): AstroIntegration {
  return {
    name: 'checksums',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'csaf');
        for (const path of siteFiles(folder)) {
          if (!/^\d{4}\/[^/]+\.json$/.test(path)) continue;
          const file = join(folder, path);
          const document = readFileSync(file);
          for (const algorithm of ['sha256', 'sha512']) {
            const hash = createHash(algorithm).update(document).digest('hex');
            writeFileSync(`${file}.${algorithm}`, `${hash}  ${basename(file)}\n`);
          }
        }
      },
    },
  };
}
