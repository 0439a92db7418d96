import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import * as schema from '@secvisogram/csaf-validator-lib/schemaTests.js';
import validateStrict from '@secvisogram/csaf-validator-lib/validateStrict.js';
import { z } from 'zod';
import { attributes, type Site, textIn } from '../../support/built-site.ts';

interface Document {
  readonly document: {
    readonly category: string;
    readonly lang: string;
    readonly title: string;
    readonly publisher: { readonly name: string; readonly namespace: string };
    readonly notes: readonly { readonly text: string }[];
    readonly references: readonly { readonly category: string; readonly url: string }[];
    readonly tracking: {
      readonly id: string;
      readonly initial_release_date: string;
      readonly current_release_date: string;
      readonly revision_history: readonly { readonly date: string; readonly number: string }[];
    };
  };
}

/** What the schema and all mandatory tests (CSAF 2.0, 6.1) of the validator find; empty where it is valid. */
export async function csafFaults(document: object): Promise<string[]> {
  const { tests } = await validateStrict([schema.csaf_2_0_strict, ...Object.values(mandatory)], document);
  return tests.flatMap(({ name, errors }) =>
    errors.map(({ instancePath, message }) => `${name} ${instancePath}: ${message}`),
  );
}

/**
 * The rules that the standard’s own schemas hold of what leads to documents (CSAF 2.0, 7.1.7 and 7.1.15),
 * written from its text. Addresses of a feed must have TLS; a site that is only tried out has none.
 */
const address = z.url();
const Day = z.iso.datetime();
const Link = z.object({ rel: z.string().min(1), href: address });
const SelfFirst = z
  .array(Link)
  .min(1)
  .refine(([first]) => first?.rel === 'self' && first.href.endsWith('.json'));
const RolieFeed = z.object({
  feed: z.object({
    id: z.string().regex(/^[a-zA-Z0-9+\-_.]+$/),
    title: z.string().min(1),
    link: SelfFirst,
    category: z
      .array(z.object({ scheme: z.string(), term: z.string() }))
      .refine(
        ([first]) =>
          first?.scheme === 'urn:ietf:params:rolie:category:information-type' && first.term === 'csaf',
      ),
    updated: Day,
    entry: z.array(
      z.object({
        id: z.string().regex(/^\S(?:.*\S)?$/),
        title: z.string().min(1),
        link: SelfFirst,
        published: Day,
        updated: Day,
        content: z.object({ type: z.literal('application/json'), src: address }),
        format: z.object({
          schema: z.literal('https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json'),
          version: z.literal('2.0'),
        }),
      }),
    ),
  }),
});
const ProviderMetadata = z.object({
  canonical_url: address.refine((url) => url.endsWith('/provider-metadata.json')),
  distributions: z
    .array(
      z.union([
        z.strictObject({ directory_url: address }),
        z.strictObject({
          rolie: z.object({
            feeds: z.array(
              z.object({ summary: z.string(), tlp_label: z.enum(['UNLABELED', 'WHITE']), url: address }),
            ),
          }),
        }),
      ]),
    )
    .min(1),
  last_updated: Day,
  list_on_CSAF_aggregators: z.boolean(),
  metadata_version: z.literal('2.0'),
  mirror_on_CSAF_aggregators: z.boolean(),
  public_openpgp_keys: z
    .array(z.object({ fingerprint: z.string().regex(/^[0-9a-fA-F]{40,}$/), url: address }))
    .optional(),
  publisher: z.object({
    category: z.enum(['coordinator', 'discoverer', 'other', 'translator', 'user', 'vendor']),
    name: z.string().min(1),
    namespace: address,
    contact_details: z.string().min(1).optional(),
  }),
  role: z.enum(['csaf_publisher', 'csaf_provider', 'csaf_trusted_provider']),
});

const documentPaths = (site: Site): string[] =>
  [...site.keys()].filter((path) => /^csaf\/\d{4}\/[^/]+\.json$/.test(path));
const documentAt = (site: Site, path: string): Document => JSON.parse(textIn(site, path));

