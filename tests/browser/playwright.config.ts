import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from 'playwright/test';
import { provideBrowser } from './find-browser.ts';
import { sites } from './sites.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const quiet = { ASTRO_PREVIEW_BACKGROUND: '1', ASTRO_TELEMETRY_DISABLED: '1' };

export default defineConfig({
  testDir: '.',
  outputDir: `${root}test-results`,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  fullyParallel: true,
  workers: 2,
  use: {
    launchOptions: {
      executablePath: provideBrowser(),
      // A test must not wait for a browser that calls home.
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'wide', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
    { name: 'narrow', use: { ...devices['Desktop Chrome'], viewport: { width: 320, height: 640 } } },
  ],
  webServer: [
    {
      command: `astro preview --ignore-lock --port ${sites.own.port}`,
      url: sites.own.root,
      cwd: root,
      env: quiet,
    },
    {
      command: `astro build --silent && astro preview --ignore-lock --port ${sites.test.port}`,
      url: sites.test.root,
      cwd: root,
      env: {
        ...quiet,
        ADVISORIES: 'tests/content',
        OUT_DIR: 'node_modules/.cache/concord-test-site',
        SITE_URL: `http://localhost:${sites.test.port}`,
        CONTACT: 'security@example.org',
      },
      timeout: 120_000,
    },
  ],
});
