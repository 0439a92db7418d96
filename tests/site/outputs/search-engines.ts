import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { localeFacts, locales } from '../../../src/model/locales.ts';
import { fileAt, type Site, textIn } from '../../support/built-site.ts';
import { told } from '../../support/faults.ts';

interface SitemapPage {
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

const pagesIn = (xml: string): readonly SitemapPage[] =>
  (parser.parse(xml) as { urlset?: { url?: SitemapPage[] } }).urlset?.url ?? [];

/**
 * What https://www.sitemaps.org/protocol.html and the rules for languages in a sitemap forbid: every page names
 * itself and is named by all the others, and nothing is named that is not there.
 *
 * @param isThere whether an address is one of the site
 */
function sitemapFaults(xml: string, isThere: (address: string) => boolean): string[] {
  if (XMLValidator.validate(xml) !== true) return ['is not well-formed'];
  const pages = pagesIn(xml);
  const links = new Map(pages.map(({ loc, link }) => [loc, link]));
  const named = pages.flatMap(({ loc, link }) => [loc, ...link.map(({ href }) => href)]);
  return told([
    ['is in no namespace', !xml.includes(' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"')],
    ['names nothing', pages.length === 0],
    ['names a page twice', links.size !== pages.length],
    [
      'has a day that is none',
      pages.some(({ lastmod = '2000-01-01' }) => !/^\d{4}-\d{2}-\d{2}$/.test(lastmod)),
    ],
    ['names what is not there', !named.every(isThere)],
    ['a page does not name itself', pages.some(({ loc, link }) => !link.some(({ href }) => href === loc))],
    [
      'a page is not named by its other languages',
      pages.some(({ link }) =>
        link.some(
          ({ hreflang, href }) =>
            hreflang !== 'x-default' && JSON.stringify(links.get(href)) !== JSON.stringify(link),
        ),
      ),
    ],
  ]);
}

interface Article {
  readonly '@context'?: string;
  readonly '@type'?: string;
  readonly headline?: string;
  readonly identifier?: string;
  readonly inLanguage?: string;
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly url?: string;
}

/** What a page tells of itself: JSON-LD by https://schema.org/TechArticle, previews by https://ogp.me. */
function previewFaults(html: string, isThere: (address: string) => boolean): string[] {
  let data: Article = {};
  try {
    data = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}');
  } catch {
    return ['has data that cannot be read'];
  }
  const graph = new Map(
    [...html.matchAll(/<meta property="([^"]+)" content="([^"]*)"/g)].map(([, name, value = '']) => [
      name,
      value,
    ]),
  );
  const isDay = (day: string | undefined) => day === undefined || /^\d{4}-\d{2}-\d{2}$/.test(day);
  return told([
    ['is no article', data['@context'] !== 'https://schema.org' || data['@type'] !== 'TechArticle'],
    ['has no headline, number or language', !data.headline || !data.identifier || !data.inLanguage],
    ['has a day that is none', !isDay(data.datePublished) || !isDay(data.dateModified)],
    ['is at an address that is not there', !isThere(`${data.url}`)],
    ...['og:title', 'og:type', 'og:image', 'og:url'].map(
      (property) => [`has no ${property}`, !graph.get(property)] as const,
    ),
    ['shows an image that is not there', !isThere(graph.get('og:image') ?? '')],
    ['has a preview in no language with a region', !/^[a-z]{2}_[A-Z]{2}$/.test(graph.get('og:locale') ?? '')],
  ]);
}

const addressesOf = (site: Site, base: string) => (address: string) =>
  URL.canParse(address) && site.has(fileAt(address, base));

export function foundBySearchEngines(site: Site, base: string): void {
  describe('search engines', () => {
    const isThere = addressesOf(site, base);
    const xml = textIn(site, 'sitemap.xml');

    test('find a sitemap that is valid', () => assert.deepEqual(sitemapFaults(xml, isThere), []));
    test('find every edition and every list', () => {
      const listed = new Set(pagesIn(xml).map(({ loc }) => new URL(loc).pathname.slice(base.length)));
      const editions = [...site.keys()].filter(
        (path) => /^[^/]+\/[^/]+\.json$/.test(path) && !/^(?:pagefind|csaf)\//.test(path),
      );
      for (const path of editions) assert.ok(listed.has(path.replace(/\.json$/, '/')), path);
      assert.equal(listed.size, editions.length + locales.length);
    });
    test('are told by robots.txt where it is', () =>
      assert.match(
        textIn(site, 'robots.txt'),
        /^User-agent: \*\nAllow: \/\n\nSitemap: https?:\/\/\S+\/sitemap\.xml\n$/,
      ));
    test('and previews read what an advisory is', () => {
      const folders = locales.map((locale) => localeFacts[locale].path);
      for (const path of site.keys()) {
        const [, folder = '', id = ''] = /^([^/]+)\/([^/]+)\/index\.html$/.exec(path) ?? [];
        if (!folders.includes(folder) || /^(?:search|concordance)$/.test(id)) continue;
        assert.deepEqual(previewFaults(textIn(site, path), isThere), [], path);
      }
    });
  });
}

/** A valid sitemap or page, and one change. */
export function brokenOnesAreNotFound(site: Site): void {
  const isThere = addressesOf(site, '/');
  const xml = textIn(site, 'sitemap.xml');
  for (const [what, pattern, replacement] of [
    ['an address that is not there', '/it/954474/', '/it/954475/'],
    ['a page twice', /<url>.*<\/url>\n/, '$&$&'],
    ['a day with a time', /<lastmod>([^<]*)/, '<lastmod>$1 12:00'],
    ['a language that is left out', /<xhtml:link rel="alternate" hreflang="it"[^>]*>/, ''],
    ['an end that is missing', '</urlset>', ''],
    ['another namespace', 'schemas/sitemap/0.9', 'schemas/sitemap/1'],
  ] as const)
    test(`a sitemap with ${what} is noticed`, () =>
      assert.notDeepEqual(sitemapFaults(xml.replace(pattern, replacement), isThere), []));

  const html = textIn(site, 'it/954474/index.html');
  for (const [what, pattern, replacement] of [
    ['no headline', '"headline":', '"name":'],
    ['a day that is none', /"datePublished":"[^"]*"/, '"datePublished":"13 giugno 2008"'],
    ['another address', /"url":"[^"]*"/, '"url":"https://a.example/it/1/"'],
    ['data that cannot be read', '"@type":', '"@type"'],
    ['no image', 'property="og:image"', 'property="og:picture"'],
    ['a language without its region', 'content="it_IT"', 'content="it"'],
  ] as const)
    test(`a page with ${what} is noticed`, () => {
      const broken = html.replace(pattern, replacement);
      assert.notEqual(broken, html);
      assert.notDeepEqual(previewFaults(broken, isThere), []);
    });
}
