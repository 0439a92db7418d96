import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advisoryIdOf } from '../../../src/model/advisory-id.ts';
import { localeFacts, localeOfTag, locales } from '../../../src/model/locales.ts';

describe('an advisory id', () => {
  for (const [written, id] of [
    ['954474', '954474'],
    ['927709R', '927709r'],
    ['ADV-2026-0007', 'adv-2026-0007'],
    ['../../etc/passwd', undefined],
    ['a/b', 'a-b'],
    ['a//b', undefined],
    ['a/../b', undefined],
    ['/a', undefined],
    ['a b', 'a-b'],
    ['a  b', undefined],
    ['RHSA-2026:0123', 'rhsa-2026-0123'],
    ['FreeBSD-SA-26:01.kernel', 'freebsd-sa-26-01-kernel'],
    ['JVN#12345678', 'jvn-12345678'],
    ['https://a.example/1', undefined],
    ['a\\b', undefined],
    ['de/de', undefined],
    ['a--b', 'a--b'],
    ['-954474', undefined],
    ['954474-', undefined],
    ['', undefined],
    ['９５４４７４', undefined],
    ['ADV-\u212A', undefined],
    ['con', undefined],
    ['COM9', undefined],
    ['lpt0', undefined],
    ['a'.repeat(81), undefined],
    ['de-de', undefined],
    ['it', undefined],
    ['404', undefined],
    ['search', undefined],
  ] as const) {
    test(`\`${written.slice(0, 20)}\` is ${id ?? 'none'}`, () => assert.equal(advisoryIdOf(written), id));
  }
});

describe('a locale tag', () => {
  for (const [tag, locale] of [
    ['it', 'it'],
    ['it-IT', 'it'],
    ['IT-it', 'it'],
    ['pt-br', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['de', 'de-DE'],
    ['nb', 'nb-NO'],
    ['no', 'nb-NO'],
    ['no-NO', 'nb-NO'],
    ['pt_BR', 'pt-BR'],
    ['zh', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['ZH_hans_cn', 'zh-CN'],
    ['de-Latn', 'de-DE'],
    ['pt-PT', undefined],
    ['zh-TW', undefined],
    ['zh-Hant', undefined],
    ['de-AT', undefined],
    ['nn', undefined],
    ['en', undefined],
    ['de-DE-1996', undefined],
    ['', undefined],
    ['2008', undefined],
    ['en-US', undefined],
    ['constructor', undefined],
  ] as const) {
    test(`\`${tag}\` names ${locale ?? 'none of ours'}`, () => assert.equal(localeOfTag(tag), locale));
  }

  test('every locale falls back to all the others', () => {
    for (const locale of locales) {
      assert.deepEqual([...localeFacts[locale].fallbacks, locale].sort(), [...locales].sort());
    }
  });
});
