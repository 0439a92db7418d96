import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { contentFiles } from '../../../src/intake/content-files.ts';
import { takeIn } from '../../../src/intake/intake.ts';
import { keptText } from '../../../src/intake/kept-results.ts';
import { archiveFile, ownFile } from '../../support/files.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-intake-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const rulesOf = async (files: Readonly<Record<string, string>>) => {
  const { problems } = await takeIn(folderWith(files));
  return problems.map(
    ({ outcome, rule, file }) => `${outcome} ${rule} ${file.split('/').slice(-2).join('/')}`,
  );
};

describe('the content folder', () => {
  test('is read for Markdown and text files at any depth, in one order', () =>
    assert.deepEqual(
      contentFiles(
        folderWith({
          'b/x.markdown': '',
          'a.md': '',
          'b/c/y.TXT': '',
          'z.html': '',
          'README.md': '',
          '.git/a.md': '',
          'b/.x.md': '',
        }),
      ),
      ['a.md', 'b/c/y.TXT', 'b/x.markdown'],
    ));
  test('is never left by a symbolic link', () => {
    const [outside, folder] = [folderWith({ 'secret.md': 'A' }), folderWith({ 'a.md': 'A' })];
    symlinkSync(join(outside, 'secret.md'), join(folder, 'file.md'));
    symlinkSync(outside, join(folder, 'folder'));
    assert.deepEqual(contentFiles(folder), ['a.md']);
  });
});

describe('of two files for one edition', () => {
  const newer = archiveFile({
    revisions: '**Revisionen:**\n\n- V1.0 (13. Juni 2008): A\n- V3.0 (1. Juli 2008): B',
  });
  const longer = archiveFile({
    revisions:
      '**Revisionen:**\n\n- V0.9 (1. Juni 2008): A\n- V1.0 (13. Juni 2008): A\n- V2.0 (17. Juni 2008): B',
  });
  for (const [rule, files, expected] of [
    [
      'the one with the newest revision stays',
      { 'de-DE/1/123456.md': newer, 'de-DE/2/123456.md': archiveFile() },
      ['set-aside second-edition 2/123456.md'],
    ],
    [
      'else the one with the longer history',
      { 'de-DE/1/123456.md': longer, 'de-DE/2/123456.md': archiveFile() },
      ['set-aside second-edition 2/123456.md'],
    ],
    [
      'else the later path',
      { 'de-DE/1/123456.md': archiveFile(), 'de-DE/2/123456.md': archiveFile() },
      ['set-aside second-edition 1/123456.md'],
    ],
    [
      'the own one stays before any archive file',
      {
        'adv-2026-0001/de-DE.md': ownFile(),
        'de-DE/x.md': archiveFile({ header: 'Title: A\nms:assetid: ADV-2026-0001' }),
      },
      ['set-aside second-edition de-DE/x.md'],
    ],
    [
      'the second own one is refused',
      { 'adv-2026-0001/de-DE.md': ownFile(), 'new/de-DE.md': ownFile() },
      ['refused second-edition new/de-DE.md', 'repaired id-disagreement new/de-DE.md'],
    ],
  ] as const) {
    test(rule, async () =>
      assert.deepEqual(
        (await rulesOf(files)).filter((line) => !line.includes('field')),
        expected,
      ),
    );
  }
});

test('a file that takes too long is named, and the others are read', async () => {
  const { editions, problems } = await takeIn(folderWith({ 'de-DE/123456.md': archiveFile() }), {
    timeLimit: 1,
  });
  assert.deepEqual(
    [editions.length, problems.map(({ rule, what }) => [rule, what])],
    [0, [['out-of-time', 'takes longer than 0.001 s to read']]],
  );
});

test('what was read once is found again, and a changed file is read anew', async () => {
  const folder = folderWith({ 'de-DE/123456.md': archiveFile() });
  const first = await takeIn(folder);
  assert.deepEqual(await takeIn(folder), first);
  writeFileSync(join(folder, 'de-DE/123456.md'), archiveFile().replace('den Absender', 'keinen Absender'));
  const [edition] = (await takeIn(folder)).editions;
  assert.ok(edition);
  assert.notEqual(edition.textKey, first.editions[0]?.textKey);
  assert.match(keptText(edition.textKey).parts.join(), /keinen Absender/);
});

