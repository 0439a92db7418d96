import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, ownFile } from '../../support/files.ts';

const rendered = (body: string): string =>
  htmlOf(ingest(archiveFile({ body, revisions: '', trailer: '' })))
    .replace(/>\s+</g, '><')
    .replace(/(<t[dh][^>]*>)\n|\n(?=<\/t[dh]>)/g, '$1');

const table = (...rows: string[]) => `<table>\n${rows.join('\n')}\n</table>`;
const row = (...cells: string[]) => `<tr>\n${cells.map((cell) => `<td>\n${cell}\n</td>`).join('\n')}\n</tr>`;

describe('Markdown in a cell of HTML is read', () => {
  for (const [what, cell, html] of [
    ['a link', 'siehe [KB1](https://a.example/1)', 'siehe <a href="https://a.example/1">KB1</a>'],
    ['bold', 'Vor **Paket** nach', 'Vor <strong>Paket</strong> nach'],
    ['code', 'die Datei `a.log`', 'die Datei <code translate="no">a.log</code>'],
    ['an address', '<https://a.example/>', '<a href="https://a.example/">https://a.example/</a>'],
    ['a line break', '[A](https://a.example/)  \n(123)', '<a href="https://a.example/">A</a><br>\n(123)'],
    ['a list after a blank line', 'Eins:\n\n- A\n- B', '<p>Eins:</p><ul><li>A</li><li>B</li></ul>'],
    ['what stands in a paragraph of the cell', '<p>**A** und B</p>', '<p><strong>A</strong> und B</p>'],
  ] as const) {
    test(what, () => {
      const page = rendered(table(row('x', cell)));
      assert.ok(page.includes(html), page);
    });
  }

  test('and nothing else of it is touched', () => {
    const page = rendered(
      table(row('2 * 3 * 4', 'SMS_WSUS_SYNC'), row('C:\\[x]\\*.exe', '<em>a</em> &lt;b&gt;')),
    );
    for (const cell of ['2 * 3 * 4', 'SMS_WSUS_SYNC', 'C:\\[x]\\*.exe', '<em>a</em> &#x3C;b>'])
      assert.ok(page.includes(cell), `${cell} in ${page}`);
  });

  test('not in a file of our own, where HTML is HTML', () =>
    assert.match(
      htmlOf(ingestOwn(ownFile({}, `## A {#overview}\n\n${table(row('**A**', 'b'))}`))),
      /\*\*A\*\*/,
    ));
});

