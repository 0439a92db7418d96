import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, ownFile } from '../../support/files.ts';

const rendered = (body: string): string =>
  htmlOf(ingest(archiveFile({ body, revisions: '', trailer: '' }))).replace(/>\s+</g, '><');

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
      'the first row of a table with bars and an empty head',
      '|   |   |\n|---|---|\n| System | Update |\n| A | 1 |',
      '<thead><tr><th scope="col">System</th><th scope="col">Update</th></tr></thead>',
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
  test('none where the first row is like the others', () => {
    for (const body of [
      table(row('A', '1'), row('B', '2')),
      table(row('**A**', '**B**'), row('**C**', '**D**')),
    ])
      assert.doesNotMatch(rendered(body), /<th/);
  });
});
