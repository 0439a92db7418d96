import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blankedMarkup, markupIn, onlyMarkup, splitAtMarkup } from '../../../src/html/tags.ts';

describe('the tags of a text', () => {
  for (const [what, html, expected] of [
    ['in their order', '<p>a</p>', ['start p 0–3', 'end p 4–8']],
    ['not in an attribute', '<p title="<b>">', ['start p 0–15']],
    ['not in a comment', '<!-- <b> -->c', ['comment  0–12']],
    ['in any letter case', '<Br/>', ['start br 0–5']],
    ['not where a number is smaller', '1 < 2 and <3', []],
    ['not where the text ends in one', 'a <b title="', []],
  ] as const)
    test(what, () =>
      assert.deepEqual(
        markupIn(html).map(({ kind, name, start, end }) => `${kind} ${name} ${start}–${end}`),
        [...expected],
      ),
    );
});

test('a text that is only one tag', () => {
  assert.equal(onlyMarkup('<a href="x>">')?.attributes.get('href'), 'x>');
  for (const html of ['<a>b', ' <a>', '<a></a>', 'a', '']) assert.equal(onlyMarkup(html), undefined, html);
});
test('the pieces between tags that are meant', () =>
  assert.deepEqual(
    splitAtMarkup('a<br>b<i>c</i><br/>d', ({ name }) => name === 'br'),
    ['a', 'b<i>c</i>', 'd'],
  ));
test('a text without its tags, everything else in its place', () =>
  assert.equal(blankedMarkup('a <b\n>c</b><!--\n-->'), 'a   \n c        \n   '));
