import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Outcome, type Problem, problemCounts } from '../../../src/model/problem.ts';

const problem = (outcome: Outcome, rule: string): Problem => ({
  outcome,
  rule,
  file: 'a.md',
  what: 'x',
  remedy: 'y',
});

test('problems are counted by outcome, gravest first, and by rule, most frequent first', () =>
  assert.deepEqual(
    problemCounts([
      problem('repaired', 'image'),
      problem('repaired', 'invisible-mark'),
      problem('repaired', 'invisible-mark'),
      problem('refused', 'too-large'),
    ]),
    ['refused 1: too-large 1', 'repaired 3: invisible-mark 2, image 1'],
  ));
test('what does not occur is not counted', () => assert.deepEqual(problemCounts([]), []));