/** CSAF 2.0: documents by its validator; how they are found by section 7, whose numbers the tests name. */
export function csafIsValid(site: Site, base: string): void {
  describe('CSAF', () => {
    const paths = documentPaths(site);
    const metadata = JSON.parse(textIn(site, '.well-known/csaf/provider-metadata.json'));
    const fileOf = (address: string) => new URL(address).pathname.slice(base.length);

    for (const path of paths) {
      test(`${path} is valid`, async () => assert.deepEqual(await csafFaults(documentAt(site, path)), []));
    }
    test('documents are named by their ids, in folders by year (5.1, 7.1.11)', () => {
      for (const path of paths) {
        const { tracking } = documentAt(site, path).document;
        const name = tracking.id.toLowerCase().replace(/[^+\-a-z0-9]+/g, '_');
        assert.equal(path, `csaf/${tracking.initial_release_date.slice(0, 4)}/${name}.json`);
      }
    });
    test('a document holds no markup, and refers only to what is there', () => {
      for (const path of paths) {
        const { notes, references } = documentAt(site, path).document;
        for (const { text } of notes)
          assert.doesNotMatch(text, /<\/?(?:p|ul|li|table|td|strong|code|a)\b/, path);
        const own = references.filter(({ url }) => url.startsWith(new URL(metadata.canonical_url).origin));
        for (const { url } of own)
          assert.ok(site.has(fileOf(url).replace(/\/$/, '/index.html')), `${path}: ${url}`);
        assert.ok(
          references.some(({ category, url }) => category === 'self' && fileOf(url) === path),
          path,
        );
      }
    });
    test('what leads to documents is as the standard has it (7.1.7, 7.1.15)', () => {
      assert.deepEqual(ProviderMetadata.safeParse(metadata).error?.issues, undefined);
      const feed = RolieFeed.safeParse(JSON.parse(textIn(site, 'csaf/feed-tlp-white.json')));
      assert.deepEqual(feed.error?.issues, undefined);
      for (const { id, title, content } of feed.data?.feed.entry ?? []) {
        const { tracking, title: own } = documentAt(site, fileOf(content.src)).document;
        assert.deepEqual([id, title], [tracking.id, own]);
      }
    });
    test('a program finds every document, and no other (7.1.7, 7.1.12, 7.1.13, 7.1.15)', () => {
      const [{ directory_url }, { rolie }] = metadata.distributions;
      assert.ok(site.has(fileOf(metadata.canonical_url)));
      const folder = fileOf(directory_url);
      const listed = textIn(site, `${folder}index.txt`).split('\n').slice(0, -1);
      assert.deepEqual(listed.map((path) => `${folder}${path}`).sort(), paths);
      const feed = JSON.parse(textIn(site, fileOf(rolie.feeds[0].url))).feed;
      const entries: { link: { rel: string; href: string }[]; content: { src: string }; updated: string }[] =
        feed.entry;
      assert.deepEqual(entries.map(({ content }) => fileOf(content.src)).sort(), paths);
      for (const { link } of entries)
        for (const { rel, href } of link) assert.ok(rel === 'signature' || site.has(fileOf(href)), href);
      const changes = textIn(site, `${folder}changes.csv`).split('\r\n').slice(0, -1);
      const days = changes.map((line) => /^"([^"]+)","([^"]+)"$/.exec(line)?.slice(1) ?? []);
      assert.deepEqual(days.map(([path]) => `${folder}${path}`).sort(), paths);
      for (const [path, day] of days)
        assert.equal(documentAt(site, `${folder}${path}`).document.tracking.current_release_date, day);
      assert.deepEqual(
        days.map(([, day = '']) => day),
        days
          .map(([, day = '']) => day)
          .sort()
          .reverse(),
      );
      assert.equal(feed.updated, entries[0]?.updated ?? feed.updated);
    });
    test('its folders list what is in them, on every host (7.1.14)', () => {
      const folders = new Set(['csaf', ...paths.map((path) => path.split('/').slice(0, -1).join('/'))]);
      for (const folder of folders) {
        const listed = attributes(textIn(site, `${folder}/index.html`), 'href').map((href) =>
          href.slice(base.length),
        );
        const there = [...site.keys()]
          .filter((path) => path.startsWith(`${folder}/`) && !/(?:index\.html|\.br|\.gz)$/.test(path))
          .map((path) => path.replace(new RegExp(`^(${folder}/[^/]+/).*`), '$1'));
        assert.deepEqual(listed.sort(), [...new Set(there)].sort(), folder);
      }
    });
    test('a checksum is that of its document (7.1.18)', () => {
      for (const path of paths) {
        for (const algorithm of ['sha256', 'sha512']) {
          const hash = createHash(algorithm)
            .update(site.get(path) ?? '')
            .digest('hex');
          assert.equal(textIn(site, `${path}.${algorithm}`), `${hash}  ${path.split('/').at(-1)}\n`);
        }
      }
    });
    test('the role is one whose demands the site meets (7.2)', () => {
      const { protocol } = new URL(metadata.canonical_url);
      const isProvider = protocol === 'https:' && base === '/';
      const isSigned = metadata.public_openpgp_keys !== undefined;
      const role = isSigned ? 'csaf_trusted_provider' : 'csaf_provider';
      assert.equal(metadata.role, isProvider ? role : 'csaf_publisher');
      const links = JSON.parse(textIn(site, 'csaf/feed-tlp-white.json')).feed.entry.flatMap(
        ({ link }: { link: { rel: string }[] }) => link.map(({ rel }) => rel),
      );
      assert.equal(links.includes('signature'), isSigned);
    });
  });
}

