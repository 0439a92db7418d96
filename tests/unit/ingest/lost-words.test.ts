import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Handed, lostWords } from '../../../src/ingest/conservation/lost-words.ts';
import { eachWord } from '../../../src/ingest/conservation/words.ts';
import { archiveFile, ingest, ingestOwn, ownFile } from '../../support/files.ts';

const body = [
  'Der Dienst prüft den [Absender](https://a.example/auth?x=1&y=2 "Titel") nicht.', // 1
  '',
  '1. Halten Sie den Dienst an.', // 3
  '2. Prüfen Sie **KB954474** und `print.log`.', // 4
  '',
  '| Produkt | Version |', // 6
  '|---|---|',
  '| Server | 4.2.1 |', // 8
  '',
  '```log', // 10
  'accepted job 17 from anonymous',
  'error 0x80070005 at C:\\Temp',
  '```',
  '', // 14
  '更新已发布。漏洞 CVE-2026-0001。', // 15
  '',
  '> [!NOTE] Nur mit Netz.[^a]', // 17
  '',
  '![Plan](plan.png) <!-- intern --> <abbr title="Bundesamt">BSI</abbr>', // 19
  '',
  '[^a]: Oder mit USB.', // 21
].join('\n');

/** What ingest makes of it. */
const html = [
  '<p>Der Dienst prüft den <a href="https://a.example/auth?x=1&#x26;y=2" title="Titel">Absender</a> nicht.</p>',
  '<ol><li>Halten Sie den Dienst an.</li><li>Prüfen Sie <strong>KB954474</strong> und <code translate="no">print.log</code>.</li></ol>',
  '<table><thead><tr><th>Produkt</th><th>Version</th></tr></thead><tbody><tr><td>Server</td><td>4.2.1</td></tr></tbody></table>',
  '<pre translate="no"><code class="language-log">accepted job 17 from anonymous\nerror 0x80070005 at C:\\Temp\n</code></pre>',
  '<p>更新已发布。漏洞 CVE-2026-0001。</p>',
  '<blockquote class="alert-note"><p>Nur mit Netz.<sup><a href="#note-1" id="note-1-ref" data-footnote-ref>1</a></sup></p></blockquote>',
  '<p><em>Plan</em>  <abbr title="Bundesamt">BSI</abbr></p>',
  '<section data-footnotes><ol><li id="note-1"><p>Oder mit USB.</p></li></ol></section>',
].join('\n');

const handed = (changes: Partial<Handed> = {}): Handed => ({
  html: [html],
  fields: [],
  dated: [],
  dateLines: () => false,
  leftOut: new Set(),
  wanted: [],
  findings: [],
  ...changes,
});

const lost = (changes: Partial<Handed> = {}, text = body): string[] =>
  lostWords(text, handed(changes)).map(({ line, what }) => `${line} ${/^`([\s\S]*)` is in/.exec(what)?.[1]}`);

describe('what is lost is reported with its line:', () => {
  test('nothing where nothing is', () => assert.deepEqual(lost(), []));
  for (const [what, from, to, ...reported] of [
    ['a word', ' nicht.', '.', '1 nicht'],
    ['a word that is shown once too few', 'Halten Sie den Dienst an', 'Halten Sie den an', '3 Dienst'],
    ['a cell', '<td>Server</td>', '<td></td>', '8 Server'],
    ['a row', '<tr><td>Server</td><td>4.2.1</td></tr>', '', '8 Server 4 2 1'],
    ['a number of a version', '4.2.1', '4.2', '8 1'],
    ['digits of an identifier', 'KB954474', 'KB954447', '4 954474'],
    ['an item', '<li>Halten Sie den Dienst an.</li>', '', '3 Halten Sie den Dienst an'],
    [
      'where a link leads',
      'href="https://a.example/auth?x=1&#x26;y=2"',
      'href="https://a.example/auth?x=1"',
      '1 https://a.example/auth?x=1&y=2',
    ],
    ['the title of a link', ' title="Titel"', '', '1 Titel'],
    [
      'a line of code',
      'accepted job 17 from anonymous\n',
      '',
      '11 accepted job 17 from anonymous accepted job 17 from anonymous',
    ],
    ['the order in a line of code', 'job 17 from', '17 job from', '11 accepted job 17 from anonymous'],
    ['a mark in a line of code', 'C:\\Temp', 'C:Temp', '12 error 0x80070005 at c:\\temp'],
    ['a Chinese character', '已发布', '发布', '15 已'],
    ['a name in inline code', 'print.log</code>', 'print</code>', '4 log'],
    ['a footnote', '<p>Oder mit USB.</p>', '', '21 Oder mit USB'],
    ['the alternative text of an image', '<em>Plan</em>', '', '19 Plan'],
    ['the meaning of an abbreviation', ' title="Bundesamt"', '', '19 Bundesamt'],
    ['all of it', html, '', '1'],
  ] as const)
    test(what, () => {
      assert.ok(html.includes(from));
      const found = lost({ html: [html.replace(from, to)] });
      if (to === '' && from === html) assert.ok(found.length >= 9);
      else assert.deepEqual(found, reported);
    });
});

