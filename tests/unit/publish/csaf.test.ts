import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { type CsafSetting, csafDocument, csafPlace } from '../../../src/publish/csaf.ts';
import { changesCsv, providerMetadata } from '../../../src/publish/csaf-directory.ts';
import { edition, entry, history } from '../../support/editions.ts';

const setting: CsafSetting = {
  publisher: { name: 'Beispiel AG', namespace: 'https://a.example' },
  page: ({ locale, id }) => `https://a.example/${locale}/${id}/`,
  ticket: ({ id }) => `https://a.example/${id}/`,
  document: (path) => `https://a.example/csaf/${path}`,
  textOf: ({ outline }) => ({ lead: 'Vorab', parts: outline.map(({ id }) => `${id}!`) }),
  namesVulnerability: () => false,
  revisionsTitle: 'Revisionen',
  nameOf: ({ ordinal }) => `Revision ${ordinal}`,
};

function documentOf(changes: Partial<Edition>, others: Partial<Edition>[] = [], names = false) {
  const editions = [changes, ...others].map((one) => edition(one));
  const [advisory] = advisoriesOf(editions);
  const own = advisory?.editions.get(editions[0]?.locale ?? 'it');
  assert.ok(advisory && own);
  return csafDocument(advisory, own, { ...setting, namesVulnerability: () => names });
}
const cve = (id: string) => ({ kind: 'cve' as const, id });

describe('the kind of a CSAF document', () => {
  for (const [rule, changes, names, category] of [
    ['without a vulnerability it informs', {}, false, 'csaf_informational_advisory'],
    ['a text that names one may be about it', {}, true, 'csaf_base'],
    [
      'one vulnerability of named products is an advisory',
      { references: [cve('CVE-2014-3566')], affected: ['Windows 7'] },
      true,
      'csaf_security_advisory',
    ],
    ['without products nothing is said of them', { references: [cve('CVE-2014-3566')] }, true, 'csaf_base'],
    [
      'with several it is not said which product has which',
      { references: [cve('CVE-2014-3566'), cve('CVE-2014-3567')], affected: ['Windows 7'] },
      true,
      'csaf_base',
    ],
  ] as const)
    test(rule, () =>
      assert.equal(documentOf(changes as Partial<Edition>, [], names)?.document.category, category),
    );
});

describe('a CSAF document', () => {
  test('is that of one language, and refers to the others', () => {
    const { document } = documentOf({}, [{ locale: 'it' }]) ?? {};
    assert.equal(document?.tracking.id, '123456-de-DE');
    assert.equal(document.lang, 'de-DE');
    const urls = document.references.map(({ url }) => url);
    assert.ok(urls.includes('https://a.example/csaf/2008/123456-it.json'));
  });
  test('stays as it is where another language is reworded', () => {
    const [before, after] = ['Uno', 'Due'].map((title) => documentOf({}, [{ locale: 'it', title }]));
    assert.deepEqual(before, after);
  });
  test('refers to the page of a language without a document', () => {
    const { document } = documentOf({}, [{ locale: 'it', revisions: [] }]) ?? {};
    assert.ok(document?.references.some(({ url }) => url === 'https://a.example/it/123456/'));
  });
  test('counts its revisions, whatever the publisher calls them', () => {
    const revisions = history('1.0 2008-06-13', '1.0 2008-06-17');
    const { tracking } = documentOf({ revisions })?.document ?? {};
    assert.deepEqual(
      tracking?.revision_history.map(({ number, legacy_version }) => [number, legacy_version]),
      [
        ['1', '1.0'],
        ['2', '1.0'],
      ],
    );
    assert.equal(tracking?.version, '2');
    assert.equal(tracking?.current_release_date, '2008-06-17T00:00:00Z');
  });
  test('has a note for each section of the first rank, with what is inside it', () => {
    const outline = [
      { ...entry('2 overview'), role: 'overview' as const },
      { ...entry('2 faq'), role: 'faq' as const },
      entry('3 faq-1?'),
    ];
    const { notes } = documentOf({ outline })?.document ?? {};
    assert.deepEqual(
      notes?.slice(1).map(({ category, text }) => [category, text]),
      [
        ['general', 'Vorab'],
        ['summary', 'overview!'],
        ['faq', 'faq!\n\nfaq-1\n\nfaq-1!'],
      ],
    );
  });
  test('a candidate has the number that it has now', () => {
    const vulnerabilities = documentOf({ references: [cve('CAN-2004-0200')] })?.vulnerabilities;
    assert.deepEqual(vulnerabilities, [{ cve: 'CVE-2004-0200' }]);
  });
  test('has addresses as a URI spells them (RFC 3986)', () => {
    const url = 'http://a.example/a|b[1]^%zz/c d?q={x}&p=%20';
    const references = documentOf({ references: [{ kind: 'web', url }] })?.document.references;
    assert.equal(references?.at(-1)?.url, 'http://a.example/a%7Cb%5B1%5D%5E%25zz/c%20d?q=%7Bx%7D&p=%20');
    const twice = documentOf({ references: [{ kind: 'web', url: 'http://a.example/a#b#c' }] })?.document;
    assert.equal(twice?.references.at(-1)?.url, 'http://a.example/a#b%23c');
    const nobody = documentOf({ references: [{ kind: 'web', url: 'http://{a}.example/' }] })?.document;
    assert.equal(nobody?.references.at(-1)?.url, 'https://a.example/123456/');
    const local = documentOf({ references: [{ kind: 'web', url: 'http://[::1]/a' }] })?.document.references;
    assert.equal(local?.at(-1)?.url, 'http://[::1]/a');
  });
  test('is not there where the history is broken', () =>
    assert.equal(documentOf({ revisions: history('2008-06-13', '2008-06-01') }), undefined));
  test('has the file name that the standard makes of its id', () =>
    assert.equal(
      csafPlace(edition({ shownId: '927709R', locale: 'pt-BR' }))?.path,
      '2008/927709r-pt-br.json',
    ));
});

describe('the directory of CSAF documents', () => {
  const places = [
    edition(),
    edition({ locale: 'it', revisions: history('2008-06-13', '2009-01-02') }),
  ].flatMap((one) => csafPlace(one) ?? []);
  test('tells changes with the newest first', () =>
    assert.equal(
      changesCsv(places),
      '"2008/123456-it.json","2009-01-02T00:00:00Z"\r\n"2008/123456-de-de.json","2008-06-13T00:00:00Z"\r\n',
    ));
  test('claims the role of a provider only where it can be one', () => {
    const directory = {
      publisher: setting.publisher,
      folder: 'https://a.example/csaf/',
      feed: 'https://a.example/csaf/feed-tlp-white.json',
      metadata: 'https://a.example/.well-known/csaf/provider-metadata.json',
      document: setting.document,
    };
    assert.match(JSON.stringify(providerMetadata(places, directory, true)), /"role":"csaf_provider"/);
    assert.match(JSON.stringify(providerMetadata(places, directory, false)), /"role":"csaf_publisher"/);
    const signed = {
      ...directory,
      key: { fingerprint: 'AB12'.repeat(10), url: 'https://a.example/key.asc' },
    };
    assert.match(JSON.stringify(providerMetadata(places, signed, true)), /"role":"csaf_trusted_provider"/);
  });
});
