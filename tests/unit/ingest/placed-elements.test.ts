import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, outcomes, ownFile } from '../../support/files.ts';

const read = (body: string) => ingestOwn(ownFile({}, `## A {#a}\n\n${body}`));
const shown = (body: string): string => htmlOf(read(body)).trim().replace(/\n/g, '');
/** In a cell, where a parser of HTML leaves more as it is. */
const inCell = (body: string): string =>
  /<td>(.*)<\/td>/.exec(shown(`<table>\n<tr><td>${body}</td></tr>\n</table>`))?.[1] ?? '';

describe('an element stands only where HTML lets it, and every word stays:', () => {
  for (const [what, body, html] of [
    ['a block in emphasis', '<em><div>A</div>B</em>', '<div>A</div>B'],
    [
      'a block in emphasis in a link',
      '<b><a href="https://a.example/"><div>A</div></a></b>',
      '<a href="https://a.example/"><div>A</div></a>',
    ],
    ['a list in a subscript', '<sub><ul><li>A</li></ul></sub>', '<ul><li>A</li></ul>'],
    ['a paragraph in code', '<pre><p>A</p></pre>', '<pre translate="no"> A </pre>'],
    [
      'a description deeper in its list',
      '<dl><dt>A</dt><dd><div><dd>B</dd></div></dd></dl>',
      '<dl><dt>A</dt><dd><div></div></dd><dd>B</dd></dl>',
    ],
    [
      'words between descriptions',
      '<dl>A<dt>B</dt><dd>C</dd></dl>',
      '<dl><dd>A</dd><dt>B</dt><dd>C</dd></dl>',
    ],
    ['words between items', '<ul>A<li>B</li></ul>', '<ul><li>A</li><li>B</li></ul>'],
    [
      'an item in a block in a list',
      '<ul><div><li>A</li></div></ul>',
      '<ul><li><div><div>A</div></div></li></ul>',
    ],
    [
      'a box in a link',
      '<a href="https://a.example/">A <input type=checkbox></a>',
      'A <input type="checkbox" disabled aria-label="A">',
    ],
  ] as const)
    test(what, () => assert.equal(inCell(body), html));
  test('a link around a link, whose address is reported', () => {
    const found = read(
      '<div>\n<a href="https://a.example/"><table><tr><td><a href="https://b.example/">A</a></td></tr></table></a></div>',
    );
    assert.doesNotMatch(htmlOf(found), /a\.example/);
    assert.match(htmlOf(found), /<a href="https:\/\/b\.example\/">A<\/a>/);
    assert.ok(found.problems.some(({ what }) => what.includes('https://a.example/ around another link')));
  });
  test('a link that a parser of HTML leaves without words, which then are its address', () => {
    const found = read(
      '<a href="https://a.example/"><table><tr><td><a href="https://b.example/">A</a></td></tr></table></a>',
    );
    assert.match(htmlOf(found), /<a href="https:\/\/a\.example\/">https:\/\/a\.example\/<\/a>/);
    assert.match(outcomes(found).join(), /link-without-words/);
  });
  test('a caption and a head that come late are put first', () =>
    assert.deepEqual(
      [
        ...shown(
          '<table><tr><td>B</td></tr><caption>C</caption><thead><tr><th>H</th></tr></thead></table>',
        ).matchAll(/<(caption|thead|tbody)\b/g),
      ].map(([, name]) => name),
      ['caption', 'thead', 'tbody'],
    ));
  test('groups of terms and descriptions stay as they are', () =>
    assert.equal(
      shown('<dl><div><dt>A</dt><dd>B</dd></div></dl>'),
      '<dl><div><dt>A</dt><dd>B</dd></div></dl>',
    ));
  test('the parts of a table are in their order, and there is one of each', () => {
    const html = shown(
      '<table><caption>C</caption><caption>D</caption><tfoot><tr><td>F</td></tr></tfoot><thead><tr><th>H</th></tr></thead><thead><tr><th>I</th></tr></thead><tbody><tr><td>B</td></tr></tbody></table>',
    );
    assert.deepEqual(
      [...html.matchAll(/<(caption|thead|tbody|tfoot|div)\b/g)].map(([, name]) => name),
      ['div', 'div', 'caption', 'thead', 'tbody', 'tbody', 'tfoot'],
    );
    for (const word of 'CDFHIB') assert.ok(html.includes(`>${word}<`), word);
  });
});

