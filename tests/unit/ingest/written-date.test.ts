import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateAtStart } from '../../../src/ingest/words/written-date.ts';

describe('a date as it is written', () => {
  for (const [text, date] of [
    ['13. Juni 2008', '2008-06-13'],
    ['Freitag, 13. Juni 2008', '2008-06-13'],
    ['31 Oktober 2006', '2006-10-31'],
    ['13.\u00A0Juni\u00A02008', '2008-06-13'],
    ['18.05.16', '2016-05-18'],
    ['1. März 2011', '2011-03-01'],
    ['venerdì 13 giugno 2008', '2008-06-13'],
    ['1° maggio 2014', '2014-05-01'],
    ['14 ottobre, 2014', '2014-10-14'],
    ['08 novembre 2006', '2006-11-08'],
    ['13. juni 2008', '2008-06-13'],
    ['13\\. juni 2008', '2008-06-13'],
    ['9. desember 2014', '2014-12-09'],
    ['sexta-feira, 13 de junho de 2008', '2008-06-13'],
    ['1º de maio de 2014', '2014-05-01'],
    ['12 de dezembro 2017', '2017-12-12'],
    ['12.01.16', '2016-01-12'],
    ['12/1/2016', '2016-01-12'],
    ['2008年6月13日', '2008-06-13'],
    ['2008 年 6 月 13 日', '2008-06-13'],
    ['2015 年 4 月 14', '2015-04-14'],
    ['2015-3-10', '2015-03-10'],
    ['2015년 1월 22일', '2015-01-22'],
    ['vendredi 1er mai 2014', '2014-05-01'],
    ['Tuesday, March 13, 2007', '2007-03-13'],
    ['July 06, 2011', '2011-07-06'],
    ['15 set. 2010', '2010-09-15'],
  ] as const) {
    test(`\`${text}\` is ${date}`, () =>
      assert.deepEqual(dateAtStart(text, 'day first'), { date, length: text.length }));
  }

  for (const text of ['30. Februar 2008', '32. Juni 2008', '7 月 2417 日', '2008年13月1日', '45/45/2008']) {
    test(`\`${text}\` has the form of a date and is no day`, () =>
      assert.deepEqual(dateAtStart(text, 'day first'), { length: text.length }));
  }

  for (const text of [
    'Veröffentlichter Angreifercode',
    'Update 2718704 vom 3. Juni',
    'Im Juni 2008',
    '13',
    '',
    '954474',
  ]) {
    test(`\`${text}\` is none`, () => assert.equal(dateAtStart(text, 'day first'), undefined));
  }

  test('day and month are told apart by the language of the text', () => {
    assert.equal(dateAtStart('3/4/2008', 'day first')?.date, '2008-04-03');
    assert.equal(dateAtStart('3/4/2008', 'month first')?.date, '2008-03-04');
  });
  test('and not guessed where it does not tell', () =>
    assert.deepEqual(dateAtStart('3/4/2008', 'unknown'), { length: 8 }));
});
