import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CalendarDate } from '../../../src/model/calendar-date.ts';
import { csafProblem, isBroken, releaseHistory } from '../../../src/model/release-history.ts';
import { edition, history } from '../../support/editions.ts';

const published = '2008-06-13' as CalendarDate;
const kindOf = (...told: string[]) => {
  const found = releaseHistory(edition({ published, revisions: history(...told) }));
  return isBroken(found) ? `${found.kind} ${found.revision?.ordinal ?? ''}`.trim() : found.length;
};

describe('a history that a program can rely on', () => {
  test('has every day, in order', () => assert.equal(kindOf('1.0 2008-06-13', '1.1 2008-06-17'), 2));
  test('may have two revisions of one day', () => assert.equal(kindOf('2008-06-13', '2008-06-13'), 2));
  test('has a revision', () => assert.equal(kindOf(), 'no-history'));
  test('lacks no day', () => assert.equal(kindOf('2008-06-13', '1.1'), 'undated 2'));
  test('never runs backward', () =>
    assert.equal(kindOf('2008-06-13', '2008-06-20', '2008-06-17'), 'backward 3'));
  test('does not begin before the publication', () =>
    assert.equal(kindOf('2008-06-12', '2008-06-17'), 'before-publication 1'));
});

test('what keeps an edition from having a CSAF document is told with its day and its way out', () => {
  const { rule, what, remedy } =
    csafProblem(edition({ revisions: history('2008-06-13', '2007-06-17') })) ?? {};
  assert.equal(rule, 'no-csaf');
  assert.equal(what, 'revision 2 is dated 2007-06-17, before the one that it follows, 2008-06-13');
  assert.match(remedy ?? '', /mend the history/);
});