describe('an attribute with a closed set of values has one of them, or is gone:', () => {
  for (const [what, body, html] of [
    ['a start that is no number', '<ol start="x > CVE-2020-9999"><li>A</li></ol>', '<ol><li>A</li></ol>'],
    [
      'a start that is one',
      '<ol start="-3" reversed><li>A</li></ol>',
      '<ol start="-3" reversed><li>A</li></ol>',
    ],
    [
      'a span of many millions',
      '<table><tr><th>A</th></tr><tr><td colspan="99999999">B</td></tr></table>',
      /<td>B/,
    ],
    ['a span below nothing', '<table><tr><th>A</th></tr><tr><td rowspan="-1">B</td></tr></table>', /<td>B/],
    ['a scope that is none', '<table><tr><th scope="<x>">A</th><td>B</td></tr></table>', /<th scope="row">A/],
    [
      'a class that is none of ours',
      '<blockquote class="discord site">A</blockquote>',
      '<blockquote>A</blockquote>',
    ],
    [
      'a language with a quotation mark',
      '```js"onclick\nA\n```',
      '<pre translate="no"><code translate="no">A</code></pre>',
    ],
  ] as const)
    test(what, () =>
      typeof html === 'string' ? assert.equal(shown(body), html) : assert.match(shown(body), html),
    );
});

describe('a link has a name', () => {
  for (const [what, body, html] of [
    [
      'its address, where it has no words',
      'A [](https://a.example/b) B',
      /A <a href="https:\/\/a\.example\/b">https:\/\/a\.example\/b<\/a> B/,
    ],
    [
      'its address, where its image has none',
      '[![](x.png)](https://a.example/b)',
      />https:\/\/a\.example\/b<\/a>/,
    ],
    [
      'that of the link beside it, which is enough',
      '[](https://a.example/)[A](https://a.example/)',
      /^<p><a href="https:\/\/a\.example\/">A<\/a><\/p>$/,
    ],
    [
      'that of its image',
      '[![A](x.png)](https://a.example/)',
      /<a href="https:\/\/a\.example\/"><img data-image="x\.png" alt="A"><\/a>/,
    ],
    [
      'or is none, without words and address',
      'A []() B <a href="&nbsp;"> </a> C',
      /^<p>A {1,2}B {1,2}C<\/p>$/,
    ],
  ] as const)
    test(what, () => {
      assert.match(shown(body), html);
      if (what !== 'that of its image')
        assert.match(outcomes(read(body)).join(), /repaired (?:link-without-words|unusable-link)/);
    });
});

