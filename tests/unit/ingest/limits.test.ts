import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { excessBeforeParsing } from '../../../src/ingest/tree/source-limits.ts';
import { archiveFile, ingest, outcomes } from '../../support/files.ts';
import { countedBeforeParsing, pathological } from '../../support/pathological.ts';

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
    ['nested elements', '<div>'.repeat(50_000)],
    ['elements that are closed under another name', '<div></x>'.repeat(5_000)],
    ['rows inside a drawing', `<svg>${'<tr>'.repeat(30_000)}`],
    ['formatting that every block opens again', `${'<b title=i>'.repeat(128)}\n\n${'<p>x'.repeat(2_000)}`],
    ['a table whose rows are filled up', `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'a\n'.repeat(500)}`],
    ['emphasis behind what looks like HTML', `<x ${'*a_b '.repeat(30_000)}`],
    ['emphasis between lines that only look blank', `${'*a_b '.repeat(700)}\n\u00A0\n`.repeat(60)],
    ['list items by the thousand', '- a\n'.repeat(20_000)],
    ['headings by the thousand', '# a\n'.repeat(2_000)],
    ['nested elements in many blocks', '<div>\n\n'.repeat(5_000)],
  ] as const) {
    test(rule, () => {
      const read = ingest(archiveFile({ body }));
      assert.match(outcomes(read).join(), /refused|too/, 'must not be published');
    });
  }
});

describe('a text that a careless pattern would take long to read ends within its limit', () => {
  for (const [rule, body] of [
    ['spaces inside a line', `a${' '.repeat(100_000)}b`],
    ['a long heading', `## ${'.'.repeat(100_000)}x`],
    ['a heading of question marks', `### ${'a?'.repeat(50_000)}x`],
    ['a long bold beginning', `**${'a'.repeat(100_000)}**`],
    ['line ends', 'a\n'.repeat(200_000)],
    ['fences at the ends of lines', 'a ```\n'.repeat(1_000)],
    ['keys of the registry', 'HKEY_A\\b\n\n'.repeat(20_000)],
    ['columns that no cell begins in', `<table><tr>${'<td colspan="2">a</td>'.repeat(20_000)}</tr></table>`],
    ['spaces before a fence', `a${' '.repeat(100_000)}\`\``],
    ['tables in a row', '**a**\n\n<table><tr><td>a</td></tr></table>\n\n'.repeat(3_000)],
    ['lists of one step', '1. a\n\n~~~\n~~~\n\n'.repeat(2_000)],
    ['quotation marks', '”'.repeat(100_000)],
    ['quoted line ends', '> a\n'.repeat(3_000)],
    [
      'definitions and sections',
      `${Array.from({ length: 900 }, (_, at) => `[a${at}]: /x`).join('\n')}\n\n${'# a\n\n'.repeat(900)}`,
    ],
    ['a long note', `## Revisionen\n\n- V1.0 (13. Juni 2008): a${' '.repeat(100_000)}b`],
    [
      'a note of many paragraphs',
      `## Revisionen\n\n- V1.0 (13. Juni 2008): a\n${`  ${'*a_b '.repeat(300)}\n\n`.repeat(60)}`,
    ],
  ] as const) {
    test(rule, { timeout: 8_000 }, () => {
      ingest(archiveFile({ body, revisions: '' }));
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
    ['a list without blank lines', '- Ein **Wort** und `noch` [eines](http://a.example/).\n'.repeat(900)],
    [
      'an HTML table of registry keys',
      `<table>\n${'<tr><td>HKEY_LOCAL_MACHINE</td></tr>\n'.repeat(1500)}</table>`,
    ],
    ['a list', '- Ein **Wort**.\n\n'.repeat(500)],
  ] as const) {
    test(rule, () => assert.ok(ingest(archiveFile({ body })).edition));
  }
});

describe('a text on which a parser takes more than time in proportion is named before it is parsed:', () => {
  for (const [what, text] of Object.entries(pathological))
    if (countedBeforeParsing.has(what))
      test(what, () => assert.equal(excessBeforeParsing(text)?.rule, 'limit-exceeded'));
});

describe('any other text that was made to be slow ends by itself, far from the limit of time:', () => {
  for (const [what, text] of Object.entries(pathological))
    if (!countedBeforeParsing.has(what))
      test(what, { timeout: 20_000 }, () => {
        assert.equal(excessBeforeParsing(text), undefined);
        const { edition, problems } = ingest(archiveFile({ body: text, revisions: '' }));
        assert.ok(edition !== undefined || problems.length > 0);
      });
});

describe('lists and quotations are followed by their indentation:', () => {
  const stairs = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n');
  for (const [what, body, isTooDeep] of [
    ['sixteen lists in each other', stairs(16, (at) => `${'  '.repeat(at)}- a`), false],
    ['seventeen', stairs(17, (at) => `${'  '.repeat(at)}- a`), true],
    ['seventeen by tabs', stairs(17, (at) => `${'\t'.repeat(at)}- a`), true],
    ['seventeen with numbers', stairs(17, (at) => `${'    '.repeat(at)}10. a`), true],
    [
      'seventeen with text between',
      stairs(17, (at) => `${'  '.repeat(at)}- a\n\n${'  '.repeat(at + 1)}b\n`),
      true,
    ],
    ['seventeen on one line', `${'- '.repeat(17)}a`, true],
    ['seventeen quotations and lists in turn', `${'> - '.repeat(9)}a`, true],
    ['items of one list that are not aligned', stairs(40, (at) => `${' '.repeat(at % 2)}- a`), false],
    [
      'code that looks like items',
      stairs(40, (at) => `${' '.repeat(4 + at)}- a`).replace(/^/, 'a\n\n'),
      false,
    ],
    ['a paragraph that goes on with what looks like one', `- a\n${' '.repeat(60)}- b\n`.repeat(20), false],
    ['a list after each of many', 'a\n\n- b\n  - c\n\n'.repeat(40), false],
  ] as const)
    test(`${what}: ${isTooDeep ? 'too deep' : 'read'}`, () =>
      assert.equal(/levels deep/.test(excessBeforeParsing(body)?.what ?? ''), isTooDeep));
});

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

describe('what is only long is read:', () => {
  const fenced = (code: string) => `a\n\n\`\`\`\n${code}\n\`\`\`\n\nb`;
  for (const [what, body] of [
    ['a trace in code', fenced(lines(400, (at) => `[ 12.${at}] __do_sys_read+0x1 ext4_file_read_iter`))],
    ['420 defanged addresses in code', fenced(lines(420, (at) => `hxxp[:]//a[.]b[.]c/${at}_x_y`))],
    ['a line of JSON in code', fenced(Array.from({ length: 800 }, (_, at) => `"a_b_${at}":[1]`).join(','))],
    ['a patch in code', fenced(lines(4_200, (at) => (at % 2 ? '- a' : '+ b')))],
    ['comments of a shell script in code', fenced(lines(2_100, () => '# a'))],
    ['nested lists in code', fenced(lines(18, (at) => `${'  '.repeat(at)}- x`))],
    ['a rule of hyphens in code', fenced('- '.repeat(20))],
    ['a thematic break', `a\n\n${'- '.repeat(20)}\n\n${'* '.repeat(30)}\n\nb`],
    ['a table of 3,000 rows', `|a|b|\n|-|-|\n${lines(3_000, (at) => `|\`a_${at}\`|[x](http://a.example)|`)}`],
    ['a table without bars at the edges', `a|b\n-|-\n${lines(600, () => '`a_b`|[x](http://a.example) *c*')}`],
    ['a list of 5,000 items', lines(5_000, (at) => `- hxxp[:]//a[.]example/${at}`)],
    [
      'a paragraph of 400 links',
      Array.from({ length: 400 }, (_, at) => `[\`a${at}\`](http://a.example/)`).join(' '),
    ],
  ] as const)
    test(what, () => assert.equal(excessBeforeParsing(body), undefined));
});

