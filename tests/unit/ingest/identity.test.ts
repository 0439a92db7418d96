import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { identityOf } from '../../../src/ingest/front-matter/identity.ts';

const url = (locale: string, id: string) =>
  `https://technet.microsoft.com/${locale}/library/${id}(v=Security.10)`;
const of = (path: string, fields: Record<string, string> = {}) =>
  identityOf(path, { fields, lines: new Map() });

describe('the id of a file', () => {
  for (const [rule, path, fields, id] of [
    ['is its field `id`', 'it/1234567.md', { id: 'A-1', 'ms:assetid': '7654321' }, 'a-1'],
    [
      'else `ms:assetid`',
      'it/1234567.md',
      { 'ms:assetid': '927709R', 'ms:mtpsurl': url('it-IT', '111111') },
      '927709r',
    ],
    ['else the one in its address', 'it/1234567.md', { 'ms:mtpsurl': url('it-IT', '927709r') }, '927709r'],
    [
      'in the other form of the address too',
      'it/x.md',
      { 'ms:mtpsurl': 'https://technet.microsoft.com/it-IT/library/security/954474.aspx' },
      '954474',
    ],
    ['passing over what cannot be an address', 'it/954474.md', { 'ms:assetid': 'Security (2008)' }, '954474'],
    ['but not its own field', 'it/954474.md', { id: '../954474' }, undefined],
    ['else its folder, where it is named by its locale', 'adv-1/it.md', {}, 'adv-1'],
    ['else its name, where that is a number', 'it/2008/954474.md', {}, '954474'],
    ['with a letter', 'it/927709R.md', {}, '927709r'],
    ['but no other name', 'it/000_468af0.txt', {}, undefined],
    ['nor a number of another length', 'it/12345.md', {}, undefined],
  ] as const) {
    test(rule, () => assert.equal(of(path, fields).id, id));
  }
});

describe('the locale of a file', () => {
  for (const [rule, path, fields, locale] of [
    ['is its name', 'de-DE/it.md', { locale: 'zh-CN' }, 'it'],
    ['else the nearest folder that is one', 'de-DE/nb-no/2008/1.md', { locale: 'zh-CN' }, 'nb-NO'],
    ['else its field', '2008/1.md', { locale: 'it-IT', 'ms:mtpsurl': url('zh-CN', '1') }, 'it'],
    ['else its address', '2008/1.md', { 'ms:mtpsurl': url('PT-br', '1') }, 'pt-BR'],
    ['a folder that is named by the language alone', 'archiv/nb/1.md', {}, 'nb-NO'],
    ['but no folder that only resembles one', 'deutsch/de-AT/1.md', {}, undefined],
  ] as const) {
    test(rule, () => assert.equal(of(path, fields).locale, locale));
  }
});

describe('places that disagree are told', () => {
  for (const [rule, path, fields, rules] of [
    ['about the id', 'it/954474.md', { id: '954475' }, ['id-disagreement']],
    [
      'about the locale',
      'de-DE/954474.md',
      { 'ms:mtpsurl': url('en-us', '954474') },
      ['locale-disagreement'],
    ],
    [
      'but not about letter case or the two tags of Italian',
      'it/927709r.md',
      { 'ms:mtpsurl': url('it-IT', '927709R') },
      [],
    ],
  ] as const) {
    test(rule, () =>
      assert.deepEqual(
        of(path, fields).findings.map((finding) => finding.rule),
        rules,
      ),
    );
  }
});