test('one bad file is told beside good ones, and says which page it would have been', async () => {
  const folder = folderWith({ 'de-DE/123456.md': archiveFile(), '654321/it.md': '---\nid: 654321\n' });
  const { editions, refusedClaims } = await takeIn(folder);
  assert.equal(editions.length, 1);
  assert.deepEqual(
    refusedClaims.map(({ id, locale }) => [id, locale]),
    [['654321', 'it']],
  );
});

test('of a folder with hostile files each is named, and a good one is read', {
  timeout: 60_000,
}, async () => {
  const hostile: Readonly<Record<string, string | Uint8Array>> = {
    'yaml that explodes': `---\na: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(', ')}]`)
      .join('\n')}\n---\n\n# A\n`,
    'yaml that is never closed': `---\nTitle: "A\n\n# A\n`,
    'lists nested deep': archiveFile({ body: `${'- '.repeat(5_000)}a` }),
    'quotations nested deep': archiveFile({ body: '>'.repeat(50_000) }),
    'elements nested deep': archiveFile({ body: '<div>'.repeat(50_000) }),
    'megabytes of emphasis': archiveFile({ body: '*a _b '.repeat(170_000) }),
    'more than a megabyte': archiveFile({ body: 'Wort '.repeat(300_000) }),
    'open brackets': archiveFile({ body: '[a]('.repeat(100_000) }),
    'a drawing full of rows': archiveFile({ body: `<svg>${'<tr>'.repeat(60_000)}` }),
    'headings by the thousand': archiveFile({ body: '# a\n'.repeat(20_000) }),
    'bytes that are no text': Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7_919) % 256),
    'a script that turns the text around': archiveFile({ body: 'Text \u202E txet' }),
  };
  const harmless: Readonly<Record<string, string>> = {
    'everything unclosed': archiveFile({
      body: '<table><tr><td>**a\n\n```\n`b <!-- c\n<script>\n<a href="https://a.example/\n[d](',
    }),
    'yaml nested deep': archiveFile({ header: `ms:assetid: 123456\nTitle: ${'['.repeat(20_000)}` }),
    good: archiveFile(),
  };
  const named = (files: Readonly<Record<string, string | Uint8Array>>, from: number) =>
    Object.entries(files).map(([what, content], at) => ({ what, file: `de-DE/${from + at}.md`, content }));
  const bad = named(hostile, 200_001);
  const fine = named(harmless, 300_001);
  const folder = folderWith(
    Object.fromEntries(
      [...bad, ...fine].map(({ file, content }) => [
        file,
        typeof content === 'string' ? content.replaceAll('123456', file.slice(6, 12)) : content,
      ]),
    ),
  );
  const { editions, problems } = await takeIn(folder);
  const refused = new Set(
    problems.flatMap(({ outcome, file }) => (outcome === 'refused' ? [file.split('/').at(-1)] : [])),
  );
  assert.deepEqual(
    bad.filter(({ file }) => !refused.has(file.slice(6))).map(({ what }) => what),
    [],
    'not refused',
  );
  assert.deepEqual(
    editions.map(({ id }) => id),
    fine.map(({ file }) => file.slice(6, 12)),
  );
});

describe('a link to the file of another advisory', () => {
  const withLink = (number: string) =>
    archiveFile({ body: `Siehe [dort](microsoft-security-advisory-${number}.md).`, revisions: '' });
  test('is told where that advisory is not here', async () =>
    assert.ok(
      (await rulesOf({ 'de-DE/123456.md': withLink('654321') })).includes(
        'repaired unusable-link de-DE/123456.md',
      ),
    ));
  test('is not told where it is, in any language', async () => {
    const rules = await rulesOf({
      'de-DE/123456.md': withLink('654321'),
      'it-IT/654321.md': archiveFile({ header: 'Title: A\nms:assetid: 654321' }),
    });
    assert.deepEqual(
      rules.filter((rule) => rule.includes('unusable-link')),
      [],
    );
  });
});
