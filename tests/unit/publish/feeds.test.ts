import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import type { AdvisoryId } from '../../../src/model/advisory-id.ts';
import type { CalendarDate } from '../../../src/model/calendar-date.ts';
import { atom } from '../../../src/publish/atom.ts';
import {
  advisoryEntries,
  type FeedSetting,
  fedAdvisories,
  feedParts,
  partLinks,
  revisionEntries,
  tagOf,
} from '../../../src/publish/feeds.ts';
import { edition, entry, history } from '../../support/editions.ts';

const setting: FeedSetting = {
  image: (name) => `https://a.example/assets/${name}`,
  known: new Set(),
  locale: 'de-DE',
  page: (locale, { id }, section) => `https://a.example/${locale}/${id}/${section ? `#${section}` : ''}`,
  textOf: () => ({
    lead: '<p>A & B</p>',
    parts: ['<p><a data-advisory="1" href="https://b.example/">C</a> <img data-image="a.png" alt="D"></p>'],
  }),
  revisionsTitle: 'Revisionen',
  nameOf: ({ version }) => `Version ${version}`,
};
const origin = 'https://a.example/';
const day = (text: string) => text as CalendarDate;
const base = {
  published: day('2008-06-13'),
  outline: [entry('2 overview')],
  revisions: history('1.0 2008-06-13', '2.0 2008-06-17'),
};
const feedOf = (...editions: Parameters<typeof advisoriesOf>[0]) => ({
  advisories: advisoryEntries(advisoriesOf(editions), origin, setting),
  revisions: revisionEntries(advisoriesOf(editions), origin, setting),
});

describe('an advisory in a feed', () => {
  const [first] = feedOf(edition(base)).advisories;
  test('is as new as its newest revision', () => assert.equal(first?.updated, '2008-06-17'));
  test('stays as it is where only words change', () => {
    const [again] = feedOf(edition({ ...base, title: 'Anders', updated: day('2020-01-01') })).advisories;
    assert.deepEqual([again?.id, again?.updated], [first?.id, first?.updated]);
  });
  test('is new where a revision is added, under the same id', () => {
    const [again] = feedOf(
      edition({ ...base, revisions: history('1.0 2008-06-13', '2.0 2008-06-17', '3.0 2009-01-01') }),
    ).advisories;
    assert.deepEqual([again?.id, again?.updated], [first?.id, '2009-01-01']);
  });
  test('has the whole text, and links that lead out of it', () => {
    assert.match(
      first?.content.html ?? '',
      /<p>A & B<\/p>\n<h2 id="overview">overview<\/h2><p><a href="https:\/\/b\.example\/">C<\/a>/,
    );
    assert.match(first?.content.html ?? '', /<ol reversed><li>Version 2\.0: Note 2<\/li><li>Version 1\.0/);
  });
  test('links to its other languages', () => {
    const [one] = feedOf(edition(base), edition({ ...base, locale: 'it' })).advisories;
    assert.deepEqual(
      one?.links.map(({ hreflang, href }) => `${hreflang} ${href}`),
      ['de-DE https://a.example/de-DE/123456/', 'it https://a.example/it/123456/'],
    );
  });
  test('is only in the feeds of languages that have it', () =>
    assert.deepEqual(feedOf(edition({ ...base, locale: 'it' })).advisories, []));
  test('says which language it is really in', () =>
    assert.equal(feedOf(edition({ ...base, language: 'en' })).advisories[0]?.language, 'en'));
});

describe('a revision in a feed', () => {
  test('is an entry of its own, the newest first, at its own address', () => {
    const { revisions } = feedOf(edition(base));
    assert.deepEqual(
      revisions.map(({ updated, links }) => `${updated} ${links[0]?.href}`),
      [
        '2008-06-17 https://a.example/de-DE/123456/#revision-2',
        '2008-06-13 https://a.example/de-DE/123456/#revision-1',
      ],
    );
    assert.equal(new Set(revisions.map(({ id }) => id)).size, 2);
  });
  test('without a day has that of the one before it', () =>
    assert.deepEqual(
      feedOf(edition({ ...base, revisions: history('1.0 2008-06-13', '2.0') })).revisions.map(
        ({ updated }) => updated,
      ),
      ['2008-06-13', '2008-06-13'],
    ));
});

test('a feed is escaped, and holds no character that XML cannot', () => {
  const document = atom({
    id: 'tag:a.example,2026:x',
    title: 'A < B & "C"',
    subtitle: '\u0007]]>',
    language: 'de-DE',
    author: 'Concord',
    links: [{ rel: 'self', type: 'application/atom+xml', href: 'https://a.example/?a=1&b=2' }],
    entries: [],
  });
  assert.ok(document.includes('<title>A &lt; B &amp; &quot;C&quot;</title>'));
  assert.ok(document.includes('<subtitle>]]&gt;</subtitle>'));
  assert.ok(document.includes('href="https://a.example/?a=1&amp;b=2"'));
});

describe('the name of a feed and of its entries', () => {
  test('has no port, which no tag may have (RFC 4151, 2.1), and has the path of the site', () =>
    assert.equal(tagOf('http://localhost:4321/docs/', 'feed/it'), 'tag:localhost,2026:docs/feed/it'));
  test('is never that of the feed, whatever an advisory is called', () => {
    const [entry] = feedOf(edition({ ...base, id: 'advisories' as AdvisoryId })).advisories;
    assert.notEqual(entry?.id, tagOf(origin, 'feed/de-DE/advisories'));
  });
});

describe('a long feed', () => {
  test('has parts, and all of it is in one of them', () =>
    assert.deepEqual(feedParts([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]));
  test('that is empty has one part', () => assert.deepEqual(feedParts([]), [[]]));
  for (const [part, links] of [
    [1, 'first 1, next 2, last 3'],
    [2, 'first 1, previous 1, next 3, last 3'],
    [3, 'first 1, previous 2, last 3'],
  ] as const)
    test(`names the others in part ${part} (RFC 5005, 3)`, () =>
      assert.equal(
        partLinks(part, 3, String)
          .map(({ rel, href }) => `${rel} ${href}`)
          .join(', '),
        links,
      ));
  test('of one part names none', () => assert.deepEqual(partLinks(1, 1, String), []));
  test('has what an entry is made of, and no more', () => {
    const undated = edition({ ...base, published: undefined, revisions: [] });
    assert.equal(fedAdvisories(advisoriesOf([edition(base)]), 'de-DE').length, 1);
    assert.equal(fedAdvisories(advisoriesOf([undated]), 'de-DE').length, 0);
  });
});
