import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import { absentSections, mergedSections } from '../../../src/model/ticket-sections.ts';
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

describe('where one edition asks fewer questions', () => {
  const [advisory] = advisoriesOf([
    edition({
      outline: ['2 faq', '3 faq-1?', '3 faq-2?'].map(entry),
      revisions: history('1.0 2008-06-13', '1.1 2008-06-14', '2.0 2008-06-17'),
    }),
    edition({
      locale: 'it',
      outline: ['2 faq', '3 faq-1?'].map(entry),
      revisions: history('1.0 2008-06-13', '2.0 2008-06-17'),
    }),
  ]);
  assert.ok(advisory);
  const rows = mergedSections(advisory, () => 'History').map(
    ({ anchor, titles }) =>
      `${anchor ?? '–'} ${titles.map(({ edition: { locale }, id }) => `${locale}#${id}`).join(' ')}`,
  );

  test('its questions are no answers to the links of the others', () => {
    assert.ok(rows.includes('faq-1 de-DE#faq-1'), rows.join('\n'));
    assert.ok(rows.includes('– it#faq-1'), rows.join('\n'));
  });
  test('a revision is one with its twin, whatever its number', () =>
    assert.ok(rows.includes('revision-3 de-DE#revision-3 it#revision-2'), rows.join('\n')));
  test('a reader of it is told where the missing one is', () => {
    const [italian] = [...advisory.editions.values()].filter(({ locale }) => locale === 'it');
    assert.ok(italian);
    assert.deepEqual(
      absentSections(advisory, italian).map(({ id, nearest, editions }) => [
        id,
        nearest,
        editions.map(({ locale }) => locale),
      ]),
      [['faq-2', 'faq', ['de-DE']]],
    );
    assert.deepEqual(absentSections(advisory, advisory.current), []);
  });
});
