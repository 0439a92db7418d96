import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, ingest, outcomes } from '../../support/files.ts';

describe('a text that would take too long to parse is refused', () => {
  for (const [rule, body] of [
    ['nested quotations', `${'>'.repeat(40)} a`],
    ['nested lists on one line', `${'- '.repeat(40)}a`],
    ['nested lists, line by line', Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')],
    ['nested emphasis', `${'*a **b '.repeat(20)}${'c** d* '.repeat(20)}`],
    ['a megabyte of asterisks', '*'.repeat(900_000)],
    ['open brackets', '['.repeat(50_000)],
    ['open links', '[a]('.repeat(20_000)],
    ['open code', '`a'.repeat(20_000)],
    ['open autolinks', `x ${'<a'.repeat(50_000)}`],
    ['nested elements', '<div>'.repeat(50_000)],
    ['nested elements in many blocks', '<div>\n\n'.repeat(5_000)],
  ] as const) {
    test(rule, () => {
      const read = ingest(archiveFile({ body }));
      assert.match(outcomes(read).join(), /refused|too/, 'must not be published');
    });
  }
});

describe('a text that is only long is not', () => {
  for (const [rule, body] of [
    ['words', 'Wort '.repeat(20_000)],
    ['paragraphs with bold words', 'Ein **Wort** und `noch` eines.\n\n'.repeat(2_000)],
    ['a table', `| A | B |\n|---|---|\n${'| **a** | [b](http://a.example/) |\n'.repeat(100)}`],
    ['backslashes', '\\a'.repeat(40_000)],
    ['references', '&#x'.repeat(20_000)],
    [
      'a table with links in many rows',
      `| A | B |\n|---|---|\n${'| [a](http://a.example/) | [b](http://a.example/) **c** |\n'.repeat(400)}`,
    ],
    ['a list', '- Ein **Wort**.\n\n'.repeat(500)],
  ] as const) {
    test(rule, () => assert.ok(ingest(archiveFile({ body })).edition));
  }
});
