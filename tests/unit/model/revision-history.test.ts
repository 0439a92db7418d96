import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingRevisions, pairRevisions } from '../../../src/model/revision-history.ts';
import { history } from '../../support/editions.ts';

describe('what a history lacks of another', () => {
  for (const [rule, mine, theirs, missing] of [
    ['nothing where they are equal', ['1.0 2008-06-13'], ['1.0 2008-06-13'], []],
    ['a revision at the end', ['1.0 2008-06-13'], ['1.0 2008-06-13', '2.0 2008-06-17'], [2]],
    [
      'a revision in the middle',
      ['1.0 2008-06-13', '3.0 2008-07-01'],
      ['1.0 2008-06-13', '2.0 2008-06-17', '3.0 2008-07-01'],
      [2],
    ],
    ['nothing for a date that was mistyped', ['1.0 2010-06-13'], ['1.0 2008-06-13'], []],
    ['nothing for a version that was mistyped', ['1.1 2008-06-13'], ['1.2 2008-06-13'], []],
    [
      'nothing where one side tells no versions',
      ['2008-06-13', '2008-06-17'],
      ['1.0 2008-06-13', '2.0 2008-06-17'],
      [],
    ],
    ['the right one of two on a day', ['1.0 2008-06-13'], ['1.0 2008-06-13', '1.1 2008-06-13'], [2]],
    ['everything where there is no history', [], ['1.0 2008-06-13', '2.0 2008-06-17'], [1, 2]],
    ['nothing where the other has fewer', ['1.0 2008-06-13', '2.0 2008-06-17'], ['1.0 2008-06-13'], []],
    ['nothing where both are told differently, one for one', ['2008-06-14'], ['1.0 2008-06-13'], []],
  ] as const) {
    test(rule, () => {
      const found = missingRevisions(history(...mine), history(...theirs)).map(({ ordinal }) => ordinal);
      assert.deepEqual(found, missing);
    });
  }
});

test('a repeated version is paired by its date', () => {
  const pairs = pairRevisions(
    history('1.0 2008-06-13', '1.0 2008-06-17'),
    history('1.0 2008-06-17', '1.0 2008-06-13'),
  );
  assert.deepEqual(
    pairs.map(([mine, theirs]) => [mine.ordinal, theirs.ordinal]),
    [
      [1, 2],
      [2, 1],
    ],
  );
});