describe('what only looks like code, a table or an item is counted:', () => {
  for (const [what, body] of [
    ['an element in code', `\`\`\`\n\n<div>\n\`\`\`\n${'a_ '.repeat(30_000)}`],
    ['an element in an item', `- a\n\n  <div>\nb ${'[a](b "'.repeat(43_000)}`],
    ['a fence in a script', `<script>\n\`\`\`\n</script>\n${'a_ '.repeat(30_000)}`],
    ['rows without a table', `a\n${'|a_ a_ a_\n'.repeat(9_000)}`],
    ['rows below a row that does not fit', `a|b\n-|-|-\n${'|a_ a_ a_\n'.repeat(9_000)}`],
    ['numbers that begin no list', `a\n${`2. ${'a_ '.repeat(15)}\n`.repeat(3_900)}`],
    ['lines of one quotation', '> a_ a_ a_ a_ a_\n'.repeat(7_000)],
  ] as const)
    test(what, () => assert.equal(excessBeforeParsing(body)?.rule, 'limit-exceeded'));
});

describe('elements by the thousand take time in proportion to their number:', () => {
  for (const [what, body] of [
    ['boxes', `<div>a${'<input>'.repeat(20_000)}</div>`],
    ['tables', `<div>a${'<table></table>'.repeat(20_000)}</div>`],
    ['images', `<div>a${'<img>'.repeat(50_000)}</div>`],
    ['paragraphs', `<div>a${'<p>'.repeat(50_000)}</div>`],
    ['links', `<div>a${'<a></a>'.repeat(25_000)}</div>`],
    ['line breaks, beside a link', `<div><a href="999999.md">x</a>${'<br>'.repeat(50_000)}</div>`],
  ] as const)
    test(what, { timeout: 15_000 }, () => assert.ok(ingest(archiveFile({ body })).edition));
});
