import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { takeIn } from '../../../src/intake/intake.ts';
import { cacheFolder, keptText, keyOf, versionOfCode } from '../../../src/intake/kept-results.ts';
import ingestFile from '../../../src/intake/worker.ts';
import { formatProblem } from '../../../src/model/problem.ts';
import { digestOf } from '../../../src/site/digest.ts';
import { shownPath } from '../../../src/site/paths.ts';
import { archiveFile, ownFile } from '../../support/files.ts';
import { folderWith } from '../../support/folders.ts';

const rulesOf = async (files: Readonly<Record<string, string>>) => {
  const { problems } = await takeIn(folderWith(files));
  return problems.map(
    ({ outcome, rule, file }) => `${outcome} ${rule} ${file.split('/').slice(-2).join('/')}`,
  );
};

describe('an id that was translated with the text', () => {
  const file = (id: string) => archiveFile({ header: `Title: A\nms:assetid: ${id}` });
  const idsOf = async (files: Readonly<Record<string, string>>) => {
    const { editions, problems } = await takeIn(folderWith(files));
    return {
      ids: editions.map(({ id, locale }) => `${locale} ${id}`).sort(),
      told: problems.filter(({ rule }) => rule === 'id-disagreement').map(({ what }) => what),
    };
  };
  for (const [rule, files, ids, told] of [
    [
      'is that of the other languages, whose files have the same name',
      { 'de-DE/1/ms06-dec.md': file('ms06-dez'), 'it/ms06-dec.md': file('ms06-dec') },
      ['de-DE ms06-dec', 'it ms06-dec'],
      ['`ms06-dez` in the file, but `ms06-dec` in its name and in the other languages'],
    ],
    [
      'stays where other languages have it, too',
      {
        'de-DE/954474.md': file('954475'),
        'it/954475.md': file('954475'),
        'nb-NO/954474.md': file('954474'),
      },
      ['de-DE 954475', 'it 954475', 'nb-NO 954474'],
      ['`954474` in the file’s name, but `954475` in ms:assetid'],
    ],
    [
      'stays where no other file is called by the name of this one',
      { 'de-DE/index.md': file('954474'), 'it/index.md': file('954475') },
      ['de-DE 954474', 'it 954475'],
      [],
    ],
    [
      'stays where its language has the other already',
      {
        'de-DE/1/ms06-dec.md': file('ms06-dez'),
        'de-DE/2/ms06-dec.md': file('ms06-dec'),
        'it/ms06-dec.md': file('ms06-dec'),
      },
      ['de-DE ms06-dec', 'de-DE ms06-dez', 'it ms06-dec'],
      [],
    ],
  ] as const)
    test(rule, async () => assert.deepEqual(await idsOf(files), { ids: [...ids], told: [...told] }));
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

describe('a file that takes too long', () => {
  const long = archiveFile({
    body: 'Ein **Wort** und `noch` eines, [hier](https://a.example/).\n\n'.repeat(9_000),
  });
  test('is named, and the others are read', async () => {
    const folder = folderWith({
      'de-DE/123456.md': long,
      'de-DE/123457.md': archiveFile().replaceAll('123456', '123457'),
    });
    // The good one is read in advance: with so little time, nobody can tell them apart.
    const good = folderWith({ 'de-DE/123457.md': archiveFile().replaceAll('123456', '123457') });
    assert.equal((await takeIn(good)).editions.length, 1);
    const { editions, problems } = await takeIn(folder, { timeLimit: 100 });
    assert.ok(editions.every(({ id }) => id === '123457'));
    assert.deepEqual(
      problems.filter(({ file }) => file.endsWith('123456.md')).map(({ rule, what }) => [rule, what]),
      [['out-of-time', 'takes more than 0.1 s of processor time to read']],
    );
  });
});

test('what was read once is found again, and a changed file is read anew', async () => {
  const folder = folderWith({ 'de-DE/123456.md': archiveFile() });
  const first = await takeIn(folder);
  assert.deepEqual(await takeIn(folder), first);
  writeFileSync(join(folder, 'de-DE/123456.md'), archiveFile().replace('den Absender', 'keinen Absender'));
  const [edition] = (await takeIn(folder)).editions;
  assert.ok(edition);
  assert.notEqual(edition.textKey, first.editions[0]?.textKey);
  assert.match(keptText(edition).parts.join(), /keinen Absender/);
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

describe('what is kept of a file', () => {
  const path = 'de-DE/123456.md';
  test('is what was read with its key, also where the file is saved otherwise meanwhile', () => {
    const folder = folderWith({ [path]: archiveFile() });
    const task = {
      file: Buffer.from(join(folder, path)),
      place: { path, shown: join(folder, path) },
      version: versionOfCode(),
    };
    const before = ingestFile(task);
    writeFileSync(join(folder, path), archiveFile().replace('den Absender', 'keinen Absender'));
    const meanwhile = ingestFile(task);
    writeFileSync(join(folder, path), archiveFile());
    const undone = ingestFile(task);
    assert.ok(before && 'key' in before && meanwhile && 'key' in meanwhile && undone && 'key' in undone);
    assert.equal(undone.key, before.key);
    assert.notEqual(meanwhile.key, before.key);
    const textOf = ({ key }: { key: string }) => keptText({ file: path, textKey: key }).parts.join();
    assert.match(textOf(meanwhile), /keinen Absender/);
    assert.doesNotMatch(textOf(undone), /keinen Absender/);
  });
  for (const part of ['result', 'text', 'plain', 'facts'])
    test(`is read anew where its ${part} is cut off, gone or another`, async () => {
      const folder = folderWith({ [path]: archiveFile() });
      const first = await takeIn(folder);
      const [edition] = first.editions;
      assert.ok(edition);
      const file = join(cacheFolder, `${edition.textKey}.${part}`);
      const content = readFileSync(file);
      for (const spoil of [
        () => truncateSync(file, Math.floor(content.length / 2)),
        () => rmSync(file),
        () => writeFileSync(file, Buffer.concat([content.subarray(0, 40), content.subarray(41)])),
      ]) {
        spoil();
        assert.deepEqual(await takeIn(folder), first);
        assert.deepEqual(readFileSync(file), content);
      }
    });
  test('is missed by name where it is gone in the middle of a build', async () => {
    const folder = folderWith({ [path]: archiveFile() });
    const [edition] = (await takeIn(folder)).editions;
    assert.ok(edition);
    rmSync(join(cacheFolder, `${edition.textKey}.text`));
    assert.throws(
      () => keptText(edition),
      /123456\.md: what was read from it is no longer in .*; run the command again/,
    );
  });
});

describe('what is wrong with the machine is not blamed on a file', () => {
  test('a cache that cannot be written to is named, once', async () => {
    const files = ['123456', '123457'].map(
      (id) => [`de-DE/${id}.md`, archiveFile().replaceAll('123456', id)] as const,
    );
    const folder = folderWith(Object.fromEntries(files));
    // A folder in the place of what would be kept is what a disk without room is: nothing can be put there.
    const inTheWay = files.map(([path, text]) => {
      const key = keyOf(
        digestOf(Buffer.from(text)),
        { path, shown: shownPath(join(folder, path)) },
        versionOfCode(),
      );
      return join(cacheFolder, `${key}.result`);
    });
    for (const place of inTheWay) mkdirSync(place, { recursive: true });
    const { problems } = await takeIn(folder);
    for (const place of inTheWay) rmSync(place, { recursive: true });
    assert.deepEqual(problems.map(formatProblem), [
      'node_modules/.cache/concord: cannot be written to (EISDIR), and every build keeps there what it has read; make room on the disk, or change the permissions of the folder, and build again',
    ]);
  });
  test('a file that is gone when its turn comes is named as what cannot be opened', () => {
    const read = ingestFile({
      file: Buffer.from(join(folderWith({}), 'it.md')),
      place: { path: 'it.md', shown: 'content/it.md' },
      version: '',
    });
    assert.ok(read && 'unread' in read);
    assert.equal(
      formatProblem(read.unread),
      'content/it.md: cannot be opened (ENOENT); mend its name or its permissions, or remove it',
    );
  });
});

test('what a file says cannot begin a line of a log, nor act on a terminal', () => {
  const problem = {
    outcome: 'repaired',
    rule: 'x',
    file: 'a\n::warning::b.md',
    field: 'title\r',
    what: 'holds `\u001b[2J\u202E\u2028`',
    remedy: 'x\u0085y',
  } as const;
  assert.equal(
    formatProblem(problem),
    'a\\u{A}::warning::b.md title\\u{D}: holds `\\u{1B}[2J\\u{202E}\\u{2028}`; x\\u{85}y',
  );
});
