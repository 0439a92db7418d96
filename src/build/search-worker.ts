import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** A page as it is indexed. */
export interface IndexedPage {
  /** Where it stands in the site. */
  readonly path: string;
  readonly url: string;
  readonly content: string;
}

export interface IndexTask {
  readonly pages: readonly IndexedPage[];
  /** Where the files of the index go; whatever is there is replaced. */
  readonly folder: string;
}

/** Parts of Pagefind that a page of ours does not use. */
const unused = /^pagefind-(?:(?:modular-)?ui|component-ui|highlight)\b/;

/** @throws Error with what Pagefind says where a page cannot be indexed */
export default async function makeIndex({ pages, folder }: IndexTask): Promise<void> {
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(errors.join('\n'));
  for (const { path, url, content } of pages) {
    const added = await index.addHTMLFile({ url, content });
    if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join('\n')}`);
  }
  // Written here and not by `writeFiles`, which answers before the last bytes are on the disk:
  // `close` then leaves a file cut off (https://github.com/Pagefind/pagefind/issues/1271).
  const { files, errors: unwritten } = await index.getFiles();
  await close();
  if (unwritten.length > 0) throw new Error(unwritten.join('\n'));
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of files) {
    if (unused.test(path)) continue;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, path === 'pagefind-entry.json' ? withSortedLanguages(content) : content);
  }
}

/** Two runs over the same pages differ in nothing but the order of these keys. */
function withSortedLanguages(content: Uint8Array): string {
  const entry = JSON.parse(new TextDecoder().decode(content));
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ ...entry, languages });
}
