import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import { identifiedAdvisories } from '../../../src/publish/identifiers.ts';
import { edition } from '../../support/editions.ts';

test('an advisory is found by its own number and those of its references in any language', () => {
  const advisories = advisoriesOf([
    edition({
      references: [
        { kind: 'kb', id: 'KB 954474' },
        { kind: 'web', label: 'Blog' },
      ],
    }),
    edition({
      locale: 'it',
      title: 'Stampa',
      references: [
        { kind: 'cve', id: 'CVE-2007-0671' },
        { kind: 'kb', id: '954474' },
      ],
    }),
  ]);
  assert.deepEqual(
    identifiedAdvisories(advisories, 'pt-BR', ({ id }) => `/pt-br/${id}/`),
    [
      {
        id: '123456',
        keys: ['123456', '954474', 'cve-2007-0671', 'kb954474'],
        title: 'Stampa',
        language: 'it',
        url: '/pt-br/123456/',
      },
    ],
  );
});
