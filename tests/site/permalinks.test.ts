import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readSite } from '../support/built-site.ts';
import { ingest } from '../support/files.ts';
import { answersOf, brokenPermalinks, permalinksFile, permalinksIn } from '../support/permalinks.ts';

const text = readFileSync(permalinksFile, 'utf8');
const known = permalinksIn(text);
const answers = answersOf(readSite('dist'));

describe('what was ever published', () => {
  test('is answered, and means the same: else npm run permalinks -- --accept, once a person has seen it', () =>
    assert.deepEqual(brokenPermalinks(known, answers), []));
  test('is written down: else npm run permalinks', () =>
    assert.deepEqual(
      [...answers.keys()].filter((address) => !known.has(address)),
      [],
    ));
  test('is never struck out', (context) => {
    const git = (...options: string[]) => spawnSync('git', options, { encoding: 'utf8', maxBuffer: 1e8 });
    const commits = git('log', '--format=%H', '--', permalinksFile);
    if (commits.status !== 0) return context.skip('there is no history to compare with');
    for (const commit of commits.stdout.split('\n').slice(0, -1))
      assert.ok(text.startsWith(git('show', `${commit}:${permalinksFile}`).stdout), commit);
  });
});

describe('a change that breaks a link is noticed:', () => {
  const valid = [...answers][10]?.[0] ?? '';
  for (const [what, change] of [
    ['an address that is gone', (map: Map<string, string>) => map.delete(valid)],
    ['another title', (map: Map<string, string>) => map.set(valid, 'Something else')],
    [
      'another target',
      (map: Map<string, string>) => map.set('/it-IT/library/954474(v=Security.10)', '→ /it/1/'),
    ],
  ] as const)
    test(what, () => {
      const changed = new Map(answers);
      change(changed);
      assert.equal(brokenPermalinks(known, changed).length, 1);
    });
});

test('a revision keeps its address when others are added', () => {
  const path = 'content/advisories/954474/de-DE.md';
  const before = readFileSync(path, 'utf8');
  const after = before
    .replace(/^updated: .*$/m, 'updated: 2008-07-01')
    .replace('\naffected:', '\n  - date: 2008-07-01\n    note: Ein Zusatz.\naffected:');
  const [old, extended] = [before, after].map(
    (one) => ingest(one, '954474/de-DE.md').edition?.revisions ?? [],
  );
  assert.equal(extended?.length, (old?.length ?? 0) + 1);
  assert.deepEqual(
    extended?.slice(0, -1).map(({ ordinal, date, note }) => ({ ordinal, date, note })),
    old?.map(({ ordinal, date, note }) => ({ ordinal, date, note })),
  );
});
