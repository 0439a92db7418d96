import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anyOf, languages } from '../../../src/ingest/words/languages.ts';

test('a wording of a heading has one role, in all languages together', () => {
  const roles = new Map<string, Set<string>>();
  for (const { headings } of languages)
    for (const [role, wordings] of Object.entries(headings))
      for (const wording of wordings) roles.set(wording, (roles.get(wording) ?? new Set()).add(role));
  assert.ok(roles.size > 200);
  assert.deepEqual(
    [...roles].filter(([, of]) => of.size > 1).map(([wording]) => wording),
    [],
  );
});

describe('the words of a language', () => {
  for (const words of languages)
    test(words.language, () => {
      assert.ok(words.months.length === 12 || words.months.length === 0);
      const lists = [words.published, words.updated, words.version, words.months, words.weekdays];
      for (const word of [...lists.flat(), ...words.notAffected, ...words.affected, ...words.common])
        assert.equal(word, word.toLowerCase());
    });
});

test('of two alternatives the longer is tried first, and none is an expression', () =>
  assert.equal(anyOf(['v', 'ver.', 'version']), 'version|ver\\.|v'));
