import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keep, kept, markAsUsed } from '../site/kept-files.ts';
import { siteFiles } from './site-files.ts';

/** Names the files of a kept index: one with a file missing is not used. */
const listOf = (cached: string): string => join(cached, 'files.json');

/**
 * Writes a kept index into a site.
 *
 * @returns whether it was there, whole; else nothing of it is left in the site
 */
export function takeIndex(cached: string, folder: string): boolean {
  const list = kept(listOf(cached));
  if (list === undefined) return false;
  for (const path of JSON.parse(list.toString('utf8')) as string[]) {
    const content = kept(join(cached, 'index', path));
    if (content === undefined) {
      rmSync(folder, { recursive: true, force: true });
      return false;
    }
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  markAsUsed(cached);
  return true;
}

/** Keeps the index of a site for the next build; where that fails, the next build takes longer. */
export function keepIndex(cached: string, folder: string): void {
  try {
    const paths = siteFiles(folder);
    for (const path of paths) {
      const place = join(cached, 'index', path);
      mkdirSync(dirname(place), { recursive: true });
      keep(place, readFileSync(join(folder, path)));
    }
    keep(listOf(cached), JSON.stringify(paths));
  } catch {
    rmSync(cached, { recursive: true, force: true });
  }
}
