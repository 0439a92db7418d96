import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, outcomes, ownFile, told } from '../../support/files.ts';

const rendered = (body: string): string => htmlOf(ingest(archiveFile({ body, revisions: '', trailer: '' })));

describe('nothing in a text acts, loads or styles', () => {
  for (const [rule, body, forbidden] of [
    ['a script', '<script>alert(1)</script>\n\nA', /script|alert/],
    ['an event handler', '<p onclick="alert(1)">A</p>', /onclick/],
    ['a style', '<p style="color:red">A</p>\n\n<style>p{}</style>', /style|color|\{\}/],
    ['a javascript link', '[A](javascript:alert(1))', /javascript|<a/],
    ['a disguised javascript link', '<a href="jAvAscript&#58;alert(1)">A</a>', /cript:|<a/],
    ['a data link', '[A](data:text/html,x)', /data:|<a/],
    ['a link without a scheme', '[A](//evil.example/)', /<a|evil/],
    ['a link with a user name', '[A](http://good.example@evil.example/)', /<a|evil/],
    ['a file link', '[A](file:///etc/passwd)', /<a/],
    ['an image', '![Alt](http://evil.example/x.png)', /<img|evil/],
    ['a source set', '<picture><source srcset="http://evil.example/x"></picture>', /evil|srcset/],
    ['a frame', '<iframe src="http://evil.example"></iframe>', /iframe|evil/],
    ['a form', '<form action="http://evil.example"><input name="a"></form>', /form|evil|name=/],
    ['a drawing', '<svg><a xlink:href="javascript:alert(1)"><text>A</text></a></svg>', /svg|alert/],
    ['a formula', '<math href="javascript:alert(1)">A</math>', /math|alert/],
    ['a base address', '<base href="http://evil.example/">A', /base|evil/],
    ['a comment', '<!-- secret -->A', /secret/],
    ['a meta element', '<meta http-equiv="refresh" content="0;url=http://evil.example">', /meta|evil/],
  ] as const) {
    test(rule, () => assert.doesNotMatch(rendered(body), forbidden));
  }
  test('and what it says stays', () => {
    assert.match(rendered('[Wort](javascript:alert(1)) <p onclick="x">Satz</p>'), /Wort[\s\S]*Satz/);
    assert.match(rendered('![Zertifikat](x.png)'), /Zertifikat/);
  });
});

describe('ids from a text cannot take the place of the page’s', () => {
  for (const body of [
    '<span id="page-main">A</span>',
    '<a name="revisions">A</a>',
    '<p id="location">A</p>',
    '<table id="overview"><tr><td>A</td></tr></table>',
  ]) {
    test(body, () => assert.doesNotMatch(rendered(body), /\s(id|name)=/));
  }
  test('notes have ids of their own, and links to them', () => {
    const html = rendered('A[^1]\n\n[^1]: Eine Anmerkung.');
    const [, target] = /href="#(note-[^"]+)"/.exec(html) ?? [];
    assert.ok(target && html.includes(`id="${target}"`), html);
  });
});

describe('tables', () => {
  test('keep caption, head and spans, and lose widths and borders', () => {
    const html = rendered(
      '<table style="border:1px" width="9"><caption>C</caption><colgroup><col width="50%"></colgroup><tr><th colspan="2" width="3">A</th></tr><tr><td>1</td><td>2</td></tr></table>',
    );
    assert.match(html, /<caption>C<\/caption>[\s\S]*<th colspan="2" scope="rowgroup">A<\/th>/);
    assert.doesNotMatch(html, /style|width|border/);
  });
  test('with an empty head take the first row for it', () =>
    assert.match(
      rendered('|   |   |\n|---|---|\n| Produkt | Nummer |\n| A | 1 |'),
      /<thead><tr>\s*<th scope="col">Produkt<\/th>\s*<th scope="col">Nummer<\/th>/,
    ));
  test('are aligned by a class', () =>
    assert.match(rendered('| A |\n|--:|\n| 1 |'), /<th class="align-right" scope="col">A/));
});

