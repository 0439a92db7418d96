import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import { mergedSections } from '../../../src/model/ticket-sections.ts';
import { edition, entry, history } from '../../support/editions.ts';

test('a ticket page has every section and revision of every edition, in the order of the fullest', () => {
  const [advisory] = advisoriesOf([
    edition({
      outline: ['2 overview', '2 faq'].map(entry),
      revisions: history('1.0 2008-06-13', '2.0 2008-06-17'),
    }),
    edition({ locale: 'it', outline: ['2 overview', '2 workarounds', '2 faq'].map(entry) }),
  ]);
  assert.ok(advisory);
  const rows = mergedSections(advisory, () => 'History');
  assert.deepEqual(
    rows.map(({ id, titles }) => `${id} ${titles.map(({ edition: { locale } }) => locale).join(' ')}`),
    [
      'overview de-DE it',
      'workarounds it',
      'faq de-DE it',
      'revisions de-DE it',
      'revision-2 de-DE',
      'revision-1 de-DE it',
    ],
  );
});
