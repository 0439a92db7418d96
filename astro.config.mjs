import { createHash } from 'node:crypto';
import { defineConfig } from 'astro/config';
import { projectFile, settings } from './src/site/settings.ts';

const { advisories, base, origin, outDir, port } = settings();

export default defineConfig({
  site: origin,
  base,
  outDir,
  trailingSlash: 'always',
  server: { port },
  // An advisory is painted from one response, so its styles stand in it.
  build: { inlineStylesheets: 'always' },
  // Two builds of different content, also at the same time, must not share a store.
  cacheDir: projectFile(
    `node_modules/.astro/${createHash('sha256').update(advisories).digest('hex').slice(0, 12)}`,
  ),
  devToolbar: { enabled: false },
});
