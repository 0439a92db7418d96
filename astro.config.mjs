import { createHash } from 'node:crypto';
import { defineConfig } from 'astro/config';
import { checksums } from './src/build/checksums.ts';
import { hostFiles } from './src/build/host-files.ts';
import { notices } from './src/build/notices.ts';
import { ownCache } from './src/build/own-cache.ts';
import { precompression } from './src/build/precompression.ts';
import { ownFolder, replaceAtTheEnd } from './src/build/replace-at-the-end.ts';
import { searchIndex } from './src/build/search-index.ts';
import { projectFile, settings } from './src/site/settings.ts';

const { advisories, base, origin, outDir, port } = settings();

export default defineConfig({
  site: origin,
  base,
  outDir,
  trailingSlash: 'always',
  // Nothing that a publisher wrote is taken for a script; hosts say the same (publish/hosts/header-table.ts).
  server: { port, headers: { 'X-Content-Type-Options': 'nosniff' } },
  // An advisory is painted from one response, so its styles stand in it.
  // Several pages at a time: the disk is waited for less.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  // Two builds of different content, also at the same time, must not share a store.
  cacheDir: projectFile(
    `node_modules/.astro/${createHash('sha256').update(advisories).digest('hex').slice(0, 12)}`,
  ),
  devToolbar: { enabled: false },
  security: {
    // Nothing is allowed that a page does not use; its own styles and scripts are named by their hashes.
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "form-action 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
      ],
    },
  },
  // Scripts are files of their own: one that imports another on demand does not work inside a page, where
  // a placeholder of the bundler stays in it.
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: false },
    // Ticket links name the port.
    server: { strictPort: true },
  },
  integrations: [
    ownCache(`${ownFolder}-store`, projectFile('.astro')),
    searchIndex(),
    checksums(),
    hostFiles(),
    precompression(),
    replaceAtTheEnd(outDir),
    notices(new Date().toISOString().slice(0, 10)),
  ],
});
