import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { localeFacts, locales } from '../../src/model/locales.ts';
import { build, builtSite, newFolder, readSite } from '../support/built-site.ts';

const environment = { ADVISORIES: 'tests/content', SITE_URL: 'https://advisories.example' };

describe('a site that is built in parts', () => {
  const folder = newFolder();
  const names = [...locales.map((locale) => localeFacts[locale].path), 'rest'];
  const parts = names.map((part) => join(folder, part));
  for (const part of names) {
    const { status, output } = build({ ...environment, PART: part, OUT_DIR: join(folder, part) });
    assert.equal(status, 0, output);
  }
  const assemble = (outDir: string, ...chosen: string[]) =>
    spawnSync(
      process.execPath,
      ['--experimental-strip-types', '--no-warnings', 'src/cli/assemble.ts', ...chosen],
      { encoding: 'utf8', env: { ...process.env, ...environment, OUT_DIR: join(folder, outDir) } },
    );

  test('is, put together, the site that is built at once, byte for byte', () => {
    const { status, stderr } = assemble('whole', ...parts, join(folder, 'it.problems.txt'));
    assert.equal(status, 0, stderr);
    const [whole, once] = [readSite(join(folder, 'whole')), builtSite(environment)];
    assert.deepEqual([...whole.keys()], [...once.keys()]);
    for (const [path, bytes] of once) assert.ok(bytes.equals(whole.get(path) ?? Buffer.alloc(0)), path);
  });
  test('has in a part the pages of its language and no others', () => {
    const pages = [...readSite(join(folder, 'it')).keys()].filter((path) =>
      /^[^/]+\/.*index\.html$/.test(path),
    );
    assert.ok(pages.length > 3);
    for (const path of pages) assert.match(path, /^it\//);
  });
  test('is not put together where a part is missing', () => {
    const { status, stderr } = assemble('other', ...parts.filter((part) => !part.endsWith('nb-no')));
    assert.equal(status, 2);
    assert.match(
      stderr,
      /nb-no\/index\.html[\s\S]*Missing from every part\. Build one part per language, plus PART=rest/,
    );
  });
  test('is not put together from nothing', () => {
    assert.match(assemble('new').stderr, /npm run assemble -- <folder of a part>/);
    assert.match(assemble('new', 'src').stderr, /src: not a part of a site that a build made/);
  });
  test('is not put together in one of its parts, nor around or inside them', () => {
    const before = readSite(join(folder, 'it'));
    for (const outDir of ['it', '.', 'it/inside']) {
      const { status, stderr } = assemble(outDir, ...parts);
      assert.equal(status, 2);
      assert.match(stderr, /is, holds or lies in the part .*name another folder/, outDir);
    }
    symlinkSync('it', join(folder, 'link'));
    assert.match(assemble('link', ...parts).stderr, /is, holds or lies in the part/);
    assert.deepEqual([...readSite(join(folder, 'it'))], [...before]);
  });
  test('is not put together over what no build made', () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/404.html'), 'mine');
    const { status, stderr } = assemble('mine', ...parts);
    assert.equal(status, 2);
    assert.match(stderr, /mine was not made by a build/);
    assert.equal(readFileSync(join(folder, 'mine/404.html'), 'utf8'), 'mine');
  });
  test('leaves the last whole site where it cannot be put together', () => {
    const before = readSite(join(folder, 'whole'));
    assert.equal(assemble('whole', ...parts.slice(1)).status, 2);
    assert.deepEqual([...readSite(join(folder, 'whole'))], [...before]);
  });
  test('is not put together from parts of different content', () => {
    appendFileSync(join(folder, 'it/index.json'), ' ');
    const { status, stderr } = assemble('other', ...parts);
    assert.equal(status, 2);
    assert.match(stderr, /^index\.json\nParts have different files of these names/);
  });
  test('is built from a part that there is', () => {
    const { status, output } = build({ ...environment, PART: 'xx', OUT_DIR: join(folder, 'xx') });
    assert.notEqual(status, 0);
    assert.match(output, /PART=xx: is none of de-de, it/);
  });
});

test('every part of the matrix of the workflow is one', () => {
  const workflow = readFileSync('.github/workflows/parts.yml', 'utf8');
  const matrix = /part: \[([^\]]*)\]/.exec(workflow)?.[1]?.split(', ');
  assert.deepEqual(matrix, [...locales.map((locale) => localeFacts[locale].path), 'rest']);
});
