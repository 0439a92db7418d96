import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Piscina } from 'piscina';
import { compareText } from '../model/problem.ts';
import type { SiteIndex } from '../publish/site-index.ts';
import { removeUnused } from '../site/kept-files.ts';
import { projectFile, projectFileUrl, settings } from '../site/settings.ts';
import { threadArguments } from '../site/threads.ts';
import { keepIndex, takeIndex } from './kept-index.ts';
import type { IndexedPage, IndexTask } from './search-worker.ts';

/** Indexes are kept between builds: that of a language whose pages did not change is taken as it is. */
const cache = projectFile('node_modules/.cache/concord-search');
const mostKept = 40;

/**
 * Indexes the pages that ask for it, once they are written: an index for each language, in
 * `pagefind/<path of the locale>/`.
 *
 * @throws Error with what Pagefind says where a page cannot be indexed
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const indexes = [...Map.groupBy(indexedPages(site), ({ path }) => path.split('/')[0] ?? '')].map(
          ([locale, pages]): Index => ({
            pages,
            folder: join(site, 'pagefind', locale),
            cached: join(cache, keyOf(pages)),
          }),
        );
        const open = indexes.filter(({ cached, folder }) => !takeIndex(cached, folder));
        await make(open);
        for (const { cached, folder } of open) keepIndex(cached, folder);
        removeUnused(cache, mostKept);
      },
    },
  };
}

interface Index {
  readonly pages: readonly IndexedPage[];
  /** Where its files go in the site. */
  readonly folder: string;
  /** Where they are kept for the next build. */
  readonly cached: string;
}

/**
 * The pages of the site that are searched: of the editions that are in the language of their locale, as far as
 * this build has them. Each says by an attribute what of it is text.
 */
function indexedPages(site: string): IndexedPage[] {
  const { base } = settings();
  const { advisories } = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8')) as SiteIndex;
  return advisories
    .flatMap(({ editions }) => editions.filter(({ language, locale }) => language === locale))
    .map(({ page }) => new URL(page).pathname)
    .sort(compareText)
    .flatMap((url) => {
      const path = `${url.slice(base.length)}index.html`;
      const file = join(site, path);
      return existsSync(file) ? [{ path, url, content: readFileSync(file, 'utf8') }] : [];
    });
}

/** What an index is made of: the pages, Pagefind, and how it is asked. */
function keyOf(pages: readonly IndexedPage[]): string {
  const digest = createHash('sha256');
  for (const file of ['node_modules/pagefind/package.json', 'src/build/search-worker.ts'])
    digest.update(readFileSync(projectFile(file)));
  for (const { url, content } of pages) digest.update(`${url}\0${content}\0`);
  return digest.digest('hex').slice(0, 40);
}

/** In threads: each has a Pagefind of its own, which uses one core. */
async function make(tasks: readonly IndexTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const threads = Math.min(tasks.length, availableParallelism());
  const pool = new Piscina({
    filename: projectFileUrl('src/build/search-worker.ts'),
    minThreads: threads,
    maxThreads: threads,
    execArgv: threadArguments,
  });
  try {
    // The largest first, so that no thread begins it when the others are done.
    const largestFirst = [...tasks].sort((a, b) => b.pages.length - a.pages.length);
    await Promise.all(
      largestFirst.map(({ pages, folder }) => pool.run({ pages, folder } satisfies IndexTask)),
    );
  } finally {
    await pool.destroy();
  }
}