describe('footnotes', () => {
  const body = (text: string) => `${text}\n\n[^a]: Erste.\n[^b]: Zweite[^c].\n[^c]: Dritte.`;
  test('are numbered once for the text, in the order in which they are mentioned', () => {
    const found = ingestOwn(ownFile({}, body('## A {#a}\n\nX[^b]\n\n## B[^a] {#b}\n\nY[^b]')));
    const numbers = [...htmlOf(found).matchAll(/id="(note-\d+-ref(?:-\d)?)"[^>]*>(\d)</g)].map(
      ([, id, number]) => `${id} ${number}`,
    );
    assert.deepEqual(numbers, ['note-1-ref 1', 'note-1-ref-2 1', 'note-3-ref 3']);
    assert.match(
      found.edition?.outline[1]?.titleHtml ?? '',
      /B<sup><a href="#note-2" id="note-2-ref"[^>]*>2<\/a><\/sup>/,
    );
  });
  test('are numbered in the order of the text, also where it is emphasised', () => {
    const html = htmlOf(ingestOwn(ownFile({}, body('## A {#a}\n\n**X[^a]** Y[^b] <b>Z[^c]</b>'))));
    assert.deepEqual(
      [...html.matchAll(/data-footnote-ref>(\d)</g)].map(([, number]) => number),
      ['1', '2', '3', '3'],
    );
  });
  test('are listed once, at the end, each with the ways back to it', () => {
    const { text } = ingestOwn(ownFile({}, body('## A {#a}\n\nX[^a] Y[^a]\n\n## B {#b}\n\nZ')));
    assert.doesNotMatch(text?.parts[0] ?? '', /<section/);
    assert.match(
      text?.parts[1] ?? '',
      /^<p>Z<\/p>\n<section data-footnotes><ol><li id="note-1"><p>Erste\. <a href="#note-1-ref"[^>]*>↩<\/a> <a href="#note-1-ref-2"[^>]*>↩<\/a><\/p><\/li><\/ol><\/section>$/,
    );
  });
  test('are no part of the words that they follow', () => {
    const found = ingest(
      archiveFile({
        body: '## Betroffene Software\n\n| Betroffene Software |\n|---|\n| Druckdienst 4[^a] |\n\n[^a]: Nur auf Servern.',
      }),
    );
    assert.deepEqual(found.edition?.affected, ['Druckdienst 4']);
  });
  test('bring no section into a heading', () => {
    const found = ingestOwn(ownFile({}, body('## A[^a] {#a}\n\nX')));
    assert.doesNotMatch(found.edition?.outline[0]?.titleHtml ?? '', /section|<li|<ol/);
    assert.equal(found.edition?.outline[0]?.title, 'A');
  });
  test('are mentioned behind a link, not in it', () =>
    assert.match(
      htmlOf(ingestOwn(ownFile({}, body('## A {#a}\n\n[X[^a]](https://a.example/)')))),
      /<a href="https:\/\/a\.example\/">X<\/a><sup><a href="#note-1"/,
    ));
  test('that leave a tag open do not swallow the next', () =>
    assert.match(
      htmlOf(ingestOwn(ownFile({}, '## A {#a}\n\nX[^a] Y[^b]\n\n[^a]: <div><b>Erste\n[^b]: Zweite'))),
      /<li id="note-2"><p>Zweite/,
    ));
  test('keep their ids, whatever ids a text brings along', () => {
    const html = htmlOf(ingestOwn(ownFile({}, body('## A {#a}\n\n<a id="note-1">F</a> X[^a]'))));
    assert.equal([...html.matchAll(/id="note-1"/g)].length, 1);
  });
  test('take ids and marks from no text', () => {
    const html = htmlOf(
      ingestOwn(
        ownFile(
          {},
          body(
            '## A {#a}\n\n<ol><li id="note-1">L</li></ol>\n\n<a data-footnote-backref id="note-1-ref" href="https://a.example/">B</a> X[^a] [C](#note-99)',
          ),
        ),
      ),
    );
    for (const id of ['note-1', 'note-1-ref']) assert.equal(html.split(`id="${id}"`).length, 2, id);
    assert.match(html, /<a href="https:\/\/a\.example\/">B<\/a>/);
    assert.doesNotMatch(html, /note-99/);
  });
  test('that a parser of HTML drops are not counted', () => {
    const html = htmlOf(ingestOwn(ownFile({}, body('## A {#a}\n\nZ <script>X[^a]</script> Y[^b]'))));
    const targets = [...html.matchAll(/href="#(note-[^"]*)"/g)].map(([, id]) => id);
    assert.ok(targets.length >= 2);
    for (const id of targets) assert.ok(html.includes(`id="${id}"`), `${id}`);
  });
  test('of an archive file come before its history', () => {
    const { text, edition } = ingest(archiveFile({ body: '## Übersicht\n\nX[^a]\n\n[^a]: Erste.' }));
    const at = edition?.outline.findIndex(({ id }) => id === 'revisions') ?? -1;
    assert.match(text?.parts[at - 1] ?? '', /<section data-footnotes>/);
    assert.doesNotMatch(text?.parts[at] ?? '', /<section/);
  });
});
