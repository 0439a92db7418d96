import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { localeFor } from '../../../src/model/negotiation.ts';
import { acceptedLanguage, otherThan } from '../../../src/publish/hosts/accepted-language.ts';
import { worstWishes } from '../../support/worst-wishes.ts';

const servers = (header: string) =>
  acceptedLanguage.find(([expression]) => new RegExp(expression, 'i').test(header))?.[1];

describe('a server takes from Accept-Language', () => {
  for (const [header, locale] of [
    ['nb', 'nb-NO'],
    ['no-NO,no;q=0.9,en;q=0.8', 'nb-NO'],
    ['nn-NO, nb;q=0.9', 'nb-NO'],
    ['en-GB,en;q=0.9,de-AT;q=0.8,it;q=0.7', 'de-DE'],
    ['IT-it', 'it'],
    ['fr, *;q=0.5, pt-PT;q=0.3', 'pt-BR'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-Hant-HK', 'zh-CN'],
    ['zh-TW, it;q=0.5', 'it'],
    ['zh-Hans-SG', 'zh-CN'],
    ['it, de', 'it'],
    ['pt,it;q=0.8', 'pt-BR'],
    ['it;q=0, de', 'de-DE'],
    ['it;q=0.0,de;q=0.5', 'de-DE'],
    ['it;q=0.001,de;q=0', 'it'],
    ['en;q=1.0,it;q=1.000', 'it'],
    [',,it', 'it'],
    ['en, ,de', 'de-DE'],
    ['de ; q=0 , it', 'it'],
    ['en_US, it', 'it'],
    ['zh-TW;q=0, zh-Hant-HK;q=0.5', 'zh-CN'],
    ['zh-tw ; q=0 , '.repeat(3), undefined],
    ['*;q=0.1,nb', 'nb-NO'],
    ['it;q=0', undefined],
    ['deu, nob', undefined],
    ['en-US,en;q=0.5', undefined],
    ['*', undefined],
    ['', undefined],
  ] as const)
    test(`“${header}”: ${locale ?? 'nothing'}`, () => assert.equal(servers(header), locale));

  test('what a browser’s script would take', () => {
    const tag = fc.constantFrom(
      ...['de', 'de-AT', 'it-CH', 'nb-NO', 'nn', 'no', 'pt-PT', 'pt', 'zh', 'zh-CN', 'zh-Hans-CN', 'zh-TW'],
      ...[
        'zh-Hant-HK',
        'en',
        'en-GB',
        'fr-CA',
        'da',
        'sv-SE',
        'ja',
        'nl',
        'nds',
        'dsb',
        'ita',
        'por',
        'z',
        'd',
      ],
    );
    fc.assert(
      fc.property(fc.uniqueArray(tag, { maxLength: 6 }), (tags) => {
        const header = tags
          .map((one, at) => (at === 0 ? one : `${one};q=0.${Math.max(1, 9 - at)}`))
          .join(',');
        assert.equal(servers(header), localeFor(tags), header);
      }),
    );
  });
});

describe('whatever the header is, it is read in time in proportion to its length:', () => {
  for (const [what, header] of Object.entries(worstWishes))
    test(what, { timeout: 2_000 }, () => assert.equal(servers(header), undefined));
});

test('what is other than some words can be told without looking ahead', () => {
  const other = new RegExp(`^${otherThan(['de', 'da', 'i'])}$`);
  for (const word of ['d', 'df', 'dea', 'in', 'x', 'e2']) assert.match(word, other);
  for (const word of ['de', 'da', 'i', '']) assert.doesNotMatch(word, other);
});
