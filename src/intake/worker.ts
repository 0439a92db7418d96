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
  try {
    return keepResult(key, ingestEdition(readFileSync(file), place));
  } catch (error) {
    // A fault of ours, or text that exhausts the stack: the file is named and the build goes on telling.
    return {
      kind: 'archive',
      problems: [
        {
          outcome: 'refused',
          rule: 'unreadable',
          file: place.shown,
          what: `cannot be read (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`,
          remedy: 'simplify what is nested or unusual in it, or report this as a fault of Concord',
        },
      ],
    };
  }
}
