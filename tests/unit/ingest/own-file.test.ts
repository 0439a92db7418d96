import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, ownFile, told } from '../../support/files.ts';

/** A text of an own file in one section: its HTML, and what is reported without the name of the file. */
function read(body: string, path = 'adv-2026-0001/de-DE.md', fields = {}) {
  const file = ingest(ownFile(fields, `## A {#overview}\n\n${body}`), path);
  return {
    html: (file.text?.parts[0] ?? '').trim(),
    reports: told(file).map((line) => line.replace(/^[^:]*/, '')),
    file,
  };
}

const chinese = (body: string) => read(body, 'adv-2026-0001/zh-CN.md', { locale: 'locale: zh-CN' });

/** Rows of a text, its HTML, and the rules that are reported of it. */
type Row = readonly [what: string, body: string, html: string | RegExp, ...rules: string[]];

function asWritten(rows: readonly Row[], readBody = read) {
  for (const [what, body, html, ...rules] of rows)
    test(what, () => {
      const { html: found, file } = readBody(body);
      assert.ok(file.edition, told(file).join('\n'));
      if (typeof html === 'string') assert.equal(found, html);
      else assert.match(found, html);
      assert.deepEqual(
        file.problems.map(({ rule }) => rule),
        rules,
      );
    });
}

