import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byGravity, formatProblem, type Problem } from '../../../src/model/problem.ts';

const problem: Problem = {
  outcome: 'repaired',
  rule: 'r',
  file: 'content/a.md',
  what: 'a tab',
  remedy: 'read as a space',
};

test('a problem is one line: place, field, what, way out', () => {
  assert.equal(
    formatProblem({ ...problem, line: 9, field: 'author' }),
    'content/a.md:9 author: a tab; read as a space',
  );
  assert.equal(formatProblem(problem), 'content/a.md: a tab; read as a space');
});

test('the gravest comes first, then by place', () => {
  const [a, b, c] = [
    { ...problem, line: 9 },
    { ...problem, line: 2 },
    { ...problem, outcome: 'refused' as const, file: 'z.md' },
  ];
  assert.deepEqual([a, b, c].sort(byGravity), [c, b, a]);
});
