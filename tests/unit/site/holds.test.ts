import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds } from '../../../src/site/holds.ts';

for (const [outer, inner, expected] of [
  ['/a', '/a', true],
  ['/a', '/a/b/c', true],
  ['/a', '/a/..b', true],
  ['/a', '/a/...', true],
  ['/a', '/ab', false],
  ['/a', '/', false],
  ['/a/b', '/a', false],
  ['/a/b', '/a/c', false],
  ['/', '/a', true],
] as const)
  test(`${outer} ${expected ? 'holds' : 'does not hold'} ${inner}`, () =>
    assert.equal(holds(outer, inner), expected));
