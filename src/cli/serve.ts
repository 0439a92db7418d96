/** Serves the built site and prints the address of each language. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { localeFacts, locales } from '../model/locales.ts';
import { type Settings, settings } from '../site/settings.ts';
import { addresses } from '../site/urls.ts';

const { base, port } = settingsOrEnd();
const host = 'localhost';
const urls = addresses(base);

if (await isTaken(port)) {
  console.error(`Port ${port} is taken; choose another with PORT=…`);
  process.exit(1);
}

const server = spawn('astro', ['preview', '--host', host, '--port', `${port}`, '--ignore-lock'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
  // Without it Astro puts itself in the background in some environments.
  env: { ...process.env, ASTRO_PREVIEW_BACKGROUND: '1', ASTRO_TELEMETRY_DISABLED: '1' },
});
server.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));

await answers(`http://${host}:${port}${urls.root()}`);
console.log('Concord is served; stop it with Ctrl-C.');
for (const locale of locales) {
  console.log(`  http://${host}:${port}${urls.list(locale)}  ${localeFacts[locale].name}`);
}

function settingsOrEnd(): Settings {
  try {
    return settings();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function isTaken(wanted: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(wanted, host, () => probe.close(() => resolve(false)));
  });
}

async function answers(url: string): Promise<void> {
  for (;;) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not up yet; the exit handler above ends the wait where it never will be.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