/** A valid document and one change. */
export function brokenCsafIsNoticed(site: Site): void {
  const informational = 'csaf/2008/954474-it.json';
  const advisory = 'csaf/2014/3009008-it.json';
  for (const [what, path, pattern, replacement] of [
    ['a history that skips a number', informational, '"number": "1"', '"number": "4"'],
    ['a language that is none', informational, /"lang": "[^"]*"/, '"lang": "deutsch-de"'],
    ['a document without a title', informational, '"title": "954474', '"headline": "954474'],
    ['an empty note', informational, /"text": "[^\n]*"/, '"text": ""'],
    ['a version that is not the last', informational, /"version": "\d+"/, '"version": "99"'],
    ['a notice without a reference to others', informational, /"external"/g, '"self"'],
    ['a product that is not in the tree', advisory, '"known_affected": [', '"known_affected": ["P99",'],
    ['an advisory without the state of a product', advisory, /,\s*"product_status": \{[^}]*\}/, ''],
    ['a vulnerability without its number', advisory, /"cve": "CVE-[^"]*"/, '"cve": "CVE-14"'],
  ] as const) {
    test(`${what} is noticed`, async () => {
      const valid = textIn(site, path);
      const broken = valid.replace(pattern, replacement);
      assert.notEqual(broken, valid);
      assert.notDeepEqual(await csafFaults(JSON.parse(broken)), []);
    });
  }
}

/** A valid feed of documents, or metadata, and one change. */
export function brokenDirectoryIsNoticed(site: Site): void {
  const feed = textIn(site, 'csaf/feed-tlp-white.json');
  const metadata = textIn(site, '.well-known/csaf/provider-metadata.json');
  for (const [what, schema, valid, pattern, replacement] of [
    [
      'a feed with a name that is an address',
      RolieFeed,
      feed,
      '"csaf-feed-tlp-white"',
      '"tag:a.example,2026:f"',
    ],
    ['an entry without its document', RolieFeed, feed, '"rel": "self"', '"rel": "related"'],
    ['an entry of another version', RolieFeed, feed, '"version": "2.0"', '"version": "1.2"'],
    ['a day without a time', RolieFeed, feed, /T00:00:00Z/, ''],
    ['a role that is none', ProviderMetadata, metadata, /"role": "[^"]*"/, '"role": "vendor"'],
    ['metadata at another address', ProviderMetadata, metadata, 'provider-metadata.json', 'provider.json'],
    ['metadata without a publisher', ProviderMetadata, metadata, '"publisher"', '"author"'],
  ] as const)
    test(`${what} is noticed`, () => {
      const broken = valid.replace(pattern, replacement);
      assert.notEqual(broken, valid);
      assert.equal(schema.safeParse(JSON.parse(valid)).success, true);
      assert.equal(schema.safeParse(JSON.parse(broken)).success, false);
    });
}
