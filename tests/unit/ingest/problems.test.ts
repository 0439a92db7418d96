import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { maxBytes } from '../../../src/ingest/bytes/decode.ts';
import { archiveFile, ingest, ingestOwn, outcomes, ownFile, told } from '../../support/files.ts';

test('a valid own file has no problems', () => assert.deepEqual(told(ingestOwn(ownFile())), []));
test('a valid archive file has no problems', () => assert.deepEqual(told(ingest(archiveFile())), []));

describe('a file is refused, with its own sentence', () => {
  const latin1 = Buffer.from(archiveFile(), 'latin1');
  for (const [rule, text, path, sentence] of [
    [
      'that is not UTF-8',
      latin1,
      'de-DE/123456.md',
      'de-DE/123456.md:11: is not valid UTF-8 text; save the file as UTF-8',
    ],
    [
      'that is too large',
      'a'.repeat(maxBytes + 1),
      'it/123456.md',
      'it/123456.md: has 1048577 bytes; the limit is 1048576; divide the file',
    ],
    [
      'that is an empty edition',
      ' \n',
      '123456/it.md',
      '123456/it.md: the file is empty; write the edition, or remove the file',
    ],
    [
      'with a control character',
      'A\u0007',
      'it/123456.md',
      'it/123456.md:1: holds the control character U+0007; remove it',
    ],
    [
      'with a mark that turns the direction of writing',
      'A\n\u202Ebc',
      'it/123456.md',
      'it/123456.md:2: holds the control character U+202E; remove it',
    ],
    [
      'whose front matter is not closed',
      '---\ntitle: A\n\nB',
      'it/123456.md',
      'it/123456.md:1: the front matter is never closed; add a line of `---` after its last field',
    ],
    [
      'with a field that stands twice',
      '---\nms:assetid: 123456\nTitle: A\nTitle: B\n---\n',
      'it/123456.md',
      'it/123456.md:4 Title: stands twice; keep one of the two',
    ],
    [
      'with an unknown locale in its address',
      archiveFile({
        header:
          "Title: A\nms:assetid: 123456\nms:mtpsurl: 'https://technet.microsoft.com/fr-FR/library/123456'",
      }),
      '2008/123456.md',
      '2008/123456.md:4 locale: `fr-FR` is no locale of this site; use one of de-DE, it, nb-NO, pt-BR, zh-CN',
    ],
    [
      'without a locale',
      archiveFile({ header: 'Title: A\nms:assetid: 123456' }),
      '2008/123456.md',
      '2008/123456.md:1 locale: the file states no locale; add `locale: …`, or name its folder by its locale: de-DE, it, nb-NO, pt-BR, zh-CN',
    ],
  ] as const) {
    test(rule, () => {
      const read = ingest(text as string | Uint8Array, path);
      assert.ok(told(read).includes(sentence), told(read).join('\n'));
      assert.equal(read.edition, undefined);
    });
  }
});

describe('an own file is refused, with its own sentence', () => {
  for (const [rule, changes, sentence] of [
    ['with an unknown locale', { locale: 'locale: fr' }, '/3 locale: `fr` is no locale of this site'],
    [
      'with the locale of another region',
      { locale: 'locale: pt_PT' },
      '/3 locale: `pt_PT` is no locale of this site',
    ],
    ['without a day of publication', { published: undefined }, '/1 published: is missing; add it'],
    [
      'with an impossible day',
      { published: 'published: 2026-02-30' },
      '/6 published: `2026-02-30` is no day of the calendar',
    ],
    [
      'with a day that is written otherwise',
      { published: 'published: 2. März 2026' },
      '/6 published: `2. März 2026` is no day of the calendar',
    ],
    ['without a title', { title: undefined }, '/1 title: is missing'],
    ['without a revision', { revisions: 'revisions: []' }, '/8 revisions: names no revision'],
    [
      'with a revision older than the one before it',
      { revisions: 'revisions:\n  - date: 2026-03-09\n    note: A\n  - date: 2026-03-02\n    note: B' },
      '/11 revision 2: `2026-03-02` is older than `2026-03-09` of the revision before it; put the oldest first',
    ],
    [
      'with a revision without a note',
      { revisions: 'revisions:\n  - date: 2026-03-09' },
      '/9 revisions.0.note: is missing',
    ],
    [
      'with an address that is none',
      { source: 'source:\n  url: javascript:alert(1)\n  publisher: A' },
      'source.url: `javascript:alert(1)` is no http or https address',
    ],
    [
      'with a reference of an unknown kind',
      { references: 'references:\n  - kind: blog\n    id: A' },
      'references.0.kind: `blog` is none of kb, cve',
    ],
    [
      'with an id that cannot be an address',
      { id: 'id: ../../etc' },
      '/2 id: `../../etc` cannot be the address of an advisory',
    ],
  ] as const) {
    test(rule, () => {
      const read = ingest(
        ownFile(changes),
        rule.includes('locale') ? 'new/text.md' : 'adv-2026-0001/de-DE.md',
      );
      const wanted = sentence.replace('/', ':');
      assert.ok(
        told(read).some((line) => line.includes(wanted)),
        told(read).join('\n'),
      );
      assert.equal(read.edition, undefined);
    });
  }
  test('and everything that is wrong is told at once', () =>
    assert.deepEqual(
      outcomes(ingestOwn(ownFile({ title: undefined, published: 'published: never' }, '## A'))),
      ['refused field-value', 'refused field-missing', 'refused section-id-missing'],
    ));
  test('but dates that only disagree are told and published', () => {
    for (const changes of [
      { updated: 'updated: 2026-03-01' },
      { updated: 'updated: 2026-03-10' },
      { updated: undefined },
    ]) {
      const read = ingestOwn(ownFile(changes));
      assert.ok(outcomes(read).includes('repaired dates-disagree'));
      assert.ok(read.edition);
    }
  });
  test('but not for a field that is only misspelt', () => {
    const read = ingestOwn(ownFile({ extra: 'titel: A' }));
    assert.deepEqual(outcomes(read), ['repaired field-unknown']);
    assert.ok(read.edition);
  });
});

describe('an archive file is published all the same', () => {
  for (const [rule, text, problem] of [
    ['without a day of publication', archiveFile({ dates: '' }), 'repaired unknown-date'],
    [
      'with an impossible day',
      archiveFile({ dates: 'Veröffentlicht: 30. Februar 2008' }),
      'repaired unknown-date',
    ],
    [
      'with a backward revision',
      archiveFile({ revisions: '**Revisionen:**\n\n- 17. Juni 2008: A\n- 13. Juni 2008: B' }),
      'repaired backward-revision',
    ],
    [
      'with a field that YAML cannot read',
      archiveFile({ header: 'ms:assetid: 123456\nTitle: Warnung: Druckdienst' }),
      'repaired front-matter-flat',
    ],
  ] as const) {
    test(rule, () => {
      const read = ingest(text);
      assert.ok(outcomes(read).includes(problem), outcomes(read).join());
      assert.ok(read.edition);
    });
  }
});

describe('a file that is no advisory is set aside', () => {
  for (const [rule, text, path] of [
    ['because it has neither date, version nor revisions', '# 2008\n\n- [954474](954474.md)', 'it/954474.md'],
    ['because it has no id', archiveFile({ header: '' }), 'it/index.md'],
    [
      'because what it calls its id cannot be one',
      archiveFile({ header: 'Title: A\nms:assetid: ..' }),
      'it/index.md',
    ],
    ['because it is empty', '', 'notes/todo.txt'],
  ] as const) {
    test(rule, () => assert.match(outcomes(ingest(text, path)).join(), /set-aside/));
  }
});
