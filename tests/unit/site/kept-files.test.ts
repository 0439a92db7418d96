import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { keep, kept, markAsUsed, removeUnused } from '../../../src/site/kept-files.ts';
import { folderWith } from '../../support/folders.ts';

const folder = folderWith({});
const longAgo = new Date('2020-01-01T00:00:00Z');

/** A file and a folder that nobody has used for long, and a file of today. */
function fill(): void {
  mkdirSync(join(folder, 'old-folder'), { recursive: true });
  for (const name of ['old', 'old-folder/file', 'new']) keep(join(folder, name), 'x');
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
    assert.equal(kept(join(folder, 'old'))?.toString(), 'x');
    markAsUsed(join(folder, 'old-folder'));
    removeUnused(folder, 2);
    assert.deepEqual(there(), ['old', 'old-folder', 'new']);
  });
  test('is not there before the first build', () => {
    assert.equal(kept(join(folder, 'none')), undefined);
    removeUnused(join(folder, 'none'), 0);
  });
});

describe('what was kept is not taken', () => {
  const file = join(folder, 'kept');
  for (const [what, spoil] of [
    ['when it is empty', () => writeFileSync(file, '')],
    ['when its end is missing', () => truncateSync(file, readFileSync(file).length - 1)],
    ['when only its digest is left', () => truncateSync(file, 32)],
    [
      'when a letter is another one',
      () => writeFileSync(file, `${readFileSync(file, 'latin1').slice(0, -1)}X`, 'latin1'),
    ],
    ['when something follows it', () => writeFileSync(file, 'x', { flag: 'a' })],
    [
      'when it is a file of somebody else',
      () => writeFileSync(file, '{"title":"A text that is long enough to have a digest"}'),
    ],
  ] as const)
    test(what, () => {
      keep(file, 'The content');
      assert.equal(kept(file)?.toString(), 'The content');
      spoil();
      assert.equal(kept(file), undefined);
    });
  test('though one without content is as good as any', () => {
    keep(file, '');
    assert.equal(kept(file)?.length, 0);
  });
});
