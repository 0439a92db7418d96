import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FileKind } from '../../../src/ingest/front-matter/kind.ts';
import { sharedAddresses } from '../../../src/intake/shared-addresses.ts';
import { sectionsByAdvisory, unmetWants } from '../../../src/intake/wanted.ts';
import type { AdvisoryId } from '../../../src/model/advisory-id.ts';
import { edition, entry, history } from '../../support/editions.ts';

const candidate = (
  id: string,
  shownId: string,
  kind: FileKind = 'own',
  locale: 'de-DE' | 'it' = 'de-DE',
) => ({
  path: `${id}/${locale}.md`,
  shown: `${id}/${locale}.md`,
  kind,
  edition: edition({
    id: id as AdvisoryId,
    shownId,
    locale,
    outline: [entry('2 faq'), entry('3 faq-1?')],
    revisions: history('1.0 2026-03-02'),
  }),
});

describe('an advisory that a file names', () => {
  const here = sectionsByAdvisory([candidate('adv-2026-0209', 'ADV-2026-0209')]);
  const place = { path: 'a.md', shown: 'a.md' };
  for (const [what, wanted, report] of [
    ['is here', { id: 'adv-2026-0209', target: '../adv-2026-0209/' }, undefined],
    ['has the section', { id: 'adv-2026-0209', section: 'faq-1', target: 'x' }, undefined],
    ['has the revision', { id: 'adv-2026-0209', section: 'revision-1', target: 'x' }, undefined],
    ['has its history', { id: 'adv-2026-0209', section: 'revisions', target: 'x' }, undefined],
    [
      'is not here',
      { id: 'adv-1', target: '../adv-1/' },
      'the link target `../adv-1/` names an advisory that is not here',
    ],
    [
      'has no such section',
      { id: 'adv-2026-0209', section: 'support', target: 'x#support' },
      'the link target `x#support` names a section that this advisory does not have',
    ],
    [
      'has no such revision',
      { id: 'adv-2026-0209', section: 'revision-2', target: 'x' },
      'the link target `x` names a section that this advisory does not have',
    ],
    [
      'is not here, by a field',
      { id: 'adv-1', target: 'ADV-1', field: 'replacedBy' },
      '`ADV-1` is an advisory that is not here',
    ],
  ] as const)
    test(what, () => {
      const problems = unmetWants(
        [{ place, result: { wanted: [{ line: 7, ...wanted, id: wanted.id as AdvisoryId }] } }],
        here,
      );
      assert.deepEqual(
        problems.map(({ file, line, what: found }) => [file, line, found]),
        report === undefined ? [] : [['a.md', 7, report]],
      );
    });
});

describe('two ids that have one address are refused', () => {
  const both = (a: string, b: string, kind: FileKind = 'own') =>
    sharedAddresses([
      candidate('rhsa-2026-0123', a, kind),
      candidate('rhsa-2026-0123', b, kind, 'it'),
      candidate('rhsa-2026-0124', 'RHSA-2026:0124'),
    ]).map(({ outcome, file }) => `${outcome} ${file}`);
  test('where they differ in more than letter case', () =>
    assert.deepEqual(both('RHSA-2026:0123', 'RHSA-2026-0123'), ['refused rhsa-2026-0123/it.md']));
  test('but not where they are the same', () =>
    assert.deepEqual(both('RHSA-2026:0123', 'rhsa-2026:0123'), []));
  test('nor in files of an archive', () =>
    assert.deepEqual(both('RHSA-2026:0123', 'RHSA-2026-0123', 'archive'), []));
});
