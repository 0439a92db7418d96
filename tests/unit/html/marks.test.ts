import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resolved } from '../../../src/html/marks.ts';
import { archiveFile, htmlOf, ingest, ingestOwn, ownFile } from '../../support/files.ts';

const known = new Set(['999999']);
const page = (html: string): string =>
  resolved(html, {
    advisory: (id) => (known.has(id) ? `/it/${id}/` : undefined),
    image: (path) =>
      path === 'a.png'
        ? { address: '/assets/a.1.png', width: 48, height: 32, isLazy: true, isSearched: true }
        : undefined,
    alert: (kind) => ({ text: `<${kind}>`, language: 'it' }),
    backReference: { text: 'Torna', language: 'it' },
  });
const feed = (html: string): string =>
  resolved(html, {
    advisory: () => undefined,
    image: (path) =>
      path === 'a.png'
        ? {
            address: 'https://a.example/assets/a.1.png',
            width: 48,
            height: 32,
            isLazy: false,
            isSearched: false,
          }
        : undefined,
  });

describe('a link to an advisory', () => {
  const address = 'https://technet.microsoft.com/de-de/library/999999';
  for (const [what, kept, onPage, inFeed] of [
    [
      'leads to the page of the site, and keeps its own address',
      `<a data-advisory="999999" href="${address}">A</a>`,
      `<a href="/it/999999/" data-original="${address}">A</a>`,
      `<a href="${address}">A</a>`,
    ],
    [
      'is only words where the site has it and it has no address',
      '<a data-advisory="999999" title="T">A <b>B</b></a>',
      '<a href="/it/999999/" title="T">A <b>B</b></a>',
      'A <b>B</b>',
    ],
    ['is only words where neither is there', 'x <a data-advisory="888888">A</a> y', 'x A y', 'x A y'],
    [
      'keeps its address where its title comes first',
      `<a data-advisory="999999" title="T" href="${address}">A</a>`,
      `<a href="/it/999999/" data-original="${address}" title="T">A</a>`,
      `<a href="${address}" title="T">A</a>`,
    ],
    [
      'keeps a title that looks like HTML',
      '<a data-advisory="999999" title="a &#x3E; &#x3C;img src=x onerror=alert(1)&#x3E;">A</a>',
      '<a href="/it/999999/" title="a &#x3E; &#x3C;img src=x onerror=alert(1)&#x3E;">A</a>',
      'A',
    ],
    [
      'keeps a title with a bracket as it is',
      `<a data-advisory="888888" title='a > "b' href="${address}">A</a>`,
      `<a href="${address}" title='a > "b'>A</a>`,
      `<a href="${address}" title='a > "b'>A</a>`,
    ],
    [
      'is not what only looks like one',
      '<p title="<a data-advisory=&quot;999999&quot;>">data-advisory="999999"</p>',
      '<p title="<a data-advisory=&quot;999999&quot;>">data-advisory="999999"</p>',
      '<p title="<a data-advisory=&quot;999999&quot;>">data-advisory="999999"</p>',
    ],
  ] as const)
    test(what, () => assert.deepEqual([page(kept), feed(kept)], [onPage, inFeed]));
});

describe('an image', () => {
  const image = (attributes: string) => `<img data-image="a.png" ${attributes}>`;
  for (const [what, kept, onPage, inFeed] of [
    [
      'has its address, its alternative text and its size',
      `<p>${image('alt="A &#x26; B" title="C"')}</p>`,
      '<p><img src="/assets/a.1.png" alt="A &amp; B" title="C" width="48" height="32" loading="lazy" data-pagefind-index-attrs="alt"></p>',
      '<p><img src="https://a.example/assets/a.1.png" alt="A &amp; B" title="C" width="48" height="32"></p>',
    ],
    [
      'that is not published is its alternative text',
      '<p><img data-image="b.png" alt="A &#x26; B" title="C"></p>',
      '<p><em title="C">A &amp; B</em></p>',
      '<p><em title="C">A &amp; B</em></p>',
    ],
    [
      'that is not published and has none leaves nothing, not even an empty paragraph',
      '<p>A</p><p> <img data-image="b.png" alt=""> </p><p>B <img data-image="b.png" alt=""></p>',
      '<p>A</p><p>B </p>',
      '<p>A</p><p>B </p>',
    ],
    [
      'inside a link that names an advisory keeps the link',
      `<a data-advisory="999999">${image('alt=""')}</a>`,
      '<a href="/it/999999/"><img src="/assets/a.1.png" alt="" width="48" height="32" loading="lazy" data-pagefind-index-attrs="alt"></a>',
      '<img src="https://a.example/assets/a.1.png" alt="" width="48" height="32">',
    ],
  ] as const)
    test(what, () => assert.deepEqual([page(kept), feed(kept)], [onPage, inFeed]));
});

test('a note has its name before its text, in the reader’s language, escaped', () =>
  assert.equal(
    page('<blockquote class="alert-note">A</blockquote>'),
    '<blockquote class="alert-note"><p class="label" lang="it">&lt;note&gt;</p>A</blockquote>',
  ));
test('a class that is only alike is no note', () => {
  const html = '<blockquote class="alert-other">A</blockquote><p class="alert-note">B</p>';
  assert.equal(page(html), html);
});
test('the way back from a footnote has a name', () =>
  assert.equal(
    page('<a href="#note-1-ref" data-footnote-backref="">↩</a>'),
    '<a href="#note-1-ref" data-footnote-backref="" lang="it" aria-label="Torna">↩</a>',
  ));

describe('what is put together from a file has no element that the file did not bring in safely', () => {
  for (const [what, body] of [
    ['a title after the address', '[t](999999.md "a > <img src=x onerror=alert(1)>")'],
    ['a title before the address', '<a title="a > <img src=x>" href="999999.md">t</a>'],
    ['a title in single quotes', "[t](999999.md 'a\"> <script>alert(1)</script>')"],
    ['an address that holds a bracket', '[t](<https://technet.microsoft.com/library/999999?a=<img>>)'],
    ['a title with a mark of ours', '<a href="999999.md" title="<a data-advisory=\'1\' href=\'x\'>">t</a>'],
  ] as const)
    for (const [kind, read] of [
      ['own', ingestOwn(ownFile({}, `## A {#a}\n\n${body}`))],
      ['archive', ingest(archiveFile({ body }))],
    ] as const)
      test(`${what}, ${kind}`, () => {
        assert.ok(read.edition);
        for (const html of [page(htmlOf(read)), feed(htmlOf(read))])
          assert.doesNotMatch(html, /<(?:img|script)/);
      });
});

test('a link to an archived advisory keeps its address, wherever its title is', () => {
  const address = 'https://technet.microsoft.com/de-de/security/advisory/888888';
  for (const link of [`<a title="T" href="${address}">A</a>`, `[A](${address} "T")`])
    assert.match(
      page(htmlOf(ingest(archiveFile({ body: link })))),
      new RegExp(`<a href="${address}" title="T">A</a>`),
    );
});
