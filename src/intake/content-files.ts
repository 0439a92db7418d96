import { type Dirent, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText } from '../model/problem.ts';

/**
 * Every Markdown file under `folder`, by its path from there with forward slashes, in code-unit order.
 * Symbolic links are not followed: content cannot reach outside its folder. Names that begin with a dot
 * and `README.md`, the guide that lies beside the content, are none.
 */
export function contentFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(?:md|markdown|txt)$/i.test(entry.name) && !isHidden(entry, folder),
    )
    .map((entry) => pathOf(entry, folder))
    .filter((path) => !/(?:^|\/)README\.md$/i.test(path))
    .sort(compareText);
}

const pathOf = (entry: Dirent, folder: string): string =>
  relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');

const isHidden = (entry: Dirent, folder: string): boolean =>
  pathOf(entry, folder)
    .split('/')
    .some((segment) => segment.startsWith('.'));
