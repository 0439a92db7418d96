import { readFileSync } from 'node:fs';
import { type FilePlace, ingestEdition } from '../ingest/ingest.ts';
import { type KeptResult, keepResult } from './kept-results.ts';

export interface Task {
  readonly file: string;
  readonly place: FilePlace;
  readonly key: string;
}

/** Ingests one file in a thread of its own, so that its time and memory can be bounded from outside. */
export default function ingestFile({ file, place, key }: Task): KeptResult {
  return keepResult(key, ingestEdition(readFileSync(file), place));
}
