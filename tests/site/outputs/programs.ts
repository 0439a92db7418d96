import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Locale, localeFacts, locales } from '../../../src/model/locales.ts';
import type { SiteIndex } from '../../../src/publish/site-index.ts';
import { attributes, fileAt, type Site, textIn } from '../../support/built-site.ts';
import { told } from '../../support/faults.ts';

/** What the published JSON Schema says of the index; empty where it is valid. */
function indexFaults(site: Site, index: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true });
  formats.default(ajv);
  ajv.validate(JSON.parse(textIn(site, 'index.schema.json')), index);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** OpenSearch 1.1, draft 6: what must be there once, and how long it may be. */
function searchFaults(xml: string, locale: Locale): string[] {
  if (XMLValidator.validate(xml) !== true) return ['is not well-formed'];
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'Url',
  });
  const search = parser.parse(xml).OpenSearchDescription ?? {};
  const urls: { type: string; template: string; rel?: string }[] = search.Url ?? [];
  return told([
    ['is in no namespace', search.xmlns !== 'http://a9.com/-/spec/opensearch/1.1/'],
    ['has no short name of at most 16 characters', !/^[^<>]{1,16}$/.test(search.ShortName ?? '')],
    ['has no description of at most 1024 characters', !/^[^<>]{1,1024}$/.test(search.Description ?? '')],
    ['is in another language', search.Language !== locale],
    ['has an address that is none', urls.some(({ template }) => !URL.canParse(template))],
    [
      'has no address of a page for terms',
      !urls.some(({ type, template }) => type === 'text/html' && template.includes('{searchTerms}')),
    ],
    ['does not name itself', urls.filter(({ rel }) => rel === 'self').length !== 1],
  ]);
}

interface Manifest {
  readonly name?: string;
  readonly lang?: string;
  readonly display?: string;
  readonly start_url?: string;
  readonly scope?: string;
  readonly icons?: readonly { src: string; sizes: string; type: string; purpose: string }[];
}

/** W3C, Web Application Manifest: what browsers ask of one before they offer to keep the site. */
function manifestFaults(site: Site, base: string, manifest: Manifest, locale: Locale): string[] {
  const { name, lang, display, start_url = '', scope = '', icons = [] } = manifest;
  return told([
    ['has no name', !name],
    ['is in another language', lang !== locale],
    [
      'has a display mode that is none',
      !/^(?:browser|minimal-ui|standalone|fullscreen)$/.test(display ?? ''),
    ],
    ['starts where nothing is', !site.has(fileAt(start_url, base))],
    ['starts outside its scope', !start_url.startsWith(scope) || scope === ''],
    ...['192x192', '512x512'].map(
      (size) =>
        [
          `has no icon of ${size}`,
          !icons.some(({ sizes, purpose }) => sizes === size && purpose === 'any'),
        ] as const,
    ),
    ...icons.map(
      (icon) =>
        [`${icon.src} is not as it says`, sizeOf(site.get(fileAt(icon.src, base))) !== icon.sizes] as const,
    ),
  ]);
}

/** Width and height in the head of a PNG; `any` for an SVG. */
function sizeOf(image: Buffer | undefined): string | undefined {
  if (image?.toString('latin1', 1, 4) === 'PNG') return `${image.readUInt32BE(16)}x${image.readUInt32BE(20)}`;
  return image?.includes('<svg ') ? 'any' : undefined;
}

/** RFC 9116: what is told once, and how. */
function securityTxtFaults(text: string): string[] {
  const lines = text.split('\n').slice(0, -1);
  const values = (field: string) =>
    lines.flatMap((line) => (line.startsWith(`${field}: `) ? line.slice(field.length + 2) : []));
  const addresses = ['Contact', 'Canonical', 'CSAF'].flatMap(values);
  return told([
    ['2.2: has a line that is no field', lines.some((line) => !/^[A-Za-z-]+: \S/.test(line))],
    [
      '2.5: has a web address without TLS',
      addresses.some((address) => !/^(?:https:\/\/|mailto:)/.test(address)),
    ],
    ['2.5.3: has no contact', values('Contact').length === 0],
    [
      '2.5.5: has not one day on which it ends',
      values('Expires').length !== 1 || !/^\d{4}-\d{2}-\d{2}T[\d:]{8}Z$/.test(values('Expires')[0] ?? ''),
    ],
    ['2.5.8: names languages more than once', values('Preferred-Languages').length > 1],
  ]);
}

