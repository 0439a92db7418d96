import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
        const output = join(site, 'pagefind');
        await index.writeFiles({ outputPath: output });
        await close();
        for (const name of readdirSync(output)) if (unused.test(name)) rmSync(join(output, name));
        sortKeys(join(output, 'pagefind-entry.json'));
      },
    },
  };
}

/** Two runs over the same pages differ in nothing but the order of these keys. */
function sortKeys(path: string): void {
  const entry = JSON.parse(readFileSync(path, 'utf8'));
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, JSON.stringify({ ...entry, languages }));
}
