import { createHash } from 'node:crypto';
import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'astro/config';
import { projectFile, settings } from './src/site/settings.ts';

const { advisories, base, origin, outDir, port } = settings();

/**
 * Builds beside the last site and takes its place at the very end: whatever goes wrong on the way, the
 * last site stays as it was.
 */
function replaceAtTheEnd() {
  const next = `${outDir}.next`;
  return {
    name: 'replace-at-the-end',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ outDir: pathToFileURL(`${next}/`) });
      },
      'astro:build:done': () => {
        const last = `${outDir}.last`;
        rmSync(last, { recursive: true, force: true });
        try {
          renameSync(outDir, last);
        } catch {
          // There is none yet; or it is a mount, and its content is replaced below.
        }
        try {
          renameSync(next, outDir);
        } catch {
          for (const name of readdirSync(outDir)) rmSync(join(outDir, name), { recursive: true });
          cpSync(next, outDir, { recursive: true });
          rmSync(next, { recursive: true });
        }
        rmSync(last, { recursive: true, force: true });
      },
    },
  };
}

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
  integrations: [replaceAtTheEnd()],
});
