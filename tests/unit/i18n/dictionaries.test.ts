import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { descriptions, type Message, type MessageKey } from '../../../src/i18n/dictionary.ts';
import { dictionaries, languageName, longDate, translateInto } from '../../../src/i18n/translate.ts';
import type { CalendarDate } from '../../../src/model/calendar-date.ts';
import { locales } from '../../../src/model/locales.ts';

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\w+\}/g)].map(([name]) => name))].sort();
const keys = Object.keys(descriptions) as MessageKey[];

for (const locale of locales) {
  describe(`the texts in ${locale}`, () => {
    test('have the same values as the others', () => {
      for (const key of keys) {
        const all = formsOf(dictionaries[locale][key]).flatMap(placeholders).sort();
        const reference = formsOf(dictionaries['zh-CN'][key]).flatMap(placeholders);
        assert.deepEqual([...new Set(all)], [...new Set(reference)].sort(), key);
      }
    });
    test('have every plural form that the language uses for whole numbers up to a thousand', () => {
      const rules = new Intl.PluralRules(locale);
      const used = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
      for (const key of keys) {
        const message = dictionaries[locale][key];
        if (typeof message === 'string') continue;
        for (const form of used) assert.ok(form in message, `${key} has no form “${form}”`);
      }
    });
    test('are set with the language’s own marks', () => {
      for (const text of keys.flatMap((key) => formsOf(dictionaries[locale][key]))) {
        assert.doesNotMatch(text, /["']|\.\.\.|^\s|\s$| {2}/, text);
        if (locale === 'zh-CN') assert.doesNotMatch(text, /[,;:!?]|\p{Script=Han} *\.$/u, text);
      }
    });
  });
}

test('every text is used', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|astro)$/.test(path) && !path.startsWith('i18n/'))
    .map((path) => readFileSync(`src/${path}`, 'utf8'))
    .concat(['translate', 'findings'].map((name) => readFileSync(`src/i18n/${name}.ts`, 'utf8')))
    .join('\n');
  for (const key of keys) assert.ok(sources.includes(`'${key}'`), `${key} is used nowhere`);
});

test('a text without a value that it needs is a fault', () =>
  assert.throws(() => translateInto('it')('missing.text'), /needs a value for \{language\}/));

describe('a day is written as the language writes it', () => {
  for (const [locale, first, other] of [
    ['de-DE', '1. Juli 2008', '13. Juni 2008'],
    ['it', '1º luglio 2008', '13 giugno 2008'],
    ['nb-NO', '1. juli 2008', '13. juni 2008'],
    ['pt-BR', '1º de julho de 2008', '13 de junho de 2008'],
    ['zh-CN', '2008年7月1日', '2008年6月13日'],
  ] as const) {
    test(locale, () => {
      assert.equal(longDate('2008-07-01' as CalendarDate, locale), first);
      assert.equal(longDate('2008-06-13' as CalendarDate, locale), other);
    });
  }
});

test('a language has its name in every other', () => {
  for (const locale of locales) {
    for (const other of [...locales, 'en', 'fr'])
      assert.doesNotMatch(languageName(other, locale), /^[a-z]{2}(?:-|$)/i);
  }
});
