import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { maxBytes } from '../ingest/bytes/decode.ts';
import type { Problem } from '../model/problem.ts';
import { unreadable } from './content-files.ts';

/**
 * The bytes of a content file, or why they cannot be had. A file beyond the limit is not read whole, and what is
 * no longer a plain file since it was found is not read at all.
 *
 * @param limit in bytes; that of ingest for a text
 */
export function contentBytes(file: Uint8Array, shown: string, limit = maxBytes): Buffer | Problem {
  let opened: number | undefined;
  try {
    // Of a pipe that has taken the place of the file nobody waits for the other end.
    opened = openSync(Buffer.from(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(opened);
    if (!stat.isFile()) return unreadable({ shown }, 'it is no file');
    if (stat.size > limit)
      return {
        outcome: 'refused',
        rule: 'too-large',
        file: shown,
        what: `has ${stat.size} bytes`,
        remedy: `the limit is ${limit}; divide the file`,
      };
    return readFileSync(opened);
  } catch (error) {
    return unreadable({ shown }, error);
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
