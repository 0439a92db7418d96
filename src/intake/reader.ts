import type { Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Problem } from '../model/problem.ts';
import { projectFileUrl } from '../site/settings.ts';
import { threadArguments } from '../site/threads.ts';
import type { Read, Task } from './worker.ts';

/** MiB of old space for each thread. */
const memoryLimit = 512;
/** A file that waits, and does not work, ends too: after so many times its limit by the clock on the wall. */
const patience = 30;
/** How often the processor time of a thread is looked at, in milliseconds. */
const lookEvery = 100;

/** One thread that reads files, one after the other. */
export interface Reader {
  /**
   * @param timeLimit how much processor time the file may take, in milliseconds; what other programs take of
   *   the machine meanwhile does not count
   */
  read(task: Task, timeLimit: number): Promise<Read>;
  close(): Promise<void>;
}

export function reader(): Reader {
  const pool = new Piscina<Task | undefined, Read>({
    filename: projectFileUrl('src/intake/worker.ts'),
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    execArgv: threadArguments,
  });
  return {
    async read(task, timeLimit) {
      // A thread that has yet to start loads its modules: that does not count for the file.
      await pool.run(undefined);
      const abort = new AbortController();
      const watch = watchTime(pool.threads[0], timeLimit, () => abort.abort());
      try {
        await watch.begun;
        return await pool.run(task, { signal: abort.signal });
      } catch (error) {
        return { unread: endedReader(task, timeLimit, abort.signal.aborted, error) };
      } finally {
        clearInterval(watch.timer);
      }
    },
    close: () => pool.destroy(),
  };
}

/**
 * Calls `stop` when the thread has used up its processor time, or a multiple of it by the clock.
 *
 * The timer is there before anything is waited for: a thread that has nothing to do does not keep a process from
 * ending, and the process would end in the middle, without an error.
 */
function watchTime(
  thread: Worker | undefined,
  limit: number,
  stop: () => void,
): { timer: NodeJS.Timeout; begun: Promise<unknown> } {
  const start = performance.now();
  const begun = processorTime(thread);
  const timer = setInterval(
    async () => {
      const waited = performance.now() - start;
      const used = (await processorTime(thread)) - (await begun);
      if (used > limit || waited > limit * patience) stop();
    },
    Math.min(lookEvery, limit),
  );
  return { timer, begun };
}

/** In milliseconds. A Node older than 24.6 does not say it; there the clock on the wall has to do. */
async function processorTime(thread: Worker | undefined): Promise<number> {
  try {
    const usage = await thread?.cpuUsage?.();
    return usage === undefined ? performance.now() : (usage.user + usage.system) / 1000;
  } catch {
    // The thread has ended meanwhile; the task says so.
    return 0;
  }
}

function endedReader({ place }: Task, timeLimit: number, outOfTime: boolean, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const what = outOfTime
    ? `takes more than ${timeLimit / 1000} s of processor time to read`
    : code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? `takes more than ${memoryLimit} MB of memory to read`
      : `crashes the thread that reads it (${error instanceof Error ? error.message : error})`;
  return {
    outcome: 'refused',
    rule: outOfTime ? 'out-of-time' : code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crash',
    file: place.shown,
    what,
    remedy: 'simplify or divide the file',
  };
}
