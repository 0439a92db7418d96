import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Locale, localeFacts, locales } from '../../../src/model/locales.ts';
import { fileAt, type Site, textIn } from '../../support/built-site.ts';
import { told } from '../../support/faults.ts';

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

/**
 * What RFC 4287 forbids in a feed, each with its section: the rules that a schema for it would hold. Empty
 * where the feed is valid.
 */
export function atomFaults(xml: string, path: string, locale: Locale): string[] {
  if (XMLValidator.validate(xml) !== true) return ['is not well-formed'];
  if (
    !/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/.test(xml)
  )
    return ['2: is no Atom document'];
  const { feed } = parser.parse(xml) as { feed: Feed };
  const entries = feed.entry ?? [];
  const all = [feed, ...entries];
  const self = feed.link.filter(({ rel }) => rel === 'self').map(({ href }) => href);
  return told([
    ['2: has no language', feed.lang !== locale],
    ['4.1.1: has no author', !feed.author?.name],
    ['4.1.1: does not name itself', self.length !== 1 || !self[0]?.endsWith(path)],
    ['4.1.2: an entry is there twice', hasTwice(entries.map(({ id }) => id))],
    [
      '4.1.2: two alternates of one type and language',
      entries.some(({ link }) =>
        hasTwice(
          link.flatMap(({ rel, type, hreflang }) => (rel === 'alternate' ? `${type} ${hreflang}` : [])),
        ),
      ),
    ],
    ['4.1.3: content is no HTML', entries.some(({ content }) => content?.type !== 'html')],
    [
      '4.2.6: an id is no tag URI (RFC 4151)',
      all.some(({ id }) => !/^tag:[a-z0-9.-]+,2026:[^\s#]+$/.test(id)),
    ],
    ['4.2.6: an id is that of the feed', entries.some(({ id }) => id === feed.id)],
    ['4.2.14: no title', all.some(({ title }) => !title)],
    ['3.3: a date is none', all.some(({ updated }) => !dateTime.test(updated))],
    ['4.2.15: older than an entry', entries.some(({ updated }) => updated > feed.updated)],
    ['4.2.7: an address is none', all.some(({ link }) => link.some(({ href }) => !URL.canParse(href)))],
  ]);
}

const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;

export function feedsAreValid(site: Site, base: string): void {
  describe('feeds', () => {
    for (const locale of locales) {
      for (const file of ['feed.xml', 'revisions.xml']) {
        const path = `${localeFacts[locale].path}/${file}`;
        const xml = textIn(site, path);
        test(`${path} is valid`, () => assert.deepEqual(atomFaults(xml, path, locale), []));
        test(`${path} leads to pages that are there`, () => {
          const { feed } = parser.parse(xml) as { feed: Feed };
          for (const { link } of feed.entry ?? [])
            for (const { href } of link) {
              assert.ok(site.has(fileAt(href, base)), href);
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

/** A valid feed and one change. */
export function brokenFeedsAreNoticed(site: Site): void {
  const xml = textIn(site, 'it/feed.xml');
  for (const [what, pattern, replacement] of [
    ['an entry without its end', '</entry>', ''],
    ['a title with a bare ampersand', '<title>', '<title>R & D'],
    ['a date without a time', /<updated>(.{10})[^<]*/, '<updated>$1'],
    ['an entry that is there twice', /<entry[\s\S]*?<\/entry>/, '$&$&'],
    ['a feed without its own address', 'rel="self"', 'rel="related"'],
    ['a feed in another language', 'xml:lang="it"', 'xml:lang="de-DE"'],
    ['content without a type', '<content type="html"', '<content'],
  ] as const) {
    test(`${what} is noticed`, () =>
      assert.notDeepEqual(atomFaults(xml.replace(pattern, replacement), 'it/feed.xml', 'it'), []));
  }
}
