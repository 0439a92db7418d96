import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textRepairs } from '../../../src/ingest/bytes/text-repairs.ts';
import { archiveFile, htmlOf, ingest, ingestOwn, ownFile, told } from '../../support/files.ts';

const messy = '\uFEFF---\r\r\ntitle:\u00A0A\r\nlocale：it\r\n---\r\n\r\nA\u200Eb\rc \u00ADd\r\n';

describe('every repair of the text', () => {
  for (const repair of textRepairs) {
    test(`(${repair.rule}) keeps every line where it was`, () =>
      assert.equal(repair.apply(messy).split('\n').length, messy.split('\n').length));
    test(`(${repair.rule}) leaves its own result alone`, () =>
      assert.equal(repair.apply(repair.apply(messy)), repair.apply(messy)));
  }
});

describe('a file is read all the same', () => {
  for (const [way, text, problem] of [
    ['with a byte order mark', `\uFEFF${archiveFile()}`, 'a byte order mark at the start; left out'],
    [
      'with Windows line ends',
      archiveFile().replaceAll('\n', '\r\n'),
      'Windows line ends; read as line feeds',
    ],
    [
      'with carriage returns only',
      archiveFile().replaceAll('\n', '\r'),
      'carriage returns instead of line feeds; read as line feeds',
    ],
    [
      'with a carriage return inside a line',
      archiveFile().replace('Der Dienst', 'Der\rDienst'),
      ':21: a carriage return inside a line; read as a space',
    ],
    [
      'with a no-break space after a key',
      archiveFile().replace('Title: Sich', 'Title:\u00A0Sich'),
      ':3 Title: a no-break space after the colon; read as a space',
    ],
    [
      'with an invisible mark',
      archiveFile().replace('Absender', 'Ab\u200Esender'),
      ':21: an invisible mark; left out',
    ],
    ['with a blank line before the front matter', `\n${archiveFile()}`, undefined],
  ] as const) {
    test(way, () => {
      const [clean, read] = [ingest(archiveFile()), ingest(text)];
      assert.deepEqual(
        read.edition?.revisions.map(({ note }) => note),
        clean.edition?.revisions.map(({ note }) => note),
      );
      assert.equal(read.edition?.title, clean.edition?.title);
      assert.deepEqual(
        told(read).map((line) => line.endsWith(problem ?? '')),
        problem === undefined ? [] : [true],
      );
    });
  }
  test('with a full-width colon after a key', () => {
    const read = ingestOwn(ownFile({ title: 'title：Der Druckdienst' }));
    assert.equal(read.edition?.title, 'Der Druckdienst');
    assert.match(told(read).join(), /:4 title: a full-width colon after the field name; read as `: `/);
  });
});

test('a joined emoji stays whole', () => {
  const [joined] = textRepairs.filter(({ rule }) => rule === 'invisible-mark');
  assert.equal(joined?.apply('👩‍💻 a\u200Db'), '👩‍💻 ab');
});

describe('what nobody sees is left out and reported:', () => {
  for (const [what, mark] of [
    ['U+3164', '\u3164'],
    ['U+115F', '\u115F'],
    ['U+180E', '\u180E'],
    ['U+034F', '\u034F'],
    ['U+1D173', '\u{1D173}'],
    ['U+061C', '\u061C'],
    ['U+2063', '\u2063'],
    ['U+FFA0', '\uFFA0'],
    ['U+FFFA', '\uFFFA'],
    ['U+E0041', '\u{E0041}'],
  ] as const)
    test(what, () => {
      for (const [read, line] of [
        [ingest(archiveFile().replace('Absender', `Ab${mark}sender`)), 21],
        [ingestOwn(ownFile().replace('Absender', `Ab${mark}sender`)), 19],
      ] as const) {
        assert.match(htmlOf(read), /Absender/);
        assert.ok(
          told(read).some((sentence) => sentence.endsWith(`:${line}: an invisible mark; left out`)),
          told(read).join(),
        );
      }
    });
  test('variation selectors that hide a text behind a letter, but for the first', () => {
    const read = ingestOwn(ownFile().replace('Absender', 'Ab\u{E0101}\u{E0172}\uFE01sender'));
    assert.ok(htmlOf(read).includes('Ab\u{E0101}sender'));
    assert.match(told(read).join(), /an invisible mark/);
  });
  test('and what ends a line to some programs is a space', () => {
    for (const mark of ['\u2028', '\u2029']) {
      const read = ingestOwn(ownFile().replace('Dienst prüft', `Dienst${mark}prüft`));
      assert.match(htmlOf(read), /Dienst prüft/);
      assert.match(told(read).join(), /an invisible mark/);
    }
  });
  test('but not what says how a character is drawn, nor in an emoji', () => {
    for (const text of ['葛\u{E0100}城', '❤\uFE0F', '1\uFE0F\u20E3', '👩\u200D💻', '👩🏽\u200D💻']) {
      const read = ingestOwn(ownFile().replace('Absender', text));
      assert.ok(htmlOf(read).includes(text), text);
      assert.deepEqual(told(read), []);
    }
  });
});

describe('what joins or completes what is beside it stays:', () => {
  for (const [what, text] of [
    ['a joiner in Persian', 'می\u200Cخواهم'],
    ['a joiner in Hindi', 'क्\u200Dष'],
    ['a joiner in an emoji', '👩\u200D🔧'],
    ['the tags of a flag', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['a variation selector', '☑\uFE0F'],
  ] as const)
    test(what, () =>
      assert.match(htmlOf(ingestOwn(ownFile({}, `## A {#a}\n\n${text}.`))), new RegExp(`<p>${text}\\.</p>`)),
    );
  for (const [what, text, shown] of [
    ['a joiner between Latin letters', 'a\u200Db', 'ab'],
    ['a joiner between Chinese characters', '打\u200C印', '打印'],
    ['a joiner at the start', '\u200Da', 'a'],
    ['tags without a flag', 'a\u{E0067}\u{E007F}b', 'ab'],
    ['tags of a flag without an end', '🏴\u{E0067}\u{E0062}b', '🏴b'],
  ] as const)
    test(`but not ${what}`, () => {
      const file = ingestOwn(ownFile({}, `## A {#a}\n\n${text}.`));
      assert.match(htmlOf(file), new RegExp(`<p>${shown}\\.</p>`));
      assert.match(told(file).join('\n'), /an invisible mark; left out/);
    });
});
