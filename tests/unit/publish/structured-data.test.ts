import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import type { CalendarDate } from '../../../src/model/calendar-date.ts';
import { structuredData } from '../../../src/publish/structured-data.ts';
import { edition } from '../../support/editions.ts';

const german = edition({ published: '2008-06-13' as CalendarDate, updated: '2008-06-17' as CalendarDate });
const [advisory] = advisoriesOf([german, edition({ locale: 'it', language: 'en' })]);
assert.ok(advisory);
const page = (locale: string) => `https://a.example/${locale}/123456/`;
const dataOf = (locale: 'de-DE' | 'it') => {
  const shown = advisory.editions.get(locale);
  assert.ok(shown);
  return structuredData(advisory, shown, page, 'Beispiel AG') as Record<string, unknown>;
};

describe('the data of an edition', () => {
  test('has its days and its number', () => {
    const { identifier, datePublished, dateModified } = dataOf('de-DE');
    assert.deepEqual([identifier, datePublished, dateModified], ['123456', '2008-06-13', '2008-06-17']);
  });
  test('has no day that is not known', () => assert.ok(!('datePublished' in dataOf('it'))));
  test('names the language that the text is really in, and its translations', () => {
    const { inLanguage, workTranslation } = dataOf('it');
    assert.equal(inLanguage, 'en');
    assert.deepEqual(workTranslation, [
      { '@type': 'TechArticle', '@id': 'https://a.example/de-DE/123456/', inLanguage: 'de-DE' },
    ]);
  });
});
