import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  fileOfShown,
  hiddenIn,
  isNotUtf8,
  shownName,
  shownPath,
  uriOfShown,
} from '../../../src/site/paths.ts';
import { projectFile } from '../../../src/site/settings.ts';

const bytes = (...pieces: (string | number | Buffer)[]): Buffer =>
  Buffer.concat(
    pieces.map((piece) => (typeof piece === 'number' ? Buffer.of(piece) : Buffer.from(piece as string))),
  );

describe('a name is shown as text that acts on nothing and names one file', () => {
  for (const [what, name, shown, uri] of [
    ['as it is', bytes('Übersicht 漏洞.md'), 'Übersicht 漏洞.md', '%C3%9Cbersicht%20%E6%BC%8F%E6%B4%9E.md'],
    [
      'with backslashes',
      bytes('x\\..\\..\\secret.txt'),
      'x\\\\..\\\\..\\\\secret.txt',
      'x%5C..%5C..%5Csecret.txt',
    ],
    [
      'with a line feed',
      bytes('a\n::warning::b.md'),
      'a\\u{A}::warning::b.md',
      'a%0A%3A%3Awarning%3A%3Ab.md',
    ],
    ['with an escape sequence', bytes('a\u001b[31m.md'), 'a\\u{1B}[31m.md', 'a%1B%5B31m.md'],
    ['that turns the direction of writing', bytes('a\u202Edm.md'), 'a\\u{202E}dm.md', 'a%E2%80%AEdm.md'],
    ['with what looks like an escape', bytes('a\\u{A}.md'), 'a\\\\u{A}.md', 'a%5Cu%7BA%7D.md'],
    ['that is not UTF-8', bytes('caf', 0xe9, '.md'), 'caf\\xE9.md', 'caf%E9.md'],
    ['that is cut off in a character', bytes('a', 0xe6, 0xbc), 'a\\xE6\\xBC', 'a%E6%BC'],
    ['with a byte order mark', bytes('\uFEFFa.md'), '\\u{FEFF}a.md', '%EF%BB%BFa.md'],
  ] as const)
    test(what, () => {
      assert.equal(shownName(name), shown);
      assert.deepEqual(fileOfShown(`content/${shown}`), bytes(projectFile('content'), '/', name));
      assert.equal(uriOfShown(shown), uri);
    });
  test('any bytes, and back', () =>
    fc.assert(
      fc.property(
        fc
          .uint8Array({ minLength: 1, maxLength: 20 })
          .filter((name) => !name.includes(0x2f) && !name.includes(0)),
        (name) => {
          const shown = shownName(name);
          assert.deepEqual(fileOfShown(shown), bytes(projectFile('.'), '/', ...name));
          assert.doesNotMatch(shown, /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
        },
      ),
    ));
});

test('a name says what of it nobody sees', () => {
  assert.deepEqual(
    ['a', 'a\u202Eb', 'a\u200Bb', 'a\u00ADb', 'a\nb', 'a\u3164b'].map((name) => hiddenIn(bytes(name))),
    [undefined, '\u202E', '\u200B', '\u00AD', '\n', '\u3164'],
  );
  assert.deepEqual([bytes('é'), bytes(0xe9)].map(isNotUtf8), [false, true]);
});

test('a path that begins like a command of a build server does not', () =>
  assert.equal(shownPath(projectFile('::warning::x.md')), './::warning::x.md'));