describe('in an own file a name in angle brackets that is not an element of HTML is text:', () => {
  asWritten([
    [
      'a placeholder',
      'Rechner <hostname> neu starten.',
      '<p>Rechner &#x3C;hostname> neu starten.</p>',
      'unknown-tag',
    ],
    [
      'at the start of a line',
      '<hostname> **neu** starten.',
      '<p>&#x3C;hostname> <strong>neu</strong> starten.</p>',
      'unknown-tag',
    ],
    ['alone on its line', '<instanz>\n\nB', '<p>&#x3C;instanz></p>\n<p>B</p>', 'unknown-tag'],
    [
      'a parameter of a type',
      'Der Typ List<String> und std::vector<int>.',
      '<p>Der Typ List&#x3C;String> und std::vector&#x3C;int>.</p>',
      'unknown-tag',
      'unknown-tag',
    ],
    [
      'a parameter that is called like an element',
      'Der Typ List<A> und Map<B>.',
      '<p>Der Typ List&#x3C;A> und Map&#x3C;B>.</p>',
      'unbalanced-tag',
      'unbalanced-tag',
    ],
    [
      'a placeholder that is called like an element',
      'In <title> und <source> steht <data>.',
      '<p>In &#x3C;title> und &#x3C;source> steht &#x3C;data>.</p>',
      'unbalanced-tag',
      'unbalanced-tag',
      'unbalanced-tag',
    ],
    [
      'with attributes',
      'Ein <xml version="1"> davor.',
      '<p>Ein &#x3C;xml version="1"> davor.</p>',
      'unknown-tag',
    ],
    ['a closing tag', 'Bis </user> lesen.', '<p>Bis &#x3C;/user> lesen.</p>', 'unknown-tag'],
    ['a closing tag of nothing', 'Bis </b> lesen.', '<p>Bis &#x3C;/b> lesen.</p>', 'unbalanced-tag'],
    [
      'in a table of HTML',
      '<table><tr><td>Map<K,V></td><td><ip></td></tr></table>',
      /<td>Map&#x3C;K,V><\/td><td>&#x3C;ip><\/td>/,
      'unknown-tag',
      'unknown-tag',
    ],
    [
      'in an item',
      '- `a` <port>\n- b',
      /<li><code translate="no">a<\/code> &#x3C;port><\/li>/,
      'unknown-tag',
    ],
    [
      'an instruction',
      'Ein <?php echo 1; ?> davor.',
      '<p>Ein &#x3C;?php echo 1; ?> davor.</p>',
      'unknown-tag',
    ],
    ['a section of data', '<![CDATA[ x ]]>', /&#x3C;!\[CDATA\[ x \]\]>/, 'unknown-tag'],
    ['a declaration', '<!ENTITY x "y">', /&#x3C;!ENTITY x "y">/, 'unknown-tag'],
    [
      'an address in brackets with a placeholder',
      'https://<hostname>:8443/status',
      '<p>https://&#x3C;hostname>:8443/status</p>',
      'unknown-tag',
    ],
  ]);
  asWritten([
    [
      'behind an address',
      'Rufen Sie https://a.example/api/<hostname>/status auf',
      '<p>Rufen Sie <a href="https://a.example/api/">https://a.example/api/</a>&#x3C;hostname>/status auf</p>',
      'unknown-tag',
    ],
    [
      'behind an address that begins with www',
      'www.a.example/<id>',
      '<p><a href="http://www.a.example/">www.a.example/</a>&#x3C;id></p>',
      'unknown-tag',
    ],
    [
      'the name of what a page is made of',
      'Suchen Sie nach <head> und <body>; auch <td>, <tr>, <li> und <html>.',
      '<p>Suchen Sie nach &#x3C;head> und &#x3C;body>; auch &#x3C;td>, &#x3C;tr>, &#x3C;li> und &#x3C;html>.</p>',
      ...Array(6).fill('unbalanced-tag'),
    ],
    [
      'an end of what a page is made of',
      'Vor </body> und </td> einfügen, <p> nicht',
      '<p>Vor &#x3C;/body> und &#x3C;/td> einfügen, &#x3C;p> nicht</p>',
      ...Array(3).fill('unbalanced-tag'),
    ],
    ['a comparison', 'Wenn a<b then c>d ist', '<p>Wenn a&#x3C;b then c>d ist</p>', 'unbalanced-tag'],
    ['a link to nowhere', '<a>Wert</a>', '<p>&#x3C;a>Wert&#x3C;/a></p>', 'unbalanced-tag', 'unbalanced-tag'],
    [
      'rows without their table',
      '<div><tr><td>A</td></tr></div>',
      /&#x3C;tr>&#x3C;td>A/,
      ...Array(4).fill('unbalanced-tag'),
    ],
  ]);
  asWritten([
    [
      'but not an element that ends in another paragraph',
      '<details>\n<summary>Mehr</summary>\n\nText.</details>',
      /^<details>\n<summary>Mehr<\/summary>\n<p>Text\.<\/p><\/details>/,
    ],
  ]);
  test('in a heading, a title and a note, too', () => {
    const file = ingestOwn(
      ownFile(
        {
          title: "title: 'Fehler in <hostname>'",
          revisions: 'revisions:\n  - date: 2026-03-09\n    note: Für <ip>.',
        },
        '## Der Typ List<String> {#overview}\n\nA',
      ),
    );
    assert.equal(file.edition?.title, 'Fehler in <hostname>');
    assert.equal(file.edition?.outline[0]?.title, 'Der Typ List<String>');
    assert.equal(file.edition?.revisions[0]?.note, 'Für <ip>.');
  });
  test('but elements of HTML are elements', () => {
    const { html, file } = read('<b>A</b> <kbd>Strg</kbd> H<sub>2</sub>O <br> <span>B</span>');
    assert.match(html, /<b>A<\/b> <kbd>Strg<\/kbd> H<sub>2<\/sub>O <br> B/);
    assert.deepEqual(
      file.problems.map(({ rule }) => rule),
      ['html-element'],
    );
  });
});

describe('in an archive file, too, but for elements that nobody closed', () => {
  for (const [body, expected] of [
    ['Rechner <hostname> neu starten.', /Rechner &#x3C;hostname> neu starten\./],
    ['<b>Fett', /<b>Fett<\/b>/],
  ] as const)
    test(body, () =>
      assert.match(htmlOf(ingest(archiveFile({ body: `Übersicht\n---------\n\n${body}` }))), expected),
    );
});

describe('a comment', () => {
  asWritten([
    ['is left out', 'A <!-- B --> C', '<p>A  C</p>'],
    [
      'in code is code',
      'Die Folge `<!--` ist neu.',
      '<p>Die Folge <code translate="no">&#x3C;!--</code> ist neu.</p>',
    ],
    [
      'in a fence is code',
      '```html\n<p><!-- <img>\n```\n\nB',
      /&#x3C;p>&#x3C;!-- &#x3C;img>\n<\/code><\/pre>\n<p>B<\/p>/,
    ],
    ['in an indented block is code', 'A\n\n    <!-- x\n\nB', /&#x3C;!-- x\n<\/code><\/pre>\n<p>B<\/p>/],
    ['without an end is text', '<!-- A\n\n## B {#faq}', /&#x3C;!-- A/, 'unclosed-comment'],
    [
      'without an end in a table of HTML is text',
      '<table><tr><td><!-- A</td></tr></table>',
      /&#x3C;!-- A/,
      'unclosed-comment',
    ],
  ]);
});

describe('nothing is guessed in an own file:', () => {
  const log =
    'setup.exe liegt in C:\\ProgramData\\Beispiel.\nDer Dienst lädt helper.dll\nund startet update.exe sofort.';
  asWritten([
    ['lines with names of files are prose', log, `<p>${log}</p>`],
    [
      'a path on a line of its own is prose',
      'A\\\nC:\\Windows\\win.ini',
      '<p>A<br>\nC:\\Windows\\win.ini</p>',
    ],
    [
      'a bold line opens no section',
      '**Revisionen:**\n\n- V1.0 (2. März 2026): A',
      /<p><strong>Revisionen:<\/strong><\/p>\n<ul>/,
    ],
    [
      'a bold question opens none',
      '**Bin ich betroffen?** Ja.',
      '<p><strong>Bin ich betroffen?</strong> Ja.</p>',
    ],
    [
      'an empty head is none, and no row takes its place',
      '|  |  |\n|---|---|\n| CVE | CVE-2026-1 |\n| CVSS | 9.8 |',
      /<tbody>\n<tr>\n<td>CVE<\/td>\n<td>CVE-2026-1<\/td>/,
    ],
    [
      'a bold cell heads no row',
      '| A | B |\n|---|---|\n| **4.1** |  |\n| **4.2** | ja |',
      /<td><strong>4\.1<\/strong><\/td>\n<td><\/td>\n<\/tr>\n<tr>\n<td><strong>4\.2<\/strong><\/td>/,
    ],
    [
      'a bold line above a table stays there',
      '**Tabelle**\n\n| A | B |\n|---|---|\n| 1 | 2 |',
      /<p><strong>Tabelle<\/strong><\/p>\n<div class="scroller"><table>\n<thead>/,
    ],
    [
      'a row with one cell is a row',
      '|  |  |\n|---|---|\n| Gateway 7 |  |\n| Gateway 8 | ja |',
      /<td>Gateway 7<\/td>\n<td><\/td>/,
    ],
    ['a date begins a list, as in CommonMark', '13. Juni', '<ol start="13">\n<li>Juni</li>\n</ol>'],
    ['a question mark alone is a paragraph', '?', '<p>?</p>'],
    ['two no-break spaces stay', 'A\u00A0\u00A0B', '<p>A\u00A0\u00A0B</p>'],
    [
      'digits behind a link stay there',
      '[290](https://a.example/)5247',
      '<p><a href="https://a.example/">290</a>5247</p>',
    ],
    ['a line end is one', 'A\nB', '<p>A\nB</p>'],
  ]);
  test('a table of software names no product', () => {
    const { file } = read('| Betroffene Software |\n|---|\n| Beispiel 1.0 |\n| KB954474 | CVE-2026-11111 |');
    assert.deepEqual([file.edition?.affected, file.edition?.references], [[], []]);
  });
  test('a title that names the advisory stays the title', () => {
    const { file } = read('A', undefined, { title: "title: 'ADV-2026-0001: Überlauf'" });
    assert.deepEqual(
      [file.edition?.title, file.edition?.summaryIsSubject],
      ['ADV-2026-0001: Überlauf', undefined],
    );
  });
});

describe('a bare address ends where the punctuation of Chinese begins:', () => {
  const link = (address: string, words = address) => `<a href="${address}">${words}</a>`;
  const fix = 'https://a.example/fix/4.2.1';
  asWritten(
    [
      ['a full stop', `请从 ${fix}。下载`, `<p>请从 ${link(fix)}。下载</p>`],
      ['a bracket', `（${fix}）更多`, `<p>（${link(fix)}）更多</p>`],
      ['a comma, and another address', `${fix}，${fix}；谢谢`, `<p>${link(fix)}，${link(fix)}；谢谢</p>`],
      [
        'what follows is Markdown',
        `${fix}。**重要** \`x\``,
        `<p>${link(fix)}。<strong>重要</strong> <code translate="no">x</code></p>`,
      ],
      ['a quotation mark', `“${fix}”和`, `<p>“${link(fix)}”和</p>`],
      [
        'a name without a scheme',
        'www.a.example、b',
        `<p>${link('http://www.a.example', 'www.a.example')}、b</p>`,
      ],
      [
        'but in brackets it is as it is written',
        '<https://a.example/（x）>',
        '<p><a href="https://a.example/%EF%BC%88x%EF%BC%89">https://a.example/（x）</a></p>',
      ],
      [
        'and its own characters stay',
        'https://zh.example/wiki/漏洞 A',
        '<p><a href="https://zh.example/wiki/%E6%BC%8F%E6%B4%9E">https://zh.example/wiki/漏洞</a> A</p>',
      ],
    ],
    chinese,
  );
});

describe('Chinese is written without spaces:', () => {
  asWritten(
    [
      ['a line end between two characters is nothing', '打印服\n务', '<p>打印服务</p>'],
      ['beside punctuation, too', '更新。\n请', '<p>更新。请</p>'],
      [
        'beside emphasis, too',
        '**管理**\n员和\n**更新**',
        '<p><strong>管理</strong>员和<strong>更新</strong></p>',
      ],
      ['but not beside letters', '安装\nUpdate\n之后', '<p>安装\nUpdate\n之后</p>'],
      ['a hard line end stays', '打印服\\\n务', '<p>打印服<br>\n务</p>'],
      ['a line end in code stays', '```\n打印服\n务\n```', /打印服\n务/],
      [
        'strike-through closes beside punctuation',
        '~~4.0、4.1。~~更正为 4.2。另见~~（旧说明）~~新说明',
        '<p><del>4.0、4.1。</del>更正为 4.2。另见<del>（旧说明）</del>新说明</p>',
      ],
      ['emphasis, too', '**注意：**请先备份', '<p><strong>注意：</strong>请先备份</p>'],
    ],
    chinese,
  );
});

describe('links in an own file', () => {
  asWritten([
    [
      'may lead to a mail address',
      '[A](mailto:psirt@a.example)',
      '<p><a href="mailto:psirt@a.example">A</a></p>',
    ],
    [
      'with a subject',
      '[A](mailto:psirt@a.example?subject=B)',
      '<p><a href="mailto:psirt@a.example?subject=B">A</a></p>',
    ],
    [
      'but to no other recipients',
      '[A](mailto:a@a.example?bcc=b@b.example)',
      '<p>A (mailto:a@a.example?bcc=b@b.example)</p>',
      'unusable-link',
    ],
    [
      'may lead to a bare mail address',
      'An psirt@a.example schreiben',
      '<p>An <a href="mailto:psirt@a.example">psirt@a.example</a> schreiben</p>',
    ],
    ['may lead to a telephone number', '[A](tel:+49-800-123)', '<p><a href="tel:+49-800-123">A</a></p>'],
    [
      'of another scheme are words with the address',
      '[A](ftp://a.example/key.asc)',
      '<p>A (ftp://a.example/key.asc)</p>',
      'unusable-link',
    ],
    [
      'whose words are the address say it once',
      '[ftp://a.example/](ftp://a.example/)',
      '<p>ftp://a.example/</p>',
      'unusable-link',
    ],
    [
      'in capital letters are links',
      '[A](HTTPS://A.EXAMPLE/Pfad) HTTPS://B.EXAMPLE/x',
      /^<p><a href="https:\/\/A\.EXAMPLE\/Pfad">A<\/a> <a href="https:\/\/B\.EXAMPLE\/x">/,
    ],
    [
      'to a mail address of any language',
      '[A](mailto:info@müller.example)',
      /<a href="mailto:info@m(?:ü|%C3%BC)ller\.example">A<\/a>/,
    ],
    ['with a user name say so', '[A](https://user:pw@a.example/)', '<p>A</p>', 'unusable-link'],
    ['in HTML, too', '<a href="ircs://a.example/x">A</a>', '<p>A (ircs://a.example/x)</p>', 'unusable-link'],
    ['that act are words alone', '[A](javascript:alert(1))', '<p>A</p>', 'unusable-link'],
    [
      'that act are found through white space',
      '<a href=" java&#10;script:alert(1)">A</a>',
      '<p>A</p>',
      'unusable-link',
    ],
  ]);
  for (const [href, mark] of [
    ['../adv-2026-0209/de-DE.md', 'adv-2026-0209'],
    ['../adv-2026-0209/', 'adv-2026-0209'],
    ['../adv-2026-0209', 'adv-2026-0209'],
    ['/adv-2026-0209/', 'adv-2026-0209'],
    ['/de-de/adv-2026-0209/#faq-2', 'adv-2026-0209#faq-2'],
    ['../adv-2026-0209/it.md#overview', 'adv-2026-0209#overview'],
    ['../../de-DE/ADV-2026-0209.md', 'adv-2026-0209'],
    ['../heartbleed/', 'heartbleed'],
    ['../heartbleed/it.md', 'heartbleed'],
    ['/contact/', undefined],
    ['../adv-2026-0209/image.png', undefined],
    ['//adv-2026-0209/', undefined],
    ['adv-2026-0209/', undefined],
  ] as const)
    test(`to ${href} ${mark === undefined ? 'name no advisory' : `name ${mark}`}`, () => {
      const { html, file } = read(`[A](<${href}>)`);
      assert.equal(/data-advisory="([^"]*)"/.exec(html)?.[1], mark);
      assert.deepEqual(
        file.wanted?.map(({ id, section }) => [id, section].filter(Boolean).join('#')) ?? [],
        mark === undefined ? [] : [mark],
      );
    });
  test('to a section that cannot be one name the advisory, and what is wrong is known', () => {
    const { html, file } = read('[A](<../rhsa-2026-0123/#A B>)');
    assert.match(html, /data-advisory="rhsa-2026-0123"/);
    assert.deepEqual(
      file.wanted?.map(({ section }) => section),
      ['A%20B'],
    );
  });
  test('of its fields name advisories as long as they have no address of their own', () => {
    const { file } = read('A', undefined, {
      references:
        'references:\n  - kind: advisory\n    id: ADV-2026-0209\n  - kind: advisory\n    id: X\n    url: https://a.example/\n  - kind: cve\n    id: CVE-2026-1',
      replacedBy: 'replacedBy:\n  kind: advisory\n  id: RHSA-2026:0123',
    });
    assert.deepEqual(
      file.wanted?.map(({ id, field }) => [id, field]),
      [
        ['adv-2026-0209', 'references.0'],
        ['rhsa-2026-0123', 'replacedBy'],
      ],
    );
  });
});

describe('HTML in an own file', () => {
  asWritten([
    [
      'folds',
      '<details>\n<summary>Liste</summary>\n\n- A\n- B\n\n</details>',
      '<details>\n<summary>Liste</summary>\n<ul>\n<li>A</li>\n<li>B</li>\n</ul>\n</details>',
    ],
    [
      'is named where it folds, first',
      '<details>A<summary>B</summary></details>',
      '<details><summary>B</summary>A</details>',
    ],
    [
      'has keys, abbreviations and marks',
      '<kbd>Strg</kbd> <abbr title="Bundesamt">BSI</abbr> <mark>neu</mark> <u>U</u> <q>Q</q>',
      '<p><kbd>Strg</kbd> <abbr title="Bundesamt">BSI</abbr> <mark>neu</mark> <u>U</u> <q>Q</q></p>',
    ],
    [
      'that is not shown is named',
      '<center><font color="red">A</font></center>',
      /A/,
      'html-element',
      'html-attribute',
    ],
    [
      'whose attributes are not shown is named',
      '<p style="color:red" class="x" dir="rtl">A</p>',
      '<p>A</p>',
      'html-attribute',
    ],
    [
      'loses no word to what looks like an attribute',
      '<table><tr><td rowspan="2">GET /?x=1 id=5 name=admin</td><td>id = 0, name="gast"</td></tr></table>',
      /<td rowspan="2">GET \/\?x=1 id=5 name=admin<\/td><td>id = 0, name="gast"<\/td>/,
    ],
    [
      'may be a heading without an id, in bold',
      '<h3>Frage?</h3>\n\nA',
      '<p><strong>Frage?</strong></p>\n<p>A</p>',
      'heading-no-section',
    ],
  ]);
  asWritten([
    [
      'has boxes, and no fields',
      '<input type="text" value="geheim"> A',
      '<p> A</p>',
      'html-element',
      'html-attribute',
    ],
  ]);
  test('that goes on over a heading is reported', () => {
    const file = ingestOwn(
      ownFile({}, '<details>\n<summary>A</summary>\n\n### B? {#faq-1}\n\nC\n\n</details>'),
    );
    assert.deepEqual(
      file.problems.map(({ rule, what }) => [rule, what]),
      [
        ['element-across-sections', '`<details>` opens an element that goes on over a heading'],
        ['element-across-sections', '`</details>` closes an element that goes on over a heading'],
      ],
    );
  });
  test('may be a heading in which nothing is Markdown', () => {
    const file = ingestOwn(ownFile({}, '<h2 id="overview">__init__ &amp; C:\\*\\_x_ <kbd>A</kbd></h2>\n\nA'));
    assert.equal(file.edition?.outline[0]?.title, '__init__ & C:\\*\\_x_ A');
  });
  test('may be a heading with an id, which opens a section', () => {
    const file = ingestOwn(
      ownFile({}, '<h2 id="overview">Der <code>Dienst</code></h2>\n\nA\n\n<h3 id="faq-1">Wer?</h3>\n\nB'),
    );
    assert.deepEqual(told(file), []);
    assert.deepEqual(
      file.edition?.outline.map(({ kind, id, title, level }) => [kind, id, title, level]),
      [
        ['section', 'overview', 'Der Dienst', 2],
        ['question', 'faq-1', 'Wer?', 3],
      ],
    );
    assert.deepEqual(file.text?.parts, ['<p>A</p>', '<p>B</p>']);
  });
  test('names the line of what is not shown', () => {
    const { reports } = read('A\n\nB\n\n<p style="x">C</p>');
    assert.match(
      reports.join('\n'),
      /^:2\d: HTML with attributes that a text may not have: `style`; shown without them$/,
    );
  });
});

describe('what GFM leaves out is reported', () => {
  test('cells beyond those of the head', () => {
    const { html, reports } = read('| A | B |\n|---|---|\n| 1 | 2 | x | y |\n| 1 | 2 |  |');
    assert.match(html, /<td>2<\/td>/);
    assert.match(
      reports.join('\n'),
      /^:\d+: a row with more cells than the head of its table: `x y`; left out/,
    );
  });
  test('a heading in a quotation is set in bold', () => {
    const { html, reports } = read('> # A\n> B');
    assert.match(html, /<blockquote>\n<p><strong>A<\/strong><\/p>/);
    assert.match(reports.join('\n'), /:\d+: a heading inside a quotation or a list does not open a section/);
  });
});

describe('fields of one line are Markdown', () => {
  const { file } = read('A', undefined, {
    title: "title: 'Überlauf in `libfoo.parse()`'",
    summary: 'summary: Siehe [KB](https://a.example/kb) und *hier*.',
    revisions:
      'revisions:\n  - date: 2026-03-02\n    note: Siehe `x_1` und https://a.example/n.\n  - date: 2026-03-09\n    note: 1. Fassung # - mit **zwei** Teilen',
  });
  test('the title', () => {
    assert.equal(file.edition?.title, 'Überlauf in libfoo.parse()');
    assert.equal(file.edition?.titleHtml, 'Überlauf in <code translate="no">libfoo.parse()</code>');
  });
  test('the summary', () => {
    assert.equal(file.edition?.summary, 'Siehe KB und hier.');
    assert.equal(file.edition?.summaryHtml, 'Siehe <a href="https://a.example/kb">KB</a> und <em>hier</em>.');
  });
  test('notes', () =>
    assert.equal(
      file.edition?.revisions[0]?.noteHtml,
      'Siehe <code translate="no">x_1</code> und <a href="https://a.example/n">https://a.example/n</a>.',
    ));
  test('of several paragraphs are one line', () => {
    const { edition } = read('A', undefined, {
      summary: 'summary: |\n  Erster Absatz.\n\n  1. Zweiter *Absatz*.',
    }).file;
    assert.equal(edition?.summary, 'Erster Absatz. 1. Zweiter Absatz.');
  });
  test('in which something is left out are reported by their line', () => {
    const { file: odd } = read('A', undefined, {
      summary: 'summary: Er sendet <script>x</script> an <hostname>.',
    });
    assert.deepEqual(
      odd.problems.map(({ rule, field, line }) => [rule, field, line]),
      [
        ['unknown-tag', 'summary', 5],
        ['unsafe-element', 'summary', 5],
      ],
    );
  });
  test('without words are refused', () =>
    assert.match(
      told(read('A', undefined, { title: 'title: "<!-- A -->"' }).file).join('\n'),
      /title: has no words; write some/,
    ));
  test('that are no block, whatever they begin with', () =>
    assert.equal(file.edition?.revisions[1]?.note, '1. Fassung'));
  test('and plain words have no HTML', () => {
    const plain = read('A').file.edition;
    assert.deepEqual(
      [plain?.titleHtml, plain?.summaryHtml, plain?.revisions[0]?.noteHtml],
      [undefined, undefined, undefined],
    );
  });
});

describe('limits count what a parser works on:', () => {
  const lines = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n');
  for (const [what, body] of [
    [
      '420 defanged addresses in a fence',
      `\`\`\`\n${lines(420, (at) => `hxxps://c2-${at}[.]evil[.]example[.]net`)}\n\`\`\``,
    ],
    [
      'a patch of 3,000 lines',
      `\`\`\`diff\n${lines(3000, (at) => (at % 3 === 0 ? `- a_${at} *b* [c]` : `+ > # <d> ${at}`))}\n\`\`\``,
    ],
    ['a tree of folders', `~~~\n${lines(500, (at) => `${'  '.repeat(at % 40)}- file_${at}`)}\n~~~`],
    [
      '2,000 hashes in a table',
      `| a | b |\n|---|---|\n${lines(2000, (at) => `| \`${at}\` | ${'0'.repeat(64)} |`)}`,
    ],
  ] as const)
    test(what, () => {
      const { file } = read(body);
      assert.deepEqual(told(file), []);
      assert.ok(file.edition);
    });
});
