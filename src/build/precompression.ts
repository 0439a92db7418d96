import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { mediaTypes } from '../publish/hosts/header-table.ts';

/** A smaller file fits into one packet as it is. */
const worthIt = 1024;
/** Measured on 600 files of our sites: the highest level (11) makes them 8 % smaller and takes fifty times as long. */
const brotliLevel = 6;

/** Writes beside every larger file of text what hosts send to browsers that take brotli or gzip. */
export function precompression(): AstroIntegration {
  return {
    name: 'precompression',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const paths = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
          (path) => (/\.([a-z]+)$/.exec(path)?.[1] ?? '') in mediaTypes && !path.endsWith('.png'),
        );
        // Node compresses on threads of its own; as many files as they can take wait for them.
        const waiting = paths[Symbol.iterator]();
        await Promise.all(Array.from({ length: 8 }, () => compressEach(site, waiting)));
      },
    },
  };
}

async function compressEach(site: string, paths: Iterable<string>): Promise<void> {
  for (const path of paths) {
    const file = join(site, path);
    const content = readFileSync(file);
    if (content.length < worthIt) continue;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: brotliLevel,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    const compressed = { br: await brotli(content, { params }), gz: await zipped(content, { level: 9 }) };
    for (const [ending, bytes] of Object.entries(compressed))
      if (bytes.length < content.length) writeFileSync(`${file}.${ending}`, bytes);
  }
}

const brotli = promisify<Buffer, { params: Record<number, number> }, Buffer>(brotliCompress);
const zipped = promisify<Buffer, { level: number }, Buffer>(gzip);
