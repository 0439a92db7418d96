import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { identifierOf, identifiersIn, shownArticle } from '../../../src/model/identifier.ts';

describe('an identifier by itself', () => {
  for (const [text, kind, id] of [
    ['CVE-2007-0671', 'cve', 'CVE-2007-0671'],
    ['can-2004-0597', 'cve', 'CVE-2004-0597'],
    ['CVE 2026-1234567', 'cve', 'CVE-2026-1234567'],
    ['CVE-2007-067', undefined, undefined],
    ['MS07-015', 'bulletin', 'MS07-015'],
    ['ms07-15', undefined, undefined],
    ['954474', 'article', '954474'],
    ['KB 954474', 'article', '954474'],
    ['kb-95447', 'article', '95447'],
    ['9544', undefined, undefined],
    ['954474 und', undefined, undefined],
    ['', undefined, undefined],
  ] as const)
    test(`\`${text}\` is ${id ?? 'not one'}`, () =>
      assert.deepEqual(identifierOf(text), id === undefined ? undefined : { kind, id }));
});

describe('identifiers in a text', () => {
  for (const [kind, text, ids] of [
    [
      'cve',
      'Siehe CVE-2007-0671 und (CAN-2004-0597), nicht ACVE-2007-0671',
      ['CVE-2007-0671', 'CVE-2004-0597'],
    ],
    ['bulletin', 'MS07-015, ms08-067; nicht MS07-0155', ['MS07-015', 'MS08-067']],
    ['article', 'Artikel 954474, KB958644 und KB 958687', ['954474', '958644', '958687']],
    ['article', 'nicht 1.954474, 954474-1, #954474, 954474 年 oder 12345', []],
  ] as const)
    test(`${kind}: ${text}`, () =>
      assert.deepEqual(
        identifiersIn(text, kind).map(({ id }) => id),
        ids,
      ));
  test('each with how it is written, and where', () => {
    const [one] = identifiersIn('Siehe KB 954474.', 'article');
    assert.deepEqual(one, { kind: 'article', id: '954474', written: 'KB 954474', index: 6 });
  });
});

test('an article is shown with its prefix, once', () =>
  assert.deepEqual(['954474', 'KB954474', 'kb 954474'].map(shownArticle), Array(3).fill('KB954474')));