describe('verbatim text', () => {
  test('is not to be translated', () => {
    assert.match(rendered('Die Datei `a.log`'), /<code translate="no">a\.log<\/code>/);
    assert.match(rendered('```\nx\n```'), /<pre translate="no">/);
  });
  const log = [
    'Performing sync',
    'STATMSG: ID=1 SEV=I',
    'Started with C:\\\\Program Files\\\\a\\_b.exe …',
    'Error 0x80004005',
  ];
  test('is a list item whose lines a machine wrote, line for line', () =>
    assert.match(
      rendered(`-   ${log.join('\n    ')}`),
      />Performing sync\nSTATMSG: ID=1 SEV=I\nStarted with C:\\Program Files\\a_b\.exe …\nError 0x80004005\n<\/code>/,
    ));
  test('and one whose lines are paragraphs', () =>
    assert.match(rendered(`-   ${log.join('  \n      \n    ')}`), />Performing sync\nSTATMSG/));
  test('but not a list of sentences', () =>
    assert.doesNotMatch(
      rendered('- Öffnen Sie das Menü.\n  Wählen Sie den Punkt.\n  Bestätigen Sie.'),
      /<pre/,
    ));
});

test('a tag left open in one section does not swallow the next', () => {
  const { text } = ingest(archiveFile({ body: '## Übersicht\n\n<div><b>A\n\n## Feedback\n\nB' }));
  assert.equal(text?.parts[1], '<p>B</p>');
});

describe('a link inside the text', () => {
  test('may name a section of it', () =>
    assert.match(htmlOf(ingestOwn(ownFile({}, '## A {#a}\n\n[B](#a)'))), /<a href="#a">B<\/a>/));
  test('to nowhere is told and shown as text', () => {
    const read = ingestOwn(ownFile({}, '## A {#a}\n\n[B](#b) und [C](andere.md)'));
    assert.deepEqual(outcomes(read), ['repaired unusable-link', 'repaired unusable-link']);
    assert.match(htmlOf(read), /B und C/);
  });
});

describe('an element that no advisory may have', () => {
  test('is told, with its line', () =>
    assert.ok(
      told(ingest(archiveFile({ body: 'A\n\n<script>x()</script>' }))).some((line) =>
        /:18: `<script>` is an element that no advisory may have; left out/.test(line),
      ),
    ));
  test('takes nothing with it where it is never closed', () => {
    const html = rendered(
      'Das <object> Tag und <script>-Blöcke sind gefährlich.\n\nWichtiger Satz.\n\n<title>\n\nUnd noch einer.',
    );
    assert.match(
      html,
      /Das &#x3C;object> Tag und &#x3C;script>-Blöcke sind gefährlich[\s\S]*Wichtiger Satz[\s\S]*Und noch einer/,
    );
  });
  test('nor does a comment', () => {
    const read = ingest(archiveFile({ body: '<!-- nie zu\n\n## Wichtig\n\nMaßnahme' }));
    assert.match(htmlOf(read), /Maßnahme/);
    assert.equal(read.edition?.revisions.length, 2);
  });
});

test('a block of code that is never closed is told', () =>
  assert.match(
    outcomes(ingest(archiveFile({ body: '```\ncode', revisions: '' }))).join(),
    /repaired unclosed-fence/,
  ));

test('links and code in headings and questions stay', () => {
  const { edition } = ingest(
    archiveFile({
      body: '## [Das Update](https://a.example/dl)\n\n**Was sagt [KB 1](https://a.example/kb)?**\nViel.',
    }),
  );
  assert.deepEqual(
    edition?.outline.slice(0, 2).map(({ title, titleHtml }) => [title, titleHtml]),
    [
      ['Das Update', '<a href="https://a.example/dl">Das Update</a>'],
      ['Was sagt KB 1?', 'Was sagt <a href="https://a.example/kb">KB 1</a>?'],
    ],
  );
});

test('a character reference cannot hide in a title, heading or note either', () => {
  for (const changes of [
    { subtitle: '## Druck&#x202E;dienst' },
    { body: '## Über&#x202E;sicht' },
    { revisions: '**Revisionen:**\n\n- 13. Juni 2008: Neu&#x202E;.' },
  ]) {
    assert.match(outcomes(ingest(archiveFile(changes))).join(), /refused forbidden-character/);
  }
  assert.doesNotMatch(rendered('A&#x200B;B&shy;C'), /\u200B|\u00AD/);
});

test('a character reference cannot bring in what the file may not hold', () => {
  for (const body of [
    'A &#x202E;B',
    '<p title="&#8238;">A</p><a href="http://a.example/" title="&#8238;">B</a>',
  ]) {
    assert.match(outcomes(ingest(archiveFile({ body }))).join(), /refused forbidden-character/);
  }
});
