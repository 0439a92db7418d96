import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AdvisoryId } from '../../../src/model/advisory-id.ts';
import type { Discord, FindingKind } from '../../../src/model/concordance/finding.ts';
import { withNotes } from '../../../src/publish/discord-notes.ts';
import { edition, entry } from '../../support/editions.ts';

const held = edition({
  outline: [
    { ...entry('2 overview'), line: 5 },
    { ...entry('2 faq'), line: 20 },
  ],
});
const discord = (kind: FindingKind, line: number, value: string, spot?: string): Discord => ({
  kind,
  severity: 'error',
  advisory: '123456' as AdvisoryId,
  locale: 'de-DE',
  file: 'de.md',
  line,
  value,
  spot,
  values: [],
});
const parts = (lead: string, ...others: string[]) => ({ lead, parts: others });
const noted = (text: ReturnType<typeof parts>, ...discords: Discord[]) => {
  const { lead, parts: others } = withNotes(
    text,
    held,
    discords.map((one, at) => ({
      discord: one,
      sentence: `A & B ${at}`,
      href: `/x#${at}`,
      language: 'de-DE',
    })),
  );
  return [lead, ...others];
};
const span = (at: number) =>
  `<span class="discord" lang="de-DE" data-pagefind-ignore><a href="/x#${at}">A &amp; B ${at}</a></span>`;

describe('the note of a finding stands', () => {
  const link = '<a href="https://a.example/?a=1&#x26;b=2">954474</a>';
  test('behind the link, in the part that holds its line', () =>
    assert.deepEqual(
      noted(parts('', `${link} x`, link), discord('label-target', 7, '1', 'https://a.example/?a=1&b=2')),
      ['', `${link}${span(0)} x`, link],
    ));
  test('behind each of two equal links', () =>
    assert.deepEqual(
      noted(
        parts('', '', `${link} x ${link}`),
        discord('link', 21, 'https://a.example/?a=1&b=2'),
        discord('link', 25, 'https://a.example/?a=1&b=2'),
      ),
      ['', '', `${link}${span(0)} x ${link}${span(1)}`],
    ));
  test('below the block of code, in the order of its lines', () => {
    const code = '<pre translate="no"><code translate="no">a &#x3C;b\nc\n</code></pre>';
    const [, , html = ''] = noted(
      parts('', '', code),
      discord('code-line', 22, 'c'),
      discord('code-line', 21, 'a <b'),
    );
    assert.ok(html.startsWith(`${code}<p class="discord"`), html);
    assert.ok(html.indexOf('B 1') < html.indexOf('B 0'), html);
  });
  test('behind words of the text, not inside a tag', () =>
    assert.deepEqual(noted(parts('', '<a href="x/KB1">y</a> KB1 z'), discord('identifier', 6, 'KB1')), [
      '',
      `<a href="x/KB1">y</a> KB1${span(0)} z`,
    ]));
  test('before the first heading too', () =>
    assert.deepEqual(noted(parts('KB1', 'KB1'), discord('literal', 2, 'KB1')), [`KB1${span(0)}`, 'KB1']));
  test('behind a link whose words are meant, once, not inside it', () => {
    const [, html = ''] = noted(
      parts('', '<a href="https://a.example/1">CVE-2008-1084</a> x'),
      discord('identifier', 7, 'CVE-2008-1084'),
      discord('link', 7, 'https://a.example/1'),
    );
    assert.equal(html, `<a href="https://a.example/1">CVE-2008-1084</a>${span(0)}${span(1)} x`);
  });
  test('behind code, not inside it', () =>
    assert.deepEqual(
      noted(parts('', '<code translate="no">a.dll</code> x'), discord('literal', 7, 'a.dll')),
      ['', `<code translate="no">a.dll</code>${span(0)} x`],
    ));
  test('behind a whole word, where another begins with it', () =>
    assert.deepEqual(noted(parts('', '<p>v 4.2.10, 4.2.1.</p>'), discord('literal', 7, '4.2.1')), [
      '',
      `<p>v 4.2.10, 4.2.1${span(0)}.</p>`,
    ]));
  test('behind an address that the page writes otherwise', () =>
    assert.deepEqual(
      noted(
        parts('', '<a href="https://a.example/stra%C3%9Fe">x</a>'),
        discord('link', 7, 'https://a.example/straße'),
      ),
      ['', `<a href="https://a.example/stra%C3%9Fe">x</a>${span(0)}`],
    ));
  test('below a line of code whose spaces were collapsed', () => {
    const code = '<pre><code>net  stop\tspooler\n</code></pre>';
    assert.match(
      noted(parts('', code), discord('code-line', 7, 'net stop spooler'))[1] ?? '',
      /<\/pre><p class="discord"/,
    );
  });
  describe('behind the words, never inside an attribute that holds them', () => {
    for (const [what, html, value] of [
      [
        'a start that is no number',
        '<ol start="x > CVE-2020-9999 y"><li>CVE-2020-9999</li></ol>',
        'CVE-2020-9999',
      ],
      [
        'a title in single quotes',
        `<a title='1.2.3 > "1.2.3"' href="https://a.example/">x</a> 1.2.3`,
        '1.2.3',
      ],
      ['a title without quotes', '<a title=KB954474> x</a> KB954474', 'KB954474'],
      ['a comment', '<p><!-- 1.2.3 --> 1.2.3</p>', '1.2.3'],
    ] as const)
      test(what, () => {
        const end = html.lastIndexOf(value) + value.length;
        assert.equal(
          noted(parts('', html), discord('literal', 7, value))[1],
          `${html.slice(0, end)}${span(0)}${html.slice(end)}`,
        );
      });
  });
  test('behind a word with a character reference at its end, not inside it', () =>
    assert.equal(
      noted(parts('', '<p>x R&#x26;D&#x26; y</p>'), discord('literal', 7, 'R&D&'))[1],
      `<p>x R&#x26;D&#x26;${span(0)} y</p>`,
    ));
  test('with its address escaped', () => {
    const { lead } = withNotes(parts('KB1'), held, [
      { discord: discord('literal', 2, 'KB1'), sentence: '<b>', href: '/x"><b>', language: 'de' },
    ]);
    assert.equal(
      lead,
      'KB1<span class="discord" lang="de" data-pagefind-ignore><a href="/x&quot;&gt;&lt;b&gt;">&lt;b&gt;</a></span>',
    );
  });
  test('nowhere, where its spot is not in the text', () =>
    assert.deepEqual(noted(parts('', 'x', 'KB1'), discord('literal', 7, 'KB1')), ['', 'x', 'KB1']));
});