describe('what is no loss is not reported:', () => {
  for (const [what, text, shown] of [
    [
      'characters that are written as references',
      'Pr&uuml;fen &amp; &#228;ndern',
      '<p>Prüfen &#x26; ändern</p>',
    ],
    [
      'a word that emphasis cut in two',
      '**U**nter [290](https://a.example/)5247',
      '<p><b>U</b>nter <a href="https://a.example/">2905247</a></p>',
    ],
    ['an invisible mark in a word', 'Druck\u00ADdienst', '<p>Druckdienst</p>'],
    ['letter case of a heading', '# DRUCK', '<p>Druck</p>'],
    [
      'a link by its label',
      '[A][Label]\n\n[label]: https://a.example/',
      '<p><a href="https://a.example/">A</a></p>',
    ],
    ['an address that is shown as words', 'ftp://a.example/x', '<p>ftp://a.example/x</p>'],
    [
      'an address with escapes',
      '[A](https://a.example/x\\_y/%C3%BC)',
      '<p><a href="https://a.example/x_y/%C3%BC">A</a></p>',
    ],
    [
      'tags and comments',
      '<table width="80"><tr><td>A</td></tr></table><!-- B -->',
      '<table><tr><td>A</td></tr></table>',
    ],
    ['tags in code', '```\n<td class="x">\n```', '<pre><code>&#x3C;td class="x">\n</code></pre>'],
    ['lists, whatever their numbers', '7. A\n8. B', '<ol start="7"><li>A</li><li>B</li></ol>'],
  ] as const)
    test(what, () => assert.deepEqual(lost({ html: [shown] }, text), []));
  test('words of dates that became fields, on their lines', () => {
    const text = 'Veröffentlicht: Freitag, 13. Juni 2008\n\n- V1.0 (13. Juni 2008): Text.';
    const fields = { html: [''], fields: ['Text'], dated: ['2008-06-13', '1.0', '2008-06-13'] };
    assert.deepEqual(lost({ ...fields, dateLines: () => true }, text), []);
    assert.deepEqual(lost({ ...fields, dateLines: (line) => line === 1 }, text), ['3 V Juni']);
  });
  test('a line that is left out on purpose', () =>
    assert.deepEqual(lost({ html: ['<p>A</p>'], leftOut: new Set([3]) }, 'A\n\nBuilt at 2014'), []));
  test('what another problem of the line reports', () => {
    const finding = { outcome: 'repaired', rule: 'surplus-cells', line: 3, what: 'x', remedy: 'y' } as const;
    assert.deepEqual(lost({ html: ['<p>A</p>'], findings: [finding] }, 'A\n\nB'), []);
    assert.deepEqual(lost({ html: ['<p>A</p>'], findings: [{ ...finding, line: 4 }] }, 'A\n\nB'), ['3 B']);
  });
  test('a link that only the site can resolve', () =>
    assert.deepEqual(
      lost({ html: ['<p>A</p>'], wanted: ['../2008/912945.md'] }, '[A](../2008/912945.md)'),
      [],
    ));
});

