import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compareText } from '../model/problem.ts';

/**
 * The files of a folder and of the folders in it, by their paths from there with forward slashes, in code-unit
 * order. A folder may be named like a file: `library/900001.html/` is one.
 */
export function siteFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort(compareText);
}
