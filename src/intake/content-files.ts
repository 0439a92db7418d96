import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/problem.ts';

/**
 * Every Markdown file under `folder`, by its path from there with forward slashes, in code-unit order.
 * Symbolic links are not followed: content cannot reach outside its folder. Names that begin with a dot
 * and `README.md`, the guide that lies beside the content, are none.
 */
export function contentFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      if (entry.isDirectory()) {
        return contentFiles(join(folder, entry.name)).map((path) => `${entry.name}/${path}`);
      }
      return entry.isFile() && isContent(entry.name) ? [entry.name] : [];
    })
    .sort(compareText);
}

const isContent = (name: string): boolean =>
  /\.(?:md|markdown|txt)$/i.test(name) && !/^README\.md$/i.test(name);