describe('a number of an item that is shown otherwise is reported', () => {
  for (const [list, ...items] of [
    ['10. Juni\n20. Juni', '20'],
    ['3. a\n2. b\n1. c', '2', '1'],
    ['1. a\n\n   - b\n\n3. c', '3'],
  ])
    test(JSON.stringify(list), () => {
      const { problems } = ingestOwn(ownFile({}, `## A {#overview}\n\n${list}`));
      assert.deepEqual(
        problems.map(({ rule, what }) => [rule, /^the item `(\d+)\.`/.exec(what)?.[1]]),
        items.map((item) => ['list-number', item]),
      );
    });
  for (const list of [
    '1. a\n1. b\n1. c',
    '0. a\n0. b',
    '7. a\n8. b',
    '- a\n- b',
    '1) a\n2) b\n   1. c\n   1. d',
  ])
    test(`but not ${JSON.stringify(list)}`, () =>
      assert.deepEqual(ingestOwn(ownFile({}, `## A {#overview}\n\n${list}`)).problems, []));
});

describe('in an own file as people write them nothing is reported as lost:', () => {
  for (const [what, text] of [
    ['tasks', '- [x] A\n- [ ] B\n- [X] C'],
    [
      'names with letters that change their length',
      'Gefunden von İbrahim Yılmaz, Firma Örnek. ΟΔΟΣ **ΟΔΟΣ**Α ẞ',
    ],
    ['references in code', '`&auml;` und `&#106;avascript`\n\n```\n?x=1&amp;y=2 &uuml;\n```'],
    ['references in text', '&#x1F512; &Tab; &NotEqual; &longrightarrow; &#xD800; A&auml;B &nbsp;'],
    ['references in addresses', '[y](https://a.example/h&auml;user) https://a.example/?a=1&b=2'],
    ['relative addresses', '<a href="#overview">oben</a> [a][o] [b](#overview)\n\n[o]: #overview'],
    [
      'definitions in quotations and lists',
      '> [A][kb954]\n>\n> [kb954]: https://a.example/\n\n* [B][y]\n* [y]: https://b.example/',
    ],
    ['a comment as a definition', '[//]: # (Dies ist ein Kommentar)\n\nA'],
    ['a label over a line end', '[Artikel][lange\nMarke]\n\n[lange marke]: https://a.example/'],
    [
      'addresses with brackets',
      '[Wiki](https://a.example/a_(b_(c))) (https://a.example/x) [Z](https://a.example/x\\(y\\))',
    ],
    [
      'what is for programs behind a fence',
      '```bash title="Konfiguration" {1,3}\nx\n```\n\n~~~{.python .numberLines}\ny\n~~~',
    ],
    ['fences in quotations and lists', '> ```\n> a < b\n> ```\n\n- A\n\n  ```\n  c <d>\n  ```'],
  ] as const)
    test(what, () => {
      const { problems } = ingestOwn(ownFile({}, `## A {#overview}\n\n${text}`));
      assert.deepEqual(
        problems.map(({ rule, what: found }) => `${rule} ${found}`),
        [],
      );
    });
});

test('a file that is read right has nothing to report', () => {
  for (const file of [ingestOwn(ownFile()), ingest(archiveFile())])
    assert.deepEqual(
      file.problems.filter(({ rule }) => rule === 'lost-words'),
      [],
    );
});

for (const folder of [
  'content/advisories',
  '../shared/seeds',
  '../shared/archive-sample',
  '../shared/bulletin-sample',
])
  test(`no word is lost in ${folder}`, {
    skip: existsSync(folder) ? false : 'the folder is not here',
  }, () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /(?<!README)\.(?:md|txt)$/.test(path),
    );
    assert.ok(files.length > 0);
    const found = files.flatMap((path) =>
      ingest(readFileSync(join(folder, path)), path.replaceAll('\\', '/')).problems.filter(
        ({ rule }) => rule === 'lost-words',
      ),
    );
    assert.deepEqual(found, []);
  });

test('words are runs of letters, runs of digits (06 is 6, as in dates), and Chinese characters', () => {
  const text = 'kb0954474, v1.06 打印 pr\u00ADü&uuml;f _a*b';
  const words: string[] = [];
  eachWord(text, 0, text.length, (_, start, end) => words.push(text.slice(start, end)));
  assert.deepEqual(words, ['kb', '0954474', 'v', '1', '06', '打', '印', 'pr\u00ADü&uuml;f', 'a', 'b']);
  const hashes: number[] = [];
  for (const word of ['6', '06', '006', '60'])
    eachWord(word, 0, word.length, (hash) => {
      hashes.push(hash);
    });
  assert.deepEqual(
    [hashes[0] === hashes[1], hashes[1] === hashes[2], hashes[2] === hashes[3]],
    [true, false, false],
  );
});
