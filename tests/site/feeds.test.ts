import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { localeFacts, locales } from '../../src/model/locales.ts';
import { builtSite, readSite, type Site } from '../support/built-site.ts';

const sites: Readonly<Record<string, () => Site>> = {
  'the own content': () => readSite('dist'),
  'the test content under a base path': () => builtSite({ ADVISORIES: 'tests/content', BASE_PATH: 'docs' }),
  ...(existsSync('../shared/archive-sample')
    ? { 'the sample of the archive': () => builtSite({ ADVISORIES: '../shared/archive-sample' }) }
    : {}),
};

interface Link {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
  readonly hreflang?: string;
}
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: readonly Link[];
  readonly content: { readonly type: string; readonly base: string };
}
interface Feed extends Omit<Entry, 'content'> {
  readonly lang: string;
  readonly author: { readonly name: string };
  readonly entry?: readonly Entry[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: { enabled: true, maxTotalExpansions: 10_000_000, maxExpandedLength: 50_000_000 },
  isArray: (name) => name === 'link' || name === 'entry',
});

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** RFC 4287, the rules that a schema for it would hold. */
for (const [name, make] of Object.entries(sites)) {
  describe(`the feeds of ${name}`, () => {
    const site = make();
    for (const locale of locales) {
      for (const file of ['feed.xml', 'revisions.xml']) {
        const path = `${localeFacts[locale].path}/${file}`;
        test(path, () => {
          const xml = site.get(path)?.toString('utf8') ?? '';
          assert.equal(XMLValidator.validate(xml), true);
          assert.match(
            xml,
            /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
          );
          const { feed } = parser.parse(xml) as { feed: Feed };
          const entries = feed.entry ?? [];
          assert.equal(feed.lang, locale);
          assert.ok(feed.author.name !== '' && feed.title !== '');
          for (const { id, updated, link } of [feed, ...entries]) {
            assert.match(id, /^tag:[^,]+,2026:/, '4.2.6');
            assert.match(updated, dateTime, '3.3');
            for (const { href } of link) assert.ok(URL.canParse(href), '4.2.7.1');
          }
          assert.equal(
            new Set(entries.map(({ id }) => id)).size,
            entries.length,
            '4.1.2: an id is there once',
          );
          for (const { link } of entries) {
            const pages = link
              .filter(({ rel }) => rel === 'alternate')
              .map(({ type, hreflang }) => `${type} ${hreflang}`);
            assert.equal(new Set(pages).size, pages.length, '4.1.2: one alternate of a type and language');
          }
          const self = feed.link.filter(({ rel }) => rel === 'self');
          assert.deepEqual(
            self.map(({ href }) => href.split('/').slice(-2).join('/')),
            [path],
            '4.1.1',
          );
          for (const { content } of entries) assert.equal(content.type, 'html', '4.1.3.1');
          assert.deepEqual(
            entries.map(({ updated }) => updated).filter((updated) => updated > feed.updated),
            [],
            'a feed is as new as its newest entry',
          );
          // What the feeds link to is there.
          const base = name.includes('base path') ? '/docs/' : '/';
          for (const { link } of entries)
            for (const { href } of link) {
              const { pathname } = new URL(href);
              assert.ok(site.has(`${pathname.slice(base.length)}index.html`), href);
            }
        });
      }
    }
    test('are named by every page of their language', () => {
      for (const [path, bytes] of site) {
        const locale = locales.find((one) => path.startsWith(`${localeFacts[one].path}/`));
        if (locale === undefined || !path.endsWith('.html')) continue;
        for (const file of ['feed.xml', 'revisions.xml'])
          assert.ok(bytes.includes(`${localeFacts[locale].path}/${file}"`), `${path}: ${file}`);
      }
    });
  });
}
