import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type ContentFiles, contentFiles } from '../../../src/intake/content-files.ts';
import { formatProblem } from '../../../src/model/problem.ts';
import { folderWith } from '../../support/folders.ts';

const pathsIn = ({ files }: ContentFiles): string[] => files.map(({ path }) => path);
/** Without the folder around, which is another one each time. */
const reported = ({ problems }: ContentFiles): string[] =>
  problems.map((problem) => formatProblem(problem).replace(/^.*?concord-folder-\w+\//, ''));

test('the content folder is read for Markdown and text files at any depth, in one order', () => {
  const found = contentFiles(
    folderWith({
      'b/x.markdown': '',
      'a.md': '',
      'b/c/y.TXT': '',
      'z.html': '',
      'README.md': '',
      '.git/a.md': '',
      'b/.x.md': '',
    }),
  );
  assert.deepEqual([pathsIn(found), found.problems], [['a.md', 'b/c/y.TXT', 'b/x.markdown'], []]);
});

describe('a symbolic link', () => {
  test('that leads out of the folder is refused by name, and nothing behind it is read', () => {
    const [outside, folder] = [folderWith({ 'secret.md': 'A' }), folderWith({ 'a.md': 'A' })];
    symlinkSync(join(outside, 'secret.md'), join(folder, 'file.md'));
    symlinkSync(outside, join(folder, 'folder'));
    // The path of the one begins with that of the other.
    mkdirSync(`${folder}-beside`);
    symlinkSync(`${folder}-beside`, join(folder, 'beside'));
    const found = contentFiles(folder);
    rmSync(`${folder}-beside`, { recursive: true });
    assert.deepEqual(pathsIn(found), ['a.md']);
    assert.deepEqual(reported(found).sort(), [
      'beside: is a symbolic link that leads out of the content folder; put what it leads to here instead, or remove it',
      'file.md: is a symbolic link that leads out of the content folder; put what it leads to here instead, or remove it',
      'folder: is a symbolic link that leads out of the content folder; put what it leads to here instead, or remove it',
    ]);
  });
  test('that leads to something in it is followed, as in a mounted ConfigMap', () => {
    const folder = folderWith({ '..2026_11/adv-1/it.md': 'A', '..2026_11/b.md': 'B' });
    symlinkSync('..2026_11', join(folder, '..data'));
    symlinkSync('..data/adv-1', join(folder, 'adv-1'));
    symlinkSync('..data/b.md', join(folder, 'b.md'));
    const found = contentFiles(folder);
    assert.deepEqual([pathsIn(found), found.problems], [['adv-1/it.md', 'b.md'], []]);
  });
  test('to a folder that it is in is refused, and ends', () => {
    const folder = folderWith({ 'a/b/c.md': '' });
    symlinkSync('../..', join(folder, 'a/b/up'));
    symlinkSync('.', join(folder, 'a/here'));
    const found = contentFiles(folder);
    assert.deepEqual(pathsIn(found), ['a/b/c.md']);
    assert.deepEqual(found.problems.map(({ rule }) => rule).sort(), ['leads-back', 'leads-out']);
  });
  test('to a folder that is read already is passed over by name, however many there are', () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`d${at}/a.md`, ''])));
    for (let at = 0; at < 29; at += 1)
      for (const name of ['x', 'y']) symlinkSync(`../d${at + 1}`, join(folder, `d${at}`, name));
    const { files, problems } = contentFiles(folder);
    assert.equal(files.length, 30);
    assert.ok(problems.length > 0 && problems.every(({ rule }) => rule === 'read-already'));
  });
  test('does not bring in what a name with a dot hides', () => {
    const folder = folderWith({ '.drafts/secret.md': '', '.env': '' });
    symlinkSync('.drafts/secret.md', join(folder, 'it.md'));
    symlinkSync('.env', join(folder, 'de.md'));
    symlinkSync('.drafts', join(folder, 'more'));
    const { files, problems } = contentFiles(folder);
    assert.deepEqual([files, problems.map(({ rule }) => rule)], [[], Array(3).fill('leads-to-hidden')]);
  });
  test('to nothing is reported, where it is named like an advisory', () => {
    const folder = folderWith({});
    symlinkSync('nowhere', join(folder, 'a.md'));
    symlinkSync('nowhere', join(folder, 'notes'));
    assert.deepEqual(reported(contentFiles(folder)), [
      'a.md: cannot be opened (ENOENT); mend its name or its permissions, or remove it',
    ]);
  });
});

describe('a name', () => {
  test('with backslashes is that of one file', () =>
    assert.deepEqual(pathsIn(contentFiles(folderWith({ 'x\\..\\..\\secret.txt': '' }))), [
      'x\\\\..\\\\..\\\\secret.txt',
    ]));
  test('that is not UTF-8 is read by its bytes, and reported', () => {
    const folder = folderWith({});
    const odd = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9)]);
    mkdirSync(odd);
    writeFileSync(Buffer.concat([odd, Buffer.from('/it'), Buffer.of(0xff), Buffer.from('.md')]), '');
    writeFileSync(Buffer.concat([odd, Buffer.from('/it.md')]), '');
    const found = contentFiles(folder);
    assert.deepEqual(pathsIn(found), ['caf\\xE9/it.md', 'caf\\xE9/it\\xFF.md']);
    assert.deepEqual(reported(found), [
      'caf\\xE9: has a name that is not UTF-8; read all the same; rename it',
      'caf\\xE9/it\\xFF.md: has a name that is not UTF-8; read all the same; rename it',
    ]);
  });
  for (const [what, name, sentence] of [
    [
      'with a mark that turns the direction of writing',
      'a\u202Edm.md',
      'a\\u{202E}dm.md: has the invisible character U+202E in its name; rename it',
    ],
    [
      'with a line feed',
      'a\n::warning::b.md',
      'a\\u{A}::warning::b.md: has the invisible character U+000A in its name; rename it',
    ],
    [
      'of a folder with an escape sequence',
      'a\u001b[2J/it.md',
      'a\\u{1B}[2J: has the invisible character U+001B in its name; rename it',
    ],
    [
      'with a Hangul filler',
      'it\u3164.md',
      'it\\u{3164}.md: has the invisible character U+3164 in its name; rename it',
    ],
  ] as const)
    test(`${what} is refused, and shown by number`, () => {
      const found = contentFiles(folderWith({ [name]: '' }));
      assert.deepEqual([pathsIn(found), reported(found)], [[], [sentence]]);
    });
  test('that is too long to be opened is refused, and the rest is read', () => {
    const folder = folderWith({ 'b.md': '' });
    let deep = folder;
    // Each step is short enough; the whole is not, for any system call.
    const cwd = process.cwd();
    process.chdir(folder);
    for (let at = 0; at < 25; at += 1) {
      mkdirSync('d'.repeat(200));
      process.chdir('d'.repeat(200));
      deep += `/${'d'.repeat(200)}`;
    }
    process.chdir(cwd);
    const { files, problems } = contentFiles(folder);
    assert.ok(deep.length > 4_096);
    assert.deepEqual(
      [files.map(({ path }) => path), problems.map(({ rule, what }) => `${rule} ${what}`)],
      [['b.md'], ['unreadable cannot be opened (ENAMETOOLONG)']],
    );
  });
});
