import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { localeFor } from '../../../src/model/negotiation.ts';

describe('the locale that serves a reader', () => {
  for (const [wishes, locale] of [
    [['de-AT'], 'de-DE'],
    [['pt'], 'pt-BR'],
    [['pt-PT'], 'pt-BR'],
    [['nn'], 'nb-NO'],
    [['no'], 'nb-NO'],
    [['nb'], 'nb-NO'],
    [['it-CH', 'de-CH'], 'it'],
    [['en-US', 'de'], 'de-DE'],
    [['zh-Hans-SG'], 'zh-CN'],
    [['zh-TW'], 'zh-CN'],
    [['zh-TW', 'en', 'de'], 'de-DE'],
    [['zh-Hant-HK', 'zh'], 'zh-CN'],
    [['en', 'fr'], undefined],
    [['nbx'], undefined],
    [[], undefined],
  ] as const) {
    test(`for ${wishes.join(', ') || 'no wish'} is ${locale ?? 'none'}`, () =>
      assert.equal(localeFor(wishes), locale));
  }
});
