import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import { editionJson } from '../../../src/publish/edition-json.ts';
import { edition, entry, history } from '../../support/editions.ts';

test('an edition as data has every key, and null for what is not told', () => {
  const own = edition({
    outline: ['2 faq', '3 faq-1?'].map(entry),
    revisions: history('1.0 2008-06-13', '2.0'),
    images: [
      { path: 'a.png', file: 'content/a.png', digest: 'f'.repeat(64), type: 'png', width: 48, height: 32 },
    ],
  });
  const [advisory] = advisoriesOf([own]);
  assert.ok(advisory);
  assert.deepEqual(
    editionJson(
      own,
      advisory,
      'Revisionen',
      ({ ordinal }) => `Revision ${ordinal}`,
      (name) => `https://a.example/${name}`,
    ),
    {
      id: '123456',
      locale: 'de-DE',
      language: 'de-DE',
      title: 'Der Druckdienst nimmt fremde Aufträge an',
      summary: null,
      published: null,
      updated: null,
      version: null,
      revisions: [
        { ordinal: 1, date: '2008-06-13', version: '1.0', name: 'Revision 1', note: 'Note 1' },
        { ordinal: 2, date: null, version: '2.0', name: 'Revision 2', note: 'Note 2' },
      ],
      sections: [
        { id: 'faq', title: 'faq', level: 2 },
        { id: 'revisions', title: 'Revisionen', level: 2 },
      ],
      faq: [{ id: 'faq-1', question: 'faq-1' }],
      images: [{ path: 'a.png', url: `https://a.example/a.${'f'.repeat(16)}.png`, width: 48, height: 32 }],
      references: [],
      affected: [],
      replacedBy: null,
      source: null,
      translation: 'own',
    },
  );
});
