import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AdvisoryId } from '../../../src/model/advisory-id.ts';
import type { Source } from '../../../src/model/edition.ts';
import { locales } from '../../../src/model/locales.ts';
import { formerPath, type Moved, oldAddresses, placeOfOldPath } from '../../../src/model/old-addresses.ts';

const archived = (url: string): { id: AdvisoryId; source: Source } => ({
  id: '954474' as AdvisoryId,
  source: { url, relation: 'archived' },
});

describe('the former path of an archived edition', () => {
  for (const [rule, url, path] of [
    [
      'is that of its address',
      'https://a.example/it-IT/library/954474(v=Security.10)',
      'it-IT/library/954474(v=Security.10)',
    ],
    [
      'is written without escapes',
      'https://a.example/it-IT/library/954474%28v=Security.10%29',
      'it-IT/library/954474(v=Security.10)',
    ],
    ['has no slash at its end', 'https://a.example/it-IT/library/954474/', 'it-IT/library/954474'],
    ['is none where it is the root', 'https://a.example/', undefined],
    ['is none where it could be a page of ours', 'https://a.example/954474', undefined],
    [
      'may be of a form that is not known',
      'https://a.example/it-IT/library/ms08-1/notes',
      'it-IT/library/ms08-1/notes',
    ],
    [
      'is none where it names another advisory',
      'https://a.example/de-DE/library/123456(v=Security.10)',
      undefined,
    ],
    [
      'is none where it would stand in the way of a compressed file',
      'https://a.example/library/x/y/index.html.gz',
      undefined,
    ],
    ['is none where it is that of another page', 'https://a.example/it/954474', undefined],
    ['is none below a page', 'https://a.example/de-de/954474/library/x', undefined],
    ['is none where it is a file of ours', 'https://a.example/csaf/2008/x', undefined],
    ['is none where it would stand in the way', 'https://a.example/library/954474/index.html', undefined],
    ['is none where it is too long', `https://a.example/library/${'9'.repeat(250)}`, undefined],
    ['is none where it is hidden', 'https://a.example/library/.htaccess', undefined],
    ['is none where it holds what no file name should', 'https://a.example/it/%2e%2e%2f%2e%2e/x', undefined],
    ['is none where it holds a line end', 'https://a.example/it/a%0ab', undefined],
  ] as const)
    test(rule, () => assert.equal(formerPath(archived(url)), path));
  test('is none where the text only retells another', () =>
    assert.equal(
      formerPath({ ...archived(''), source: { url: 'https://a.example/library/x', relation: 'restated' } }),
      undefined,
    ));
});

describe('an old path', () => {
  for (const [path, place] of [
    ['it-IT/library/954474(v=Security.10)', 'it 954474'],
    ['IT-it/LIBRARY/954474(V=security.10)', 'it 954474'],
    ['zh-cn/library/security/927709R.aspx', 'zh-CN 927709r'],
    ['nb-NO/security/advisory/954474.mspx', 'nb-NO 954474'],
    ['security/advisory/954474', 'undefined 954474'],
    ['en-us/library/954474', 'undefined 954474'],
    ['it/954474', undefined],
    ['it-IT/library/954474/more', undefined],
  ] as const)
    test(`${path} leads to ${place}`, () => {
      const found = placeOfOldPath(path);
      assert.equal(found && `${found.locale} ${found.id}`, place);
    });
});

describe('the table of old addresses', () => {
  const one = (id: string, formerPaths: Moved['editions'][number][] = []): Moved => ({
    id: id as AdvisoryId,
    editions: formerPaths,
  });
  test('has every form with every language and without', () => {
    const paths = oldAddresses([one('954474')]).map(({ path }) => path);
    assert.equal(paths.length, 6 * (locales.length + 1));
    assert.ok(paths.includes('it-IT/library/954474(v=Security.10)'));
    assert.ok(paths.includes('security/advisory/954474.mspx'));
  });
  test('has nothing of an advisory that came later', () =>
    assert.deepEqual(oldAddresses([one('adv-2026-0007')]), []));
  test('begins with what was really published', () => {
    const [first] = oldAddresses([
      one('123456'),
      one('954474', [{ locale: 'it', formerPath: 'it-IT/articles/954474' }]),
    ]);
    assert.deepEqual(first, { path: 'it-IT/articles/954474', locale: 'it', id: '954474' });
  });
  test('has a path once, and names no language where the path names none of ours', () => {
    const table = oldAddresses([
      one('954474', [
        { locale: 'de-DE', formerPath: 'en-us/library/954474' },
        { locale: 'it', formerPath: 'en-us/library/954474' },
      ]),
    ]);
    const found = table.filter(({ path }) => path === 'en-us/library/954474');
    assert.deepEqual(found, [{ path: 'en-us/library/954474', locale: undefined, id: '954474' }]);
  });
});
