import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { inUse, removeUnused } from '../../../src/site/kept-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-kept-'));
after(() => rmSync(folder, { recursive: true }));
const longAgo = new Date('2020-01-01T00:00:00Z');

/** A file and a folder that nobody has used for long, and a file of today. */
function fill(): void {
  mkdirSync(join(folder, 'old-folder'), { recursive: true });
  for (const name of ['old', 'old-folder/file', 'new']) writeFileSync(join(folder, name), 'x');
  for (const name of ['old', 'old-folder']) utimesSync(join(folder, name), longAgo, longAgo);
}
const there = () => ['old', 'old-folder', 'new'].filter((name) => existsSync(join(folder, name)));

describe('what builds keep', () => {
  test('is thrown away when nobody has used it for long', () => {
    fill();
    removeUnused(folder, 2);
    assert.deepEqual(there(), ['new']);
  });
  test('stays where there is little of it', () => {
    fill();
    removeUnused(folder, 3);
    assert.deepEqual(there(), ['old', 'old-folder', 'new']);
  });
  test('stays when a build uses it, however old it is', () => {
    fill();
    assert.equal(inUse(join(folder, 'old')), true);
    removeUnused(folder, 2);
    assert.deepEqual(there(), ['old', 'new']);
  });
  test('is not there before the first build', () => {
    assert.equal(inUse(join(folder, 'none')), false);
    removeUnused(join(folder, 'none'), 0);
  });
});
