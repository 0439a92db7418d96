import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CalendarDate, calendarDate } from '../../../src/model/calendar-date.ts';

describe('a day of the calendar', () => {
  for (const [year, month, day, expected] of [
    [2008, 6, 13, '2008-06-13'],
    [2008, 2, 29, '2008-02-29'],
    [2007, 2, 29, undefined],
    [2008, 13, 1, undefined],
    [2008, 0, 1, undefined],
    [2008, 4, 31, undefined],
    [2008, 6, 0, undefined],
    [808, 6, 13, undefined],
  ] as const) {
    test(`${year}-${month}-${day} is ${expected ?? 'none'}`, () =>
      assert.equal(calendarDate(year, month, day), expected));
  }
});

describe('a date in a field', () => {
  for (const text of ['2008-02-30', '13.06.2008', '2008-6-13', '2008-06-13T00:00:00Z', '']) {
    test(`refuses \`${text}\``, () => assert.equal(CalendarDate.safeParse(text).success, false));
  }
  test('takes `2008-06-13`', () => assert.equal(CalendarDate.parse('2008-06-13'), '2008-06-13'));
});
