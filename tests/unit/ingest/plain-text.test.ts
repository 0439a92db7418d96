import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { plainText } from '../../../src/ingest/html/plain-text.ts';

describe('HTML as plain text', () => {
  for (const [rule, html, text] of [
    ['blocks stand apart', '<p>Eins</p>\n<p>Zwei &amp; <em>drei</em></p>', 'Eins\n\nZwei & drei'],
    ['items have marks', '<ul><li>a</li><li><p>b</p><p>c</p></li></ul>', '• a\n\n• b\n\nc'],
    ['steps have numbers', '<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    ['a number that is none is 1', '<ol start="abc"><li>a</li></ol>', '1. a'],
    [
      'an address stands behind its words',
      '<p>Siehe <a href="https://a.example/1">hier</a>.</p>',
      'Siehe hier <https://a.example/1>.',
    ],
    [
      'an address is not told twice',
      '<p><a href="https://a.example/">https://a.example/</a></p>',
      'https://a.example/',
    ],
    ['a link without an address is its words', '<p><a data-advisory="954474">954474</a></p>', '954474'],
    ['code keeps its lines', '<pre><code>reg add\n  /v A</code></pre>', 'reg add\n  /v A'],
    ['cells stand apart', '<table><tr><td>a</td><td>b</td></tr></table>', 'a\tb'],
    ['markup that is text stays text', '<p>&lt;script&gt;</p>', '<script>'],
  ] as const)
    test(rule, () => assert.equal(plainText(fromHtml(html, { fragment: true })), text));
});
