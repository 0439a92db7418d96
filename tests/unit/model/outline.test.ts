import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alignOutlines, counterparts, nestedOutline, sectionsElsewhere } from '../../../src/model/outline.ts';
import { edition, entry, history } from '../../support/editions.ts';

const outlined = (...told: string[]) => edition({ outline: told.map(entry) });

describe('where a reader goes who switches language', () => {
  const from = outlined('2 overview', '2 faq', '3 faq-1?', '3 faq-2?', '2 part-3*');
  for (const [rule, id, to, target] of [
    ['to the same section', 'overview', outlined('2 overview'), 'overview'],
    [
      'to the same question where both have as many',
      'faq-2',
      outlined('2 faq', '3 faq-1?', '3 faq-2?'),
      'faq-2',
    ],
    [
      'to the questions where one has more',
      'faq-2',
      outlined('2 faq', '3 faq-1?', '3 faq-2?', '3 faq-3?'),
      'faq',
    ],
    ['to the top where the section around it is missing too', 'faq-2', outlined('2 overview'), undefined],
    ['to a counted part where the outlines are of one shape', 'part-3', from, 'part-3'],
    ['never to a counted part of another outline', 'part-3', outlined('2 overview', '2 part-3*'), undefined],
    ['to the top for a section that does not exist', 'nowhere', from, undefined],
  ] as const) {
    test(rule, () => assert.equal(counterparts(from, to)(id), target));
  }

  test('to the revision that tells the same change', () => {
    const [mine, theirs] = [
      edition({ revisions: history('2.0 2008-06-17') }),
      edition({ revisions: history('1.0 2008-06-13', '2.0 2008-06-17') }),
    ];
    assert.equal(counterparts(mine, theirs)('revision-1'), 'revision-2');
  });
  test('to the history where the revision is missing', () => {
    const [mine, theirs] = [
      edition({ revisions: history('1.0 2008-06-13', '2.0 2008-06-17') }),
      edition({ revisions: history('1.0 2008-06-13') }),
    ];
    assert.equal(counterparts(mine, theirs)('revision-2'), 'revisions');
  });
  test('only what moves is written into the page', () => {
    const to = outlined('2 overview', '2 faq');
    assert.deepEqual(sectionsElsewhere(from, to), { 'faq-1': 'faq', 'faq-2': 'faq', 'part-3': null });
  });
});

describe('editions of one shape', () => {
  test('rename what is in a part with it', () => {
    const [, second] = alignOutlines([
      outlined('2 update-information', '3 update-information-part-1*'),
      outlined('2 part-1*', '3 part-1-part-1*'),
    ]);
    assert.deepEqual(
      second?.outline.map(({ id }) => id),
      ['update-information', 'update-information-part-1'],
    );
  });
  test('take over a role that was recognised in one of them', () => {
    const [, second] = alignOutlines([
      outlined('2 overview', '2 workarounds'),
      outlined('2 overview', '2 part-2*'),
    ]);
    assert.deepEqual(
      second?.outline.map(({ id }) => id),
      ['overview', 'workarounds'],
    );
  });
  test('keep their own where the shapes differ', () => {
    const [, second] = alignOutlines([
      outlined('2 overview', '2 workarounds', '2 faq'),
      outlined('2 overview', '2 part-2*'),
    ]);
    assert.deepEqual(
      second?.outline.map(({ id }) => id),
      ['overview', 'part-2'],
    );
  });
  test('never get an id twice', () => {
    const [, second] = alignOutlines([
      outlined('2 overview', '2 workarounds', '2 part-3*'),
      outlined('2 overview', '2 part-2*', '2 workarounds'),
    ]);
    assert.deepEqual(
      second?.outline.map(({ id }) => id),
      ['overview', 'part-2', 'workarounds'],
    );
  });
});

test('a role is given once, whichever edition knows it where', () => {
  const [, , third] = alignOutlines([
    outlined('2 support', '2 part-2*', '2 part-3*'),
    outlined('2 part-1*', '2 support', '2 part-3*'),
    outlined('2 part-1*', '2 part-2*', '2 part-3*'),
  ]);
  assert.deepEqual(
    third?.outline.map(({ id }) => id),
    ['support', 'part-2', 'part-3'],
  );
});

test('the outline is a tree by rank', () => {
  const tree = nestedOutline(['2 faq', '3 faq-1?', '4 deep', '3 faq-2?', '2 revisions'].map(entry));
  assert.deepEqual(
    tree.map(({ entry: { id }, inside }) => [id, inside.map((node) => node.entry.id)]),
    [
      ['faq', ['faq-1', 'faq-2']],
      ['revisions', []],
    ],
  );
});
