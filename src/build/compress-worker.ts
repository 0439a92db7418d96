import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { keep, kept } from '../site/kept-files.ts';

export interface CompressTask {
  /** Whole paths. */
  readonly files: readonly string[];
  /** The folder in which compressed files are kept between builds, by what they were made of. */
  readonly cache: string;
}

/** A smaller file fits into one packet as it is. */
const worthIt = 1024;
/** Measured on 600 files of our sites: the highest level (11) makes them 8 % smaller and takes fifty times as long. */
const brotliLevel = 6;
const gzipLevel = 9;
/** The same content is compressed to the same bytes by the same libraries only. */
const madeBy = [process.versions.brotli, process.versions.zlib, brotliLevel, gzipLevel].join(' ');

const compressors: readonly (readonly [ending: string, compress: (content: Buffer) => Buffer])[] = [
  [
    'br',
    (content) =>
      brotliCompressSync(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: brotliLevel,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
  ],
  ['gz', (content) => gzipSync(content, { level: gzipLevel })],
];

/** Writes beside each file what hosts send to browsers that take brotli or gzip. */
export default function compress({ files, cache }: CompressTask): void {
  for (const file of files) {
    const content = readFileSync(file);
    if (content.length < worthIt) continue;
    const key = createHash('sha256').update(madeBy).update('\0').update(content).digest('hex').slice(0, 40);
    for (const [ending, compressed] of compressors) {
      const place = join(cache, `${key}.${ending}`);
      // A copy, and no second name for the kept file: whoever edits what is published edits that alone.
      writeFileSync(`${file}.${ending}`, kept(place) ?? keptFrom(place, compressed(content)));
    }
  }
}

function keptFrom(place: string, content: Buffer): Buffer {
  try {
    keep(place, content);
  } catch {
    // Without it the next build takes longer.
  }
  return content;
}
