import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { takeLock } from '../../../src/build/lock.ts';
import { folderWith } from '../../support/folders.ts';

const newLock = () => join(folderWith({}), 'a.lock');

test('a lock is taken once, and again when it was given back', () => {
  const path = newLock();
  const giveBack = takeLock(path);
  assert.ok(giveBack);
  assert.ok(existsSync(path));
  giveBack();
  assert.ok(!existsSync(path));
  assert.ok(takeLock(path));
});

test('a lock of another process that runs is not taken, and nothing is left beside it', async () => {
  const path = newLock();
  const other = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
  try {
    writeFileSync(path, `${other.pid}`);
    assert.equal(takeLock(path), undefined);
    assert.deepEqual(readdirSync(join(path, '..')), ['a.lock']);
  } finally {
    other.kill();
    await once(other, 'exit');
  }
  assert.ok(takeLock(path), 'that of a process that was ended is taken');
});

for (const [what, content] of [
  ['empty', ''],
  ['no number', 'x'],
  ['the number of no process', '999999999'],
])
  test(`a lock whose content is ${what} is taken`, () => {
    const path = newLock();
    writeFileSync(path, content ?? '');
    assert.ok(takeLock(path));
  });
