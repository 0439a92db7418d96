import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const places: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** A Chromium on this machine: the one named by CHROMIUM_PATH, Playwright’s own, or the system’s. */
export function findBrowser(): string | undefined {
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...(places[process.platform] ?? []),
  ];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/**
 * Finds a Chromium, or installs one: Playwright’s own where it can be downloaded, else Debian’s.
 *
 * @throws Error that says how to get one by hand
 */
export function provideBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log('No Chromium found; installing one …');
  const root = process.getuid?.() === 0;
  for (const command of [
    'playwright install chromium',
    ...(process.platform === 'linux' ? debianCommands(root) : []),
  ]) {
    spawnSync(command, { shell: true, stdio: 'inherit' });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error('The browser tests need Chromium. Install it, or name one with CHROMIUM_PATH=…');
}

/** The fonts are for Chinese pages; without them their screenshots would show boxes. */
function debianCommands(root: boolean): string[] {
  const sudo = root ? '' : 'sudo -n ';
  return [
    `${sudo}apt-get update -qq && ${sudo}apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk`,
  ];
}
