import { type FilePlace, ingestEdition } from '../ingest/ingest.ts';
import type { Problem } from '../model/problem.ts';
import { digestOf } from '../site/digest.ts';
import { contentBytes } from './content-bytes.ts';
import { type KeptResult, keepResult, keyOf } from './kept-results.ts';

export interface Task {
  readonly file: Uint8Array;
  readonly place: FilePlace;
  /** Version of the code, a part of the key. */
  readonly version: string;
}

/** What became of a file: its result, and the bytes that it is the result of. */
export type Read =
  | { readonly key: string; readonly digest: string; readonly result: KeptResult }
  | { readonly unread: Problem }
  /** Why the result could not be kept. */
  | { readonly unkept: string };

/**
 * Ingests one file in a thread of its own, so that its time and memory can be bounded from outside. Key and
 * result are made of one reading: whoever saves the file meanwhile changes neither.
 *
 * @param task without one, the thread only gets ready
 */
export default function ingestFile(task: Task | undefined): Read | undefined {
  if (task === undefined) return undefined;
  const { file, place, version } = task;
  const bytes = contentBytes(file, place.shown);
  if ('outcome' in bytes) return { unread: bytes };
  const digest = digestOf(bytes);
  const key = keyOf(digest, place, version);
  const ingested = ingestEdition(bytes, place);
  try {
    return { key, digest, result: keepResult(key, ingested) };
  } catch (error) {
    return { unkept: error instanceof Error && 'code' in error ? `${error.code}` : `${error}` };
  }
}
