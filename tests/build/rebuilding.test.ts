import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { build, builtSite, newFolder, readSite, type Site } from '../support/built-site.ts';

/** A folder of its own with the test content: nothing of it was ever built. */
function freshContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-content-'));
  cpSync('tests/content', folder, { recursive: true });
  return folder;
}

function assertSame(a: Site, b: Site): void {
  assert.deepEqual([...a.keys()], [...b.keys()]);
  for (const [path, bytes] of a) assert.ok(bytes.equals(b.get(path) ?? Buffer.alloc(0)), `${path} differs`);
}

const changes: readonly {
  name: string;
  apply: (folder: string) => void;
  environment?: Record<string, string>;
}[] = [
  { name: 'nothing changed', apply: () => {} },
  {
    name: 'an edition was added, another changed, and an image, too',
    apply: (folder) => {
      const text = readFileSync(join(folder, 'adv-2026-0001/it.md'), 'utf8');
      writeFileSync(join(folder, 'adv-2026-0001/pt-BR.md'), text.replace('locale: it', 'locale: pt-BR'));
      const path = join(folder, 'adv-2026-0001/de-DE.md');
      writeFileSync(path, readFileSync(path, 'utf8').replace('Seit Version 4.0.', 'Seit Version 4.1.'));
      cpSync('tests/images/blue.jpg', join(folder, 'adv-2026-0001/port.png'));
    },
  },
  {
    name: 'an edition was removed, and the base path changed',
    apply: (folder) => rmSync(join(folder, 'adv-2026-0001/it.md')),
    environment: { BASE_PATH: '/other/' },
  },
];

describe('a warm build is a cold build, byte for byte, after', () => {
  const folder = freshContent();
  builtSite({ ADVISORIES: folder });
  for (const { name, apply, environment = {} } of changes) {
    test(name, () => {
      apply(folder);
      const warm = builtSite({ ADVISORIES: folder, ...environment });
      const cold = mkdtempSync(join(tmpdir(), 'concord-content-'));
      cpSync(folder, cold, { recursive: true });
      assertSame(warm, builtSite({ ADVISORIES: cold, ...environment }));
    });
  }
});

test('a build shows nothing of another content', () => {
  const site = builtSite({ ADVISORIES: 'tests/content' });
  assert.deepEqual(
    [...site.keys()].filter((path) => path.includes('954474')),
    [],
  );
  for (const [path, bytes] of site) assert.ok(!bytes.includes('954474'), path);
});

describe('content that is refused', () => {
  const folder = freshContent();
  const out = newFolder();
  assert.equal(build({ ADVISORIES: folder, OUT_DIR: out }).status, 0);
  const before = readSite(out);
  writeFileSync(join(folder, 'broken.md'), '---js\nglobalThis.ran = true\n---\n');
  writeFileSync(join(folder, 'adv-2026-0001/zh-CN.md'), '---\nid: ADV-2026-0001\nlocale: zh-CN\n---\n');
  const { status, output } = build({ ADVISORIES: folder, OUT_DIR: out });

  test('fails the build', () => assert.equal(status, 1));
  test('is told in full, by file, line and field', () => {
    assert.match(output, /broken\.md:1: the front matter opens with `---js`; open it with `---` alone/);
    for (const field of ['title', 'published', 'revisions'])
      assert.match(output, new RegExp(`zh-CN\\.md:1 ${field}: is missing;`));
  });
  test('is told without a trace of our code', () =>
    assert.doesNotMatch(output, /\bat .*\(?.*\.(?:ts|js|mjs):\d+/));
  test('leaves the last site as it was', () => assertSame(before, readSite(out)));
});

test('a setting that is wrong ends the build with its name and the way out', () => {
  const { status, output } = build({ BASE_PATH: '/a b/', PORT: 'x' });
  assert.equal(status, 1);
  assert.match(output, /BASE_PATH=\/a b\/: may hold only/);
  assert.match(output, /PORT=x: is no number/);
});