describe('a table in HTML is one table', () => {
  const rows = ['<tr><td>A</td><td>1</td></tr>', '<tr><td>B</td><td>2</td></tr>'];
  const cells = '<tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>';
  for (const [where, body] of [
    ['with blank lines between its rows', table(rows.join('\n\n'))],
    ['with far indented rows after a blank line', table(...rows.map((text) => `\n          ${text}`))],
    ['with a line of a no-break space in it', table(rows.join('\n\u00A0\n'))],
    ['indented into code', table(...rows).replace(/^/gm, '    ')],
    ['in a list item', `- Punkt\n\n  ${table(...rows.map((text) => `\n${text}`))}\n\n- Weiter`],
  ] as const) {
    test(where, () => {
      const page = rendered(body);
      assert.equal(page.match(/<table>/g)?.length, 1);
      assert.ok(page.includes(cells), page);
      assert.doesNotMatch(page, /<pre|&#x3C;|concord/);
    });
  }

  test('and the list goes on after it', () =>
    assert.equal(rendered(`- Punkt\n\n  ${table(`\n${rows[0]}`)}\n\n- Weiter`).match(/<li>/g)?.length, 2));
  test('one without an end keeps its blank lines, and its words', () =>
    assert.match(
      rendered(`<table>\n<tr><td>A</td></tr>\n\nEin Absatz **danach**`),
      /A[\s\S]*<strong>danach/,
    ));
  test('in a fence it is its source', () =>
    assert.match(
      rendered(`\`\`\`\n${table(rows.join('\n\n'))}\n\`\`\``),
      /<pre[\s\S]*&#x3C;table>\n[\s\S]*\n\n/,
    ));
});

describe('the head of a table is', () => {
  for (const [what, body, html] of [
    [
      'its first row where all of it is bold',
      table(row('**System**', '**Update**'), row('A', '1')),
      '<thead><tr><th scope="col">System</th><th scope="col">Update</th></tr></thead>',
    ],
    [
      'the row below a title, which is its caption',
      table(
        '<tr>\n<td colspan="2">\n**Betroffene Software**\n</td>\n</tr>',
        row('**System**', '**Update**'),
        row('A', '1'),
      ),
      '<table><caption>Betroffene Software</caption><thead><tr><th scope="col">System</th>',
    ],
    [
      'the row below a title, also where rows like the title name the rows below them',
      table(
        '<tr>\n<td colspan="2">\n**Bewertung**\n</td>\n</tr>',
        row('**System**', '**Update**'),
        '<tr>\n<td colspan="2">\n**Windows Vista**\n</td>\n</tr>',
        row('A', '1'),
      ),
      '<table><caption>Bewertung</caption><thead><tr><th scope="col">System</th><th scope="col">Update</th></tr></thead><tbody><tr><th colspan="2" scope="rowgroup">Windows Vista</th></tr>',
    ],
    [
      'the first row that is all bold, also inside links and with marks of notes',
      table(
        row('**System**', '[**CVE-2017-0043**](https://a.example/1)', '**Ersetzte Updates**\\*'),
        row('Windows 7', 'Hoch', 'Keine'),
      ),
      '<thead><tr><th scope="col">System</th><th scope="col"><a href="https://a.example/1"><strong>CVE-2017-0043</strong></a></th><th scope="col"><strong>Ersetzte Updates</strong>*</th></tr></thead>',
    ],
    [
      'not a row of a name and a link',
      table(
        row('**Bulletin**', '**MS08-067**'),
        row('**Titel**', '[**Serverdienst**](https://a.example/1)'),
        row('**Schweregrad**', 'Hoch'),
      ),
      '<tr><th scope="row">Titel</th><td><a href="https://a.example/1"><strong>Serverdienst</strong></a></td></tr>',
    ],
    [
      'the first row of a table with bars and an empty head',
      '|   |   |\n|---|---|\n| System | Update |\n| A | 1 |',
      '<thead><tr><th scope="col">System</th><th scope="col">Update</th></tr></thead>',
    ],
    [
      'a first row that says what the only column holds',
      table(row('Betroffene Software'), row('A'), row('B')),
      '<thead><tr><th scope="col">Betroffene Software</th></tr></thead>',
    ],
    [
      'for its row below a head too',
      '| Verweis | Nummer |\n|---|---|\n| **Artikel** | 954474 |',
      '<tr><th scope="row">Artikel</th><td>954474</td></tr>',
    ],
    [
      'for the rows that go on below it with an empty cell',
      table(row('**Dateien**', 'A'), row('<br />', 'B'), row('**Neustart**', 'C')),
      '<tr><th scope="row" rowspan="2">Dateien</th><td>A</td></tr><tr><td>B</td></tr><tr><th scope="row">Neustart',
    ],
    [
      'for its row where every row begins with a bold cell',
      '|   |   |\n|---|---|\n| **Bulletin** | MS08-001 |\n| **Artikel** | 954474 |',
      '<tr><th scope="row">Bulletin</th><td>MS08-001</td></tr>',
    ],
  ] as const) {
    test(what, () => {
      const page = rendered(body);
      assert.ok(page.includes(html), page);
    });
  }
  test('of a group of rows, where a bold cell goes across', () => {
    const page = rendered(
      table(
        row('**System**', '**Update**'),
        '<tr><td colspan="2">**Windows 7**</td></tr>',
        row('A', '1'),
        '<tr><th colspan="2">Windows 8</th></tr>',
        row('B', '2'),
      ),
    );
    for (const name of ['Windows 7', 'Windows 8'])
      assert.ok(page.includes(`<tbody><tr><th colspan="2" scope="rowgroup">${name}</th></tr><tr><td>`), page);
  });
  test('of a group, in a table of one column, where it is bold or says what follows', () => {
    const page = rendered(
      table(
        row('**Betroffene Software**'),
        row('A'),
        row('Betroffene Geräte'),
        row('B'),
        row('**Server**'),
        row('C'),
      ),
    );
    for (const name of ['Betroffene Geräte', 'Server'])
      assert.ok(page.includes(`<tbody><tr><th scope="rowgroup">${name}</th></tr><tr><td>`), page);
  });
  test('of a group, also at the top, where there are more of them', () => {
    const across = (name: string) => `<tr><th colspan="2">${name}</th></tr>`;
    const page = rendered(
      table('<caption>C</caption>', across('A'), row('a', '1'), across('B'), row('b', '2')),
    );
    assert.doesNotMatch(page, /<thead/);
    assert.equal(page.match(/scope="rowgroup"/g)?.length, 2);
  });
  test('none where a first cell is empty, or a row has other bold', () => {
    for (const body of [
      table(row('', 'A'), row('**Dateien**', 'B')),
      table(row('**A**', 'a'), row('**B**', '**b**'), row('**C**', 'c')),
    ])
      assert.doesNotMatch(rendered(body), /scope="row"/);
  });
  test('none where the first row is like the others', () => {
    for (const body of [
      table(row('A', '1'), row('B', '2')),
      table(row('**A**', '**B**'), row('**C**', '**D**')),
    ])
      assert.doesNotMatch(rendered(body), /<th/);
  });
});

describe('a table', () => {
  test('has no column in which no cell begins', () => {
    const two = (cell: string) => `<td colspan="2">${cell}</td>`;
    const page = rendered(table(`<tr><td>A</td>${two('1')}</tr>`, `<tr><td>B</td>${two('2')}</tr>`));
    assert.doesNotMatch(page, /colspan/);
  });
  test('keeps a column in which one begins', () =>
    assert.match(rendered(table('<tr><td colspan="2">A</td></tr>', row('B', 'C'))), /<td colspan="2">A/));
  test('takes the bold line above it for its name', () => {
    const page = rendered(`**Nicht betroffen**\n\n${table(row('A'), row('B'))}`);
    assert.match(page, /^<div[^>]*><table><caption>Nicht betroffen<\/caption>/);
  });
  test('that has a name keeps it, and the line stays', () =>
    assert.match(
      rendered(`**Nicht betroffen**\n\n${table('<caption>C</caption>', row('A'), row('B'))}`),
      /^<p><strong>Nicht betroffen<\/strong><\/p><div[^>]*><table><caption>C</,
    ));
  test('loses the backslashes that kept Markdown out of a name, not those of a path', () =>
    assert.match(
      rendered(table(row('KB1_\\*_\\*.html', 'C:\\a\\*.exe'))),
      /KB1_\*_\*\.html<[\s\S]*C:\\a\\\*\.exe/,
    ));
});

describe('the affected software is', () => {
  const affectedIn = (body: string) =>
    ingest(archiveFile({ body, revisions: '', trailer: '' })).edition?.affected;
  for (const [what, body, products] of [
    ['the column under its name', table(row('Betroffene Software'), row('A'), row('B')), ['A', 'B']],
    [
      'the first column of a table in its section',
      `## Betroffene Software\n\n${table(row('**System**', '**Update**'), row('A', '1'), row('B', '2'))}`,
      ['A', 'B'],
    ],
    [
      'without the marks of notes',
      table(row('Betroffene Software'), row('A SP2\\*\\*'), row('B [1]')),
      ['A SP2', 'B'],
    ],
    [
      'without the names of groups',
      table(
        row('**Betroffene Software**'),
        row('A'),
        row('Betroffene Geräte'),
        row('B'),
        row('**Server**'),
        row('C'),
      ),
      ['A', 'B', 'C'],
    ],
    [
      'no longer where other software follows',
      table(row('Betroffene Software'), row('A'), row('Nicht betroffene Software'), row('B')),
      ['A'],
    ],
    [
      'each once, also where a cell goes over several rows',
      `## Betroffene Software\n\n${table('<tr><td rowspan="2">A</td><td>1</td></tr>', '<tr><td>2</td></tr>', row('A', '3'))}`,
      ['A'],
    ],
    [
      'none that a table of other software names',
      `## Betroffene Software\n\n**Nicht betroffene Software**\n\n${table(row('A'), row('B'))}`,
      [],
    ],
  ] as const) {
    test(what, () => assert.deepEqual(affectedIn(body), products));
  }
});

test('an article is a reference by the address it is linked to, whatever it is called', () =>
  assert.deepEqual(
    ingest(
      archiveFile({
        body: '| Verweis | Nummer |\n|---|---|\n| Artikel der Wissenssammlung | [954474](https://support.microsoft.com/kb/954474) |\n| Etwas | [954475](https://a.example/) |',
      }),
    ).edition?.references.map(({ kind, id }) => `${kind} ${id}`),
    ['kb 954474'],
  ));
