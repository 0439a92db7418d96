import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRevisionList } from '../../../src/ingest/parts/revision-list.ts';
import { archiveFile, htmlOf, ingest, outcomes } from '../../support/files.ts';

describe('an entry of the revision list', () => {
  for (const [line, version, date, note] of [
    ['-   V1.0 (13. Juni 2008): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['-   13 giugno 2008: pubblicazione', undefined, '2008-06-13', 'pubblicazione'],
    ['- (13 de junho de 2008): Publicado.', undefined, '2008-06-13', 'Publicado.'],
    ['- V1.1 10. Februar 2016: Neu.', '1.1', '2016-02-10', 'Neu.'],
    ['- Version 1.0 (13. Juni 2008): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- Versjon 1.0 (2. februar 2007): Ny.', '1.0', '2007-02-02', 'Ny.'],
    ['- V 1.0 (13. Juni 2008): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- V3.0 (14. April 2015) Neu.', '3.0', '2015-04-14', 'Neu.'],
    ['- V1.0 (13. Juni 2008: Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- V1.1 (24 de maio de 2018)): Novo.', '1.1', '2018-05-24', 'Novo.'],
    ['- V1.0 (23 de março de 2011) : Novo.', '1.0', '2011-03-23', 'Novo.'],
    ['  - 13\\. juni 2008: Ny.', undefined, '2008-06-13', 'Ny.'],
    ['- 13. Juni 2008: Neu.', undefined, '2008-06-13', 'Neu.'],
    ['-   <p>13.\u00A0Juni\u00A02008: Neu.</p>', undefined, '2008-06-13', 'Neu.'],
    ['- V1.0（2008 年 6 月 13 日）： 新。', '1.0', '2008-06-13', '新。'],
    ['- V35.0(2015년 1월 22일)：新。', '35.0', '2015-01-22', '新。'],
    ['- V3.0（2015 年 4 月 14）已修订', '3.0', '2015-04-14', '已修订'],
    ['V2.0 (segunda-feira, 9 de setembro de 2013): Novo.', '2.0', '2013-09-09', 'Novo.'],
    ['- 13. Juni 2008', undefined, '2008-06-13', ''],
    ['- V2.3 (16.02.2015): Novo.', '2.3', '2015-02-16', 'Novo.'],
    ['- V1.0: .NET wurde ergänzt.', '1.0', undefined, '.NET wurde ergänzt.'],
    ['- V1.0 – 13. Juni 2008: Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- V1.0&nbsp;(13. Juni 2008): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- V1.0 \\(13. Juni 2008\\): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- V1\\.0 (13. Juni 2008): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- V1,0 (13. Juni 2008): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- V1.0. (13. Juni 2008): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- **V1.0 (13. Juni 2008):** Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- *V1.0* (13. Juni 2008): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- (V1.0) 13. Juni 2008: Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- 13. Juni 2008 (V1.0): Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- 1.0 13. Juni 2008: Neu.', '1.0', '2008-06-13', 'Neu.'],
    ['- Revisão 1.0 (13 de junho de 2008): Novo.', '1.0', '2008-06-13', 'Novo.'],
    ['- 修订版本 1.0（2008 年 6 月 13 日）：新。', '1.0', '2008-06-13', '新。'],
    ['- V1.0 (2008年6月13日星期五)：新。', '1.0', '2008-06-13', '新。'],
  ] as const) {
    test(`\`${line}\``, () => {
      const [revision, ...others] = readRevisionList([line], 7, 'day first').revisions;
      assert.deepEqual(
        [revision?.version, revision?.date, revision?.noteSource, others.length],
        [version, date, note, 0],
      );
    });
  }

  test('with an impossible day is listed without one, and told', () => {
    const { revisions, findings } = readRevisionList(['- V1.0（7 月 2417 日）：新。'], 7, 'day first');
    assert.deepEqual(
      [revisions[0]?.date, revisions[0]?.noteSource, findings[0]?.line],
      [undefined, '新。', 7],
    );
  });
  test('takes no date from its text', () => {
    const [revision] = readRevisionList(['- V1.0: Am 13. Juni 2008 ergänzt.'], 7, 'day first').revisions;
    assert.equal(revision?.date, undefined);
  });
  test('goes on in the next line', () => {
    const [revision, ...others] = readRevisionList(
      ['- 13. Juni 2008: Neu', '  13. Juni 2008 war ein Freitag'],
      7,
      'day first',
    ).revisions;
    assert.deepEqual([revision?.noteSource, others.length], ['Neu 13. Juni 2008 war ein Freitag', 0]);
  });
  test('is not opened by what is indented under it, nor by a bare version in a sentence', () => {
    const lines = [
      '- V1.0 (13. Juni 2008): Neu für',
      '  Version 2.0 von Produkt',
      '  - 12. Mai 2014 war es nicht',
      'V3 ist da',
    ];
    assert.equal(readRevisionList(lines, 7, 'day first').revisions.length, 1);
  });
  test('may share its line with others', () => {
    const { revisions } = readRevisionList(
      ['<ul><li>V1.0 (13. Juni 2008): A</li><li>V1.1 (17. Juni 2008): B</li></ul>'],
      7,
      'day first',
    );
    assert.deepEqual(
      revisions.map(({ version, noteSource }) => [version, noteSource]),
      [
        ['1.0', 'A'],
        ['1.1', 'B'],
      ],
    );
  });
  test('is the last where other text follows a blank line', () => {
    const { revisions, unread } = readRevisionList(
      ['- V1.0 (13. Juni 2008): A', '', '[kb]: http://a.example/', '| a |'],
      7,
      'day first',
    );
    assert.deepEqual([revisions[0]?.noteSource, unread], ['A', ['[kb]: http://a.example/', '| a |']]);
  });
});

describe('the revision list of a file', () => {
  for (const [way, revisions] of [
    ['under a bold label', '**Revisionen:**\n\n- 13. Juni 2008: Neu.\n- 17. Juni 2008: Besser.'],
    ['under a heading', '#### Revisionen\n\n- 13. Juni 2008: Neu.\n- 17. Juni 2008: Besser.'],
    [
      'under an underlined heading',
      'Revisionen\n----------\n\n- 13. Juni 2008: Neu.\n- 17. Juni 2008: Besser.',
    ],
    ['in paragraphs', '### Revisionen\n\nV1.0 (13. Juni 2008): Neu.\n\nV2.0 (17. Juni 2008): Besser.'],
    [
      'in lines of a paragraph',
      '### Revisionen\n\nV1.0 (13. Juni 2008): Neu.  \nV2.0 (17. Juni 2008): Besser.',
    ],
    [
      'nested in a list item',
      '- Eins\n\n  ### Revisionen\n\n  - V1.0 (13. Juni 2008): Neu.\n  - V2.0 (17. Juni 2008): Besser.',
    ],
    [
      'under a label inside a list item',
      '- Eins\n\n  **Revisionen:**\n\n  - V1.0 (13. Juni 2008): Neu.\n  - V2.0 (17. Juni 2008): Besser.',
    ],
    ['behind the label', '**Revisionen:** 13. Juni 2008: Neu.\n\n- 17. Juni 2008: Besser.'],
    ['under a heading in HTML', '<h2>Revisionen</h2>\n\n- 13. Juni 2008: Neu.\n- 17. Juni 2008: Besser.'],
    [
      'under the last of two such headings',
      '## Revisionen\n\nProdukt 1\n\n## Revisionen\n\n- 13. Juni 2008: Neu.\n- 17. Juni 2008: Besser.',
    ],
    [
      'in another language',
      '#### Revisions\n\n- V1.0 (June 13, 2008): New.\n- V2.0 (June 17, 2008): Better.',
    ],
  ] as const) {
    test(way, () => {
      const { edition } = ingest(archiveFile({ revisions }));
      assert.deepEqual(
        edition?.revisions.map(({ ordinal, date }) => [ordinal, date]),
        [
          [1, '2008-06-13'],
          [2, '2008-06-17'],
        ],
      );
    });
  }

  test('keeps the order of the file, and a backward date is told', () => {
    const read = ingest(
      archiveFile({
        revisions: '**Revisionen:**\n\n- V1.0 (2. Februar 2007): Neu.\n- (13. Februar 2006): Besser.',
      }),
    );
    assert.deepEqual(
      read.edition?.revisions.map(({ date }) => date),
      ['2007-02-02', '2006-02-13'],
    );
    assert.ok(outcomes(read).includes('repaired backward-revision'));
  });
  test('keeps the emphasis and links of a note', () => {
    const read = ingest(
      archiveFile({
        revisions:
          '**Revisionen:**\n\n- V1.0 (13. Juni 2008): Siehe [KB1](http://support.microsoft.com/kb/1).',
      }),
    );
    assert.deepEqual(
      [read.edition?.revisions[0]?.note, read.edition?.revisions[0]?.noteHtml],
      ['Siehe KB1.', 'Siehe <a href="http://support.microsoft.com/kb/1">KB1</a>.'],
    );
  });
  test('that is missing or cannot be read is told', () => {
    for (const revisions of ['', '## Revisionen\n\nKeine.'])
      assert.ok(outcomes(ingest(archiveFile({ revisions }))).includes('repaired no-revisions'));
  });
  test('uses the link definitions of the file, and keeps blocks in a note', () => {
    const noteOf = (note: string, body = 'A') =>
      ingest(archiveFile({ body, revisions: `**Revisionen:**\n\n- V1.0 (13. Juni 2008): ${note}` })).edition
        ?.revisions[0]?.noteHtml;
    assert.equal(
      noteOf('Siehe [hier][kb].', '[kb]: http://a.example/'),
      'Siehe <a href="http://a.example/">hier</a>.',
    );
    assert.match(
      noteOf('Vor <table><tr><td>Zelle</td></tr></table> nach.') ?? '',
      /Vor[\s\S]*Zelle[\s\S]*nach\./,
    );
  });
  test('keeps in the text what is no entry', () =>
    assert.match(
      htmlOf(
        ingest(
          archiveFile({
            revisions: '**Revisionen:**\n\nDie Versionen im Einzelnen\n\n- V1.0 (13. Juni 2008): Neu.',
          }),
        ),
      ),
      /Die Versionen im Einzelnen/,
    ));
  test('does not take the line that tells when the page was made', () => {
    for (const trailer of [
      '*Built at 2014-04-18T13:49:36Z-07:00*',
      '*Seite generiert am 04.09.2014 um 11:06Z-07:00.*',
      '*页面生成时间：2016-01-05 09:07-08:00。*',
    ]) {
      const read = ingest(archiveFile({ trailer }));
      assert.equal(read.edition?.revisions.at(-1)?.note, 'Update verfügbar.');
      assert.doesNotMatch(htmlOf(read), /2014|2016/);
    }
  });
  test('but an emphasised sentence with a time is none, nor is what follows the line', () => {
    assert.match(
      htmlOf(
        ingest(archiveFile({ revisions: '', trailer: '*Der Dienst endet am 2019-01-12 um 10:00 Uhr.*' })),
      ),
      /Der Dienst endet/,
    );
    const trailer = '*Built at 2014-04-18T13:49:36Z-07:00*\n\n<table><tr><td>Danach</td></tr></table>';
    assert.match(htmlOf(ingest(archiveFile({ revisions: '', trailer }))), /Danach/);
  });
});

describe('the day of publication may be in the words of an entry', () => {
  for (const [line, expected] of [
    ['- Data di pubblicazione: 10 maggio 2005', ['2005-05-10', 'Data di pubblicazione: 10 maggio 2005']],
    ['- Veiledning publisert 23. juni 2006.', ['2006-06-23', 'Veiledning publisert 23. juni 2006.']],
    ['- V1.0: Veröffentlicht am 13. Juni 2008', ['2008-06-13', 'Veröffentlicht am 13. Juni 2008']],
    [
      '- V1.0 – Comunicado publicado em 13 de junho de 2008',
      ['2008-06-13', 'Comunicado publicado em 13 de junho de 2008'],
    ],
    [
      '- V1.0: Veröffentlicht am 13. Juni 2008, überarbeitet später',
      [undefined, 'Veröffentlicht am 13. Juni 2008, überarbeitet später'],
    ],
    ['- V1.0: Siehe die Fassung vom 13. Juni 2008', [undefined, 'Siehe die Fassung vom 13. Juni 2008']],
    ['- V1.0: Veröffentlicht am 31. Juni 2008', [undefined, 'Veröffentlicht am 31. Juni 2008']],
  ] as const)
    test(line, () => {
      const [revision] = readRevisionList([line], 1, 'day first').revisions;
      assert.deepEqual([revision?.date, revision?.noteSource], expected);
    });
});
