import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { localeFacts, locales } from '../../../src/model/locales.ts';
import type { Site } from '../../support/built-site.ts';

interface Page {
  readonly loc: string;
  readonly lastmod?: string;
  readonly link: readonly { readonly hreflang: string; readonly href: string }[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  isArray: (name) => name === 'link' || name === 'url',
});

export function foundBySearchEngines(site: Site, base: string): void {
  describe('search engines', () => {
    const fileOf = (address: string) => `${new URL(address).pathname.slice(base.length)}index.html`;
    const xml = site.get('sitemap.xml')?.toString('utf8') ?? '';
    const pages = (parser.parse(xml) as { urlset: { url: Page[] } }).urlset.url;

    test('find a sitemap that is valid', () => {
      assert.equal(XMLValidator.validate(xml), true);
      assert.equal(new Set(pages.map(({ loc }) => loc)).size, pages.length);
      for (const { lastmod = '2000-01-01' } of pages) assert.match(lastmod, /^\d{4}-\d{2}-\d{2}$/);
    });
    test('find every edition and every list, and nothing that is not there', () => {
      for (const { loc, link } of pages)
        for (const address of [loc, ...link.map(({ href }) => href)])
          assert.ok(site.has(fileOf(address)), address);
      const listed = new Set(pages.map(({ loc }) => fileOf(loc)));
      const editions = [...site.keys()].filter(
        (path) => /^[^/]+\/[^/]+\.json$/.test(path) && !/^(?:pagefind|csaf)\//.test(path),
      );
      for (const path of editions) assert.ok(listed.has(path.replace(/\.json$/, '/index.html')), path);
      assert.equal(pages.length, editions.length + locales.length);
    });
    test('find each language named by all the others', () => {
      const links = new Map(pages.map(({ loc, link }) => [loc, link]));
      for (const { loc, link } of pages) {
        assert.ok(
          link.some(({ href }) => href === loc),
          `${loc} names itself`,
        );
        for (const { hreflang, href } of link)
          if (hreflang !== 'x-default') assert.deepEqual(links.get(href), link, href);
      }
    });
    test('are told by robots.txt where it is', () =>
      assert.match(
        site.get('robots.txt')?.toString('utf8') ?? '',
        /^User-agent: \*\nAllow: \/\n\nSitemap: https?:\/\/\S+\/sitemap\.xml\n$/,
      ));
    test('read what an advisory is', () => {
      for (const locale of locales) {
        for (const [path, bytes] of site) {
          const [, folder, id] = /^([^/]+)\/([^/]+)\/index\.html$/.exec(path) ?? [];
          if (folder !== localeFacts[locale].path || id === 'search' || id === 'concordance') continue;
          const html = bytes.toString('utf8');
          const data = JSON.parse(
            /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}',
          );
          assert.equal(data['@type'], 'TechArticle', path);
          assert.ok(data.headline && data.identifier && data.inLanguage, path);
          assert.ok(site.has(fileOf(data.url)), data.url);
          // https://ogp.me: what every page has to tell.
          const told = new Map(
            [...html.matchAll(/<meta property="([^"]+)" content="([^"]*)"/g)].map(([, name, value = '']) => [
              name,
              value,
            ]),
          );
          for (const property of ['og:title', 'og:type', 'og:image', 'og:url'])
            assert.ok(told.get(property), `${path}: ${property}`);
          assert.match(told.get('og:locale') ?? '', /^[a-z]{2}_[A-Z]{2}$/, path);
          assert.ok(site.has(new URL(told.get('og:image') ?? '').pathname.slice(base.length)), path);
        }
      }
    });
  });
}
