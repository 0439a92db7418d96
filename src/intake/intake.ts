import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { maxBytes } from '../ingest/decode.ts';
import type { Edition } from '../model/edition.ts';
import { byGravity, type Problem } from '../model/problem.ts';
import { projectFileUrl, shownPath } from '../site/settings.ts';
import { threadArguments } from '../site/threads.ts';
import { contentFiles } from './content-files.ts';
import { type KeptResult, keptResult, keyOf, pruneResults, versionOfCode } from './kept-results.ts';
import { type Candidate, oneForEach } from './one-edition.ts';
import type { Task } from './worker.ts';

export { keptFacts, keptText } from './kept-results.ts';

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
  /** How long one file may take, in milliseconds. */
  readonly timeLimit?: number;
  /** Told after each file: how many of those that are new have been read. */
  readonly onProgress?: (read: number, all: number) => void;
  /** Whether the thread stays for the next call, which then need not wait until it is ready. */
  readonly standby?: boolean;
}

const memoryLimit = 512; // MiB of old space for each worker

/**
 * Reads every content file under `folder`. Files that were read before, byte for byte by the same code,
 * are not read again. Bad content is told in `problems`; only a missing folder throws.
 */
export async function takeIn(
  folder: string,
  { timeLimit = 10_000, onProgress = () => {}, standby = false }: IntakeOptions = {},
): Promise<Intake> {
  const version = versionOfCode();
  const paths = contentFiles(folder);
  const unread: Problem[] = [];
  const tasks = paths.flatMap((path): Task[] => {
    const file = join(folder, path);
    const place = { path, shown: shownPath(file) };
    const bytes = bytesOf(file, place.shown);
    if ('outcome' in bytes) unread.push(bytes);
    return 'outcome' in bytes ? [] : [{ file, place, key: keyOf(bytes, place, version) }];
  });
  if (standby) standingPool();
  const results = await resultsOf(tasks, { timeLimit, onProgress, standby });
  pruneResults(tasks.length);

  const candidates = tasks.flatMap(({ place, key }, at): Candidate[] => {
    const result = results[at];
    if (result?.edition === undefined) return [];
    return [
      {
        path: place.path,
        shown: place.shown,
        kind: result.kind,
        edition: { ...result.edition, textKey: key },
      },
    ];
  });
  const { kept, problems } = oneForEach(candidates);
  const all = [
    ...unread,
    ...results.flatMap((result) => result.problems),
    ...problems,
    ...unmetWants(tasks, results, new Set(kept.map(({ edition }) => edition.id))),
  ];
  return {
    files: paths.length,
    editions: kept.map(({ edition }) => edition),
    problems: all.sort(byGravity),
    refusedClaims: tasks.flatMap(({ place }, at) => {
      const refused = all.some(({ file, outcome }) => file === place.shown && outcome === 'refused');
      return refused ? [{ file: place.shown, id: results[at]?.id, locale: results[at]?.locale }] : [];
    }),
  };
}

/** Links to files of advisories that are not here. */
function unmetWants(
  tasks: readonly Task[],
  results: readonly KeptResult[],
  here: ReadonlySet<string>,
): Problem[] {
  return results.flatMap(({ wanted = [] }, at) =>
    wanted
      .filter(({ id }) => !here.has(id))
      .map(({ target, line }) => ({
        outcome: 'repaired' as const,
        rule: 'unusable-link',
        file: tasks[at]?.place.shown ?? '',
        line,
        what: `the link target \`${target}\` names an advisory that is not here`,
        remedy: 'its text is shown without a link; add the advisory, or give an http or https address',
      })),
  );
}

/** A file’s bytes, or why they cannot be had. A file beyond the limit of ingest is not read whole. */
function bytesOf(file: string, shown: string): Uint8Array | Problem {
  const refuse = (rule: string, what: string, remedy: string): Problem => ({
    outcome: 'refused',
    rule,
    file: shown,
    what,
    remedy,
  });
  try {
    const { size } = statSync(file);
    if (size > maxBytes)
      return refuse('too-large', `has ${size} bytes`, `the limit is ${maxBytes}; divide the file`);
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error;
    return refuse('unreadable', `cannot be opened (${reason})`, 'mend its name or its permissions');
  }
}

async function resultsOf(
  tasks: readonly Task[],
  { timeLimit, onProgress, standby }: Required<IntakeOptions>,
): Promise<KeptResult[]> {
  const results = tasks.map(({ key }) => keptResult(key));
  const open = tasks.flatMap((_, at) => (results[at] === undefined ? [at] : []));
  if (open.length === 0) return results.filter((result) => result !== undefined);
  const threads = Math.min(open.length, availableParallelism());
  const pool = standby && threads === 1 ? standingPool() : poolOf(threads);
  try {
    // As many at a time as there are threads: waiting in a queue must not count against a file’s time.
    const queue = open.values();
    let read = 0;
    const lane = async () => {
      for (const at of queue) {
        const task = tasks[at];
        if (task !== undefined) results[at] = await within(timeLimit, pool, task);
        read += 1;
        onProgress(read, open.length);
      }
    };
    await Promise.all(Array.from({ length: threads }, lane));
  } finally {
    if (pool !== standing) await pool.destroy();
  }
  return results.filter((result) => result !== undefined);
}

const poolOf = (threads: number): Piscina =>
  new Piscina({
    filename: projectFileUrl('src/intake/worker.ts'),
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    execArgv: threadArguments,
  });

let standing: Piscina | undefined;

function standingPool(): Piscina {
  standing ??= poolOf(1);
  return standing;
}

async function within(timeLimit: number, pool: Piscina, task: Task): Promise<KeptResult> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeLimit);
  try {
    return await pool.run(task, { signal: abort.signal });
  } catch (error) {
    const outOfTime = abort.signal.aborted;
    const problem: Problem = {
      outcome: 'refused',
      rule: outOfTime ? 'out-of-time' : 'out-of-memory',
      file: task.place.shown,
      what: outOfTime
        ? `takes longer than ${timeLimit / 1000} s to read`
        : `ends its reader (${error instanceof Error ? error.message : error})`,
      remedy: 'simplify or divide the file',
    };
    return { kind: 'archive', problems: [problem] };
  } finally {
    clearTimeout(timer);
  }
}
