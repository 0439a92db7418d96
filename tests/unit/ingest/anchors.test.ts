import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, ownFile } from '../../support/files.ts';

const own = (body: string) => ingestOwn(ownFile({}, body));
const unusable = ({ problems }: ReturnType<typeof own>): string[] =>
  problems.filter(({ rule }) => rule === 'unusable-link').map(({ what }) => what);

describe('a link to a place of the page', () => {
  for (const [what, place] of [
    ['an anchor', '<a id="kb">B</a>'],
    ['an anchor by its name', '<a name="kb"></a>B'],
    ['a cell', '<table><tr><td id="kb">B</td></tr></table>'],
    ['a block', '<div id="kb">\n\nB\n\n</div>'],
  ] as const)
    test(`leads to the section that ${what} is in`, () => {
      const file = own(`## A {#overview}\n\n[x](#kb)\n\n## C {#faq}\n\n${place}`);
      assert.match(htmlOf(file), /<a href="#faq" data-original="#kb">x<\/a>/);
      assert.deepEqual(unusable(file), []);
    });
  test('leads to the first of two of one name', () =>
    assert.match(
      htmlOf(own('## A {#overview}\n\n<a id="kb">B</a> [x](#kb)\n\n## C {#faq}\n\n<a id="kb">D</a>')),
      /<a href="#overview" data-original="#kb">x<\/a>/,
    ));
  test('that is not there is words, and reported once', () => {
    const file = own('## A {#overview}\n\n[x](#kb) [y](#kb) [z](#b)\n\n## C {#faq}\n\n[x](#kb)');
    assert.match(htmlOf(file), /<p>x y z<\/p>/);
    assert.deepEqual(unusable(file), [
      'the link target `#kb` leads nowhere',
      'the link target `#b` leads nowhere',
    ]);
    assert.deepEqual(
      file.problems.filter(({ rule }) => rule === 'lost-words'),
      [],
    );
  });
  test('that the system of bulletins gave to the summary leads there', () => {
    const body =
      'Kurzzusammenfassung\n-------------------\n\nA\n\nÜbersicht\n---------\n\n[hier](#kbarticle)';
    assert.match(
      htmlOf(ingest(archiveFile({ body }))),
      /<a href="#summary" data-original="#kbarticle">hier<\/a>/,
    );
    assert.deepEqual(unusable(ingest(archiveFile({ body: '[hier](#kbarticle)' }))), [
      'the link target `#kbarticle` leads nowhere',
    ]);
  });
});
