import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withEscapedAttributes, withEscapedAttributesOfPage } from '../../../src/html/attributes.ts';

const pieces: readonly (readonly [what: string, html: string, expected: string])[] = [
  ['a tag in a value', '<a title="<b>">x</a>', '<a title="&#x3C;b&#x3E;">x</a>'],
  ['only an end', '<p id="x" title="a > b">', '<p id="x" title="a &#x3E; b">'],
  ['a value after text with a quotation mark', 'a="<i>"<b title=">">', 'a="<i>"<b title="&#x3E;">'],
  ['a value after an equals sign in text', '<p>x="</p><b title="<">', '<p>x="</p><b title="&#x3C;">'],
  ['a comment', '<!-- a="<b>" -->', '<!-- a="<b>" -->'],
  ['a script', '<script>a="<b x=\'<\'>"</script>', '<script>a="<b x=\'<\'>"</script>'],
  ['nothing to do', '<p title="a">&lt;b></p>', '<p title="a">&lt;b></p>'],
];

describe('brackets in attribute values are escaped, and nothing else is touched', () => {
  for (const [what, html, expected] of pieces) {
    test(`${what}, in a piece`, () => assert.equal(withEscapedAttributes(html), expected));
    test(`${what}, in a page`, () => {
      const page = (body: string) =>
        `<!doctype html><html lang="de"><head><meta content="x"></head><body>${body}</body></html>`;
      assert.equal(withEscapedAttributesOfPage(page(html)), page(expected));
    });
  }
  test('in the head of a page', () =>
    assert.equal(
      withEscapedAttributesOfPage('<!doctype html><html><head><meta content="a <b>"><title>a="<"</title>'),
      '<!doctype html><html><head><meta content="a &#x3C;b&#x3E;"><title>a="<"</title>',
    ));
});
