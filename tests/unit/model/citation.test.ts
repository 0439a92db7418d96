import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { citation } from '../../../src/model/citation.ts';

const words = {
  subject: '954474: A [b] <c> & {section}',
  whole: '{subject}, Stand: 2.0',
  ofSection: '{subject}, Abschnitt „{section}“, Stand: 2.0',
  ofRevision: '{subject}, Stand: {section}',
};
const link = 'https://a.example/954474/#faq-2';

describe('a citation', () => {
  test('as text has the link in a line of its own', () =>
    assert.equal(citation(words, link).plain, `954474: A [b] <c> & {section}, Stand: 2.0\n${link}`));
  test('names the section where one is meant', () =>
    assert.match(
      citation(words, link, { kind: 'section', name: 'Wie?' }).plain,
      /Abschnitt „Wie\?“, Stand: 2\.0\n/,
    ));
  test('names the revision that is meant instead of the newest', () =>
    assert.match(citation(words, link, { kind: 'revision', name: '1.0' }).plain, /, Stand: 1\.0\n/));
  test('as Markdown has its marks escaped', () =>
    assert.equal(
      citation(words, link, { kind: 'section', name: '*x*' }).markdown,
      `[954474: A \\[b\\] \\<c\\> & {section}](<${link}>), Abschnitt „\\*x\\*“, Stand: 2.0`,
    ));
  test('as Markdown keeps what looks like a character reference', () =>
    assert.match(citation({ ...words, subject: 'A &amp; B' }, link).markdown, /^\[A \\&amp; B\]/));
  test('as HTML too', () =>
    assert.equal(
      citation(words, link, { kind: 'section', name: '<i>' }).html,
      `<a href="${link}">954474: A [b] &lt;c&gt; &amp; {section}</a>, Abschnitt „&lt;i&gt;“, Stand: 2.0`,
    ));
});
