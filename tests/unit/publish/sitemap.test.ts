import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sitemapFiles } from '../../../src/publish/sitemap.ts';

const pages = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ address: `https://a.example/${at}/?a&b`, alternates: [] }));
const files = (count: number, most = { pages: 2, bytes: 10_000 }) =>
  sitemapFiles(pages(count), (name) => `https://a.example/${name}.xml`, most);

describe('a sitemap', () => {
  test('is one file as long as it may be', () => assert.deepEqual([...files(2).keys()], ['sitemap']));
  test('may not have more bytes either', () => assert.equal(files(4, { pages: 100, bytes: 150 }).size, 3));
  test('names its parts where it would be too long, and every page is in one', () => {
    const found = files(5);
    assert.deepEqual([...found.keys()], ['sitemap', 'sitemap-1', 'sitemap-2', 'sitemap-3']);
    assert.match(found.get('sitemap') ?? '', /<sitemap><loc>https:\/\/a\.example\/sitemap-3\.xml<\/loc>/);
    const named = [...found.values()].join('').match(/https:\/\/a\.example\/\d\/\?a&amp;b/g);
    assert.equal(named?.length, 5);
  });
});

test('a sitemap is escaped, and has no day that is not known', () => {
  const document = sitemapFiles(
    [{ address: 'https://a.example/?a&b', alternates: [['it', 'https://a.example/"']] }],
    () => '',
  ).get('sitemap');
  assert.ok(document?.includes('<loc>https://a.example/?a&amp;b</loc><xhtml:link'));
  assert.ok(document?.includes('hreflang="it" href="https://a.example/&quot;"/>'));
});