export function readByPrograms(site: Site, base: string): void {
  const fileOf = (address: string) => fileAt(address, base);

  describe('the index', () => {
    const index: SiteIndex = JSON.parse(textIn(site, 'index.json'));
    const editions = index.advisories.flatMap((advisory) => advisory.editions);
    test('is as its schema says', () => {
      assert.deepEqual(indexFaults(site, index), []);
      assert.ok(site.has(fileOf(index.$schema)));
    });
    test('names every edition, and addresses that are there', () => {
      const files = [...site.keys()].filter(
        (path) => /^[^/]+\/[^/]+\.md$/.test(path) && !path.startsWith('pagefind/'),
      );
      assert.deepEqual(editions.map(({ markdown }) => fileOf(markdown)).sort(), files);
      for (const { page, data, csaf } of editions)
        for (const address of [page, data, csaf ?? page]) assert.ok(site.has(fileOf(address)), address);
      for (const { address } of index.advisories) assert.ok(site.has(fileOf(address)), address);
    });
    test('says why an edition has no CSAF document, and only then', () => {
      for (const { csaf, noCsaf, page } of editions) assert.equal(csaf === null, noCsaf !== null, page);
    });
  });

  describe('browsers', () => {
    for (const locale of locales) {
      const folder = localeFacts[locale].path;
      test(`can search in ${locale}`, () =>
        assert.deepEqual(searchFaults(textIn(site, `${folder}/opensearch.xml`), locale), []));
      test(`can keep the site in ${locale}`, () =>
        assert.deepEqual(
          manifestFaults(site, base, JSON.parse(textIn(site, `${folder}/manifest.webmanifest`)), locale),
          [],
        ));
      test(`are told so by the pages in ${locale}`, () => {
        const links = attributes(textIn(site, `${folder}/index.html`), 'href');
        for (const file of ['opensearch.xml', 'manifest.webmanifest'])
          assert.ok(links.includes(`${base}${folder}/${file}`), file);
      });
    }
  });

  test('security.txt, where there is one, is valid', () => {
    const text = site.get('.well-known/security.txt')?.toString('utf8');
    if (text !== undefined) assert.deepEqual(securityTxtFaults(text), []);
  });
}

/** A valid output and one change. */
export function brokenOnesAreNoticed(site: Site): void {
  const index = textIn(site, 'index.json');
  for (const [what, pattern, replacement] of [
    ['a state that is none', '"state": "own"', '"state": "new"'],
    ['an address that is none', /"page": "[^"]*"/, '"page": "here"'],
    ['a day that is none', /"published": "[^"]*"/, '"published": "8. 11. 2017"'],
    ['a field that is not described', '"noCsaf"', '"score": 9, "noCsaf"'],
    ['a field that is missing', /\n\s*"title": [^\n]*/, ''],
  ] as const)
    test(`an index with ${what} is noticed`, () =>
      assert.notDeepEqual(indexFaults(site, JSON.parse(index.replace(pattern, replacement))), []));

  const search = textIn(site, 'it/opensearch.xml');
  for (const [what, pattern, replacement] of [
    ['a name that is too long', 'Concord (it)', 'Concord in italiano'],
    ['no place for terms', '{searchTerms}', ''],
    ['another language', '<Language>it', '<Language>de'],
  ] as const)
    test(`a search with ${what} is noticed`, () =>
      assert.notDeepEqual(searchFaults(search.replace(pattern, replacement), 'it'), []));

  const manifest = textIn(site, 'it/manifest.webmanifest');
  for (const [what, pattern, replacement] of [
    ['an icon of another size', '"512x512"', '"256x256"'],
    ['a start that is not there', '"start_url": "/it/', '"start_url": "/fr/'],
    ['a display mode that is none', 'minimal-ui', 'large'],
  ] as const)
    test(`a manifest with ${what} is noticed`, () =>
      assert.notDeepEqual(
        manifestFaults(site, '/', JSON.parse(manifest.replace(pattern, replacement)), 'it'),
        [],
      ));

  const contact =
    'Contact: mailto:a@a.example\nExpires: 2027-06-30T23:59:59Z\nCSAF: https://a.example/c.json\n';
  for (const [what, pattern, replacement] of [
    ['a contact without its scheme', 'mailto:', ''],
    ['no end', /Expires[^\n]*\n/, ''],
    ['an end without a time', 'T23:59:59Z', ''],
    ['an address without TLS', 'https', 'http'],
  ] as const)
    test(`a security.txt with ${what} is noticed`, () => {
      assert.deepEqual(securityTxtFaults(contact), []);
      assert.notDeepEqual(securityTxtFaults(contact.replace(pattern, replacement)), []);
    });
}
