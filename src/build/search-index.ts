import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { settings } from '../site/settings.ts';

/** Parts of Pagefind that a page of ours does not use. */
const unused = /^pagefind-(?:(?:modular-)?ui|component-ui|highlight)\b/;

/**
 * Indexes the pages that ask for it, each in its language, once they are written.
 *
 * @throws Error with what Pagefind says where a page cannot be indexed
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
          .map((path) => path.replaceAll('\\', '/'))
          .filter((path) => path.endsWith('/index.html'))
          .sort();
        const { index, errors } = await createIndex();
        if (index === undefined) throw new Error(errors.join('\n'));
        for (const path of pages) {
          const content = readFileSync(join(site, path), 'utf8');
          if (!content.includes('data-pagefind-body')) continue;
          const url = `${settings().base}${path.replace(/index\.html$/, '')}`;
          const added = await index.addHTMLFile({ url, content });
          if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join('\n')}`);
        }
        // Written here and not by `writeFiles`, which answers before the last bytes are on the disk:
        // `close` then leaves a file cut off (https://github.com/Pagefind/pagefind/issues/1271).
        const { files, errors: unwritten } = await index.getFiles();
        await close();
        if (unwritten.length > 0) throw new Error(unwritten.join('\n'));
        for (const { path, content } of files) {
          if (unused.test(path)) continue;
          const target = join(site, 'pagefind', path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, path === 'pagefind-entry.json' ? withSortedLanguages(content) : content);
        }
      },
    },
  };
}

/** Two runs over the same pages differ in nothing but the order of these keys. */
function withSortedLanguages(content: Uint8Array): string {
  const entry = JSON.parse(new TextDecoder().decode(content));
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ ...entry, languages });
}
