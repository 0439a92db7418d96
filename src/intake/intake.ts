import { availableParallelism } from 'node:os';
import type { FilePlace } from '../ingest/ingest.ts';
import type { Edition } from '../model/edition.ts';
import { byGravity, type Problem } from '../model/problem.ts';
import { digestOf } from '../site/digest.ts';
import { shownPath } from '../site/paths.ts';
import { contentBytes } from './content-bytes.ts';
import { contentFiles } from './content-files.ts';
import { type FoundImages, findImages } from './images.ts';
import {
  cacheFolder,
  type KeptResult,
  keptResult,
  keyOf,
  pruneResults,
  versionOfCode,
} from './kept-results.ts';
import { type Candidate, oneForEach } from './one-edition.ts';
import { type Reader, reader } from './reader.ts';
import { sharedAddresses } from './shared-addresses.ts';
import { withSharedNames } from './shared-names.ts';
import { sectionsByAdvisory, unmetWants } from './wanted.ts';
import type { Read, Task } from './worker.ts';

/** What a content folder holds. */
export interface Intake {
  readonly files: number;
  readonly editions: readonly Edition[];
  /** The gravest first. */
  readonly problems: readonly Problem[];
  /** Editions that a refused file claims to be, so that their pages can say why they are not there. */
  readonly refusedClaims: readonly {
    readonly file: string;
    readonly id?: string | undefined;
    readonly locale?: string | undefined;
  }[];
}

export interface IntakeOptions {
  /** How much processor time one file may take, in milliseconds. */
  readonly timeLimit?: number;
  /** Told after each file: how many of those that are new have been read. */
  readonly onProgress?: (read: number, all: number) => void;
  /** Whether the thread stays for the next call, which then need not wait until it is ready. */
  readonly standby?: boolean;
}

/**
 * Reads every content file under `folder`. Files that were read before, byte for byte by the same code,
 * are not read again. Everything that is wrong with the content is in `problems`.
 */
export async function takeIn(
  folder: string,
  { timeLimit = 10_000, onProgress = () => {}, standby = false }: IntakeOptions = {},
): Promise<Intake> {
  const version = versionOfCode();
  const found = contentFiles(folder);
  const tasks = found.files.map(({ file, path, shown }): Task => ({ file, place: { path, shown }, version }));
  if (standby) waitingReader();
  const reads = await readAll(tasks, { timeLimit, onProgress, standby });
  pruneResults(tasks.length);

  const results = tasks.flatMap(({ place }, at): Result[] => {
    const read = reads[at];
    return read === undefined || !('result' in read) ? [] : [{ place, ...read }];
  });
  const images = findImages(results, found.images);
  const named = withSharedNames(results.flatMap((result) => candidateOf(result, images) ?? []));
  const { kept, problems } = oneForEach(named.candidates);
  const all = [
    ...found.problems,
    ...reads.flatMap(problemsOf),
    ...named.problems,
    ...problems,
    ...unmetWants(results, sectionsByAdvisory(kept)),
    ...sharedAddresses(kept),
    ...images.problems,
  ];
  return {
    files: tasks.length,
    editions: kept.map(({ edition }) => edition),
    problems: eachOnce(all).sort(byGravity),
    refusedClaims: tasks.flatMap(({ place }) => {
      const refused = all.some(({ file, outcome }) => file === place.shown && outcome === 'refused');
      const result = results.find((one) => one.place === place)?.result;
      return refused ? [{ file: place.shown, id: result?.id, locale: result?.locale }] : [];
    }),
  };
}

interface Result {
  readonly place: FilePlace;
  readonly key: string;
  readonly digest: string;
  readonly result: KeptResult;
}

const candidateOf = (
  { place, key, digest, result }: Result,
  { images }: FoundImages,
): Candidate | undefined =>
  result.edition && {
    path: place.path,
    shown: place.shown,
    kind: result.kind,
    edition: {
      ...result.edition,
      images: [...(images.get(place.path) ?? [])],
      textKey: key,
      sourceDigest: digest,
    },
  };

function problemsOf(read: Read): readonly Problem[] {
  if ('result' in read) return read.result.problems;
  return 'unread' in read ? [read.unread] : [unkept(read.unkept)];
}

/** No fault of any file: what is read has nowhere to go. */
const unkept = (reason: string): Problem => ({
  outcome: 'refused',
  rule: 'cache-not-writable',
  file: shownPath(cacheFolder),
  what: `cannot be written to (${reason}), and every build keeps there what it has read`,
  remedy: 'make room on the disk, or change the permissions of the folder, and build again',
});

/** What is wrong with the machine is wrong for every file, and said once. */
const eachOnce = (problems: readonly Problem[]): Problem[] => [
  ...problems.filter(({ rule }) => rule !== 'cache-not-writable'),
  ...problems.filter(({ rule }) => rule === 'cache-not-writable').slice(0, 1),
];

async function readAll(
  tasks: readonly Task[],
  { timeLimit, onProgress, standby }: Required<IntakeOptions>,
): Promise<Read[]> {
  const reads = tasks.map(readBefore);
  const open = tasks.flatMap((_, at) => (reads[at] === undefined ? [at] : []));
  const threads = Math.min(open.length, availableParallelism());
  const queue = open.values();
  let read = 0;
  const lane = async () => {
    const own = standby && threads === 1 ? waitingReader() : reader();
    try {
      for (const at of queue) {
        const task = tasks[at];
        if (task !== undefined) reads[at] = await own.read(task, timeLimit);
        read += 1;
        onProgress(read, open.length);
      }
    } finally {
      if (own !== standing) await own.close();
    }
  };
  await Promise.all(Array.from({ length: threads }, lane));
  return reads.filter((one) => one !== undefined);
}

/** What was kept of a file as it is now, or why it cannot be opened; undefined where it has to be read. */
function readBefore({ file, place, version }: Task): Read | undefined {
  const bytes = contentBytes(file, place.shown);
  if ('outcome' in bytes) return { unread: bytes };
  const digest = digestOf(bytes);
  const key = keyOf(digest, place, version);
  const result = keptResult(key);
  return result && { key, digest, result };
}

let standing: Reader | undefined;

/** A thread that stays for the next call. */
function waitingReader(): Reader {
  standing ??= reader();
  return standing;
}
