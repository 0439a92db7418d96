import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

const port = 4393;
const page = `http://localhost:${port}/it/adv-2026-0001/`;
const patience = 20_000;

/** Asks for the page until it answers as expected, or the patience has come to its end. */
async function until(expected: (answer: { status: number; html: string }) => boolean): Promise<string> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    try {
      const response = await fetch(page);
      const answer = { status: response.status, html: await response.text() };
      if (expected(answer)) return answer.html;
    } catch {
      // The server is not up yet.
    }
    await wait(100);
  }
  throw new Error('The page never answered as expected.');
}

describe('while an author writes', { timeout: 4 * patience }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-dev-'));
  const file = join(folder, 'adv-2026-0001/it.md');
  cpSync('tests/content', folder, { recursive: true });
  const text = readFileSync(file, 'utf8');
  let server: ChildProcess;
  let terminal = '';

  before(async () => {
    server = spawn('astro', ['dev', '--ignore-lock', '--port', `${port}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ADVISORIES: folder, ASTRO_DEV_BACKGROUND: '1', ASTRO_TELEMETRY_DISABLED: '1' },
    });
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text) => (terminal += text));
    await until(({ status, html }) => status === 200 && html.includes('Il servizio di stampa'));
  });
  after(() => server.kill());

  test('the page follows the file', { timeout: 2 * patience }, async () => {
    writeFileSync(file, text.replace('Bloccare la porta 9100.', 'Bloccare subito la porta 9100.'));
    await until(({ html }) => html.includes('Bloccare subito'));
  });

  test('a mistake is shown on its page, by line and field, and the server goes on', {
    timeout: 2 * patience,
  }, async () => {
    writeFileSync(file, text.replace('2026-03-02', '2026-02-30'));
    const html = await until(({ status }) => status === 500);
    // The overlay is drawn by the browser; what it says stands in the terminal too.
    assert.match(html, /<title>This content cannot be published/);
    assert.match(terminal, /it\.md:5 published: `2026-02-30` is no day of the calendar/);
    const other = await fetch(page.replace('/it/', '/de-de/'));
    assert.equal(other.status, 200);
  });

  test('and is gone when it is mended', { timeout: 2 * patience }, async () => {
    writeFileSync(file, text);
    await until(({ status }) => status === 200);
  });
});
