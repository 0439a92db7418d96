import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { archiveFile, htmlOf, ingest } from '../../support/files.ts';

/*
 * Generated files. The seed is fixed, so that a run that failed fails again; SEED=… tries others.
 */
const settings = { seed: Number(process.env.SEED ?? 954474), numRuns: Number(process.env.RUNS ?? 300) };

/** Words that occur nowhere else; their place in a document is told by their number. */
const word = fc.integer({ min: 100_000, max: 999_999 }).map((number) => `wort${number}`);
const words = fc.array(word, { minLength: 1, maxLength: 6 });
const line = words.map((some) => some.join(' '));

const inline = fc.oneof(
  { weight: 4, arbitrary: line },
  line.map((text) => `**${text}**`),
  line.map((text) => `*${text}*`),
  line.map((text) => `\`${text}\``),
  line.map((text) => `[${text}](https://a.example/1)`),
  line.map((text) => `**${text} **`),
  line.map((text) => `<strong>${text}</strong>`),
  line.map((text) => `${text}  \n`),
  line.map((text) => `${text}\\\\{${text}}`),
);
const prose = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const cells = fc.array(line, { minLength: 2, maxLength: 2 });
const rows = fc.array(cells, { minLength: 1, maxLength: 3 });

const block = fc.oneof(
  { weight: 4, arbitrary: prose },
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  line.map((text) => `**${text}?**  \n${text}`),
  line.map((text) => `${text}\n---`),
  fc.array(prose, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item, at) => `${at + 7}. ${item}`).join('\n')),
  prose.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  line.map((text) => `> [!NOTE]\n> ${text}`),
  line.map((text) => `\`\`\`\n${text}\n\`\`\``),
  line.map((text) => `    ${text}`),
  rows.map((all) => ['|   |   |', '|---|---|', ...all.map((some) => `| ${some.join(' | ')} |`)].join('\n')),
  rows.map(
    (all) =>
      `<table>\n${all.map((some) => `<tr>${some.map((cell) => `<td>\n**${cell}**\n\n</td>`).join('\n')}</tr>`).join('\n\n')}\n</table>`,
  ),
  rows.map(
    (all) =>
      `- <table>${all.map((some) => `<tr><td>${some.join('</td><td>')}</td></tr>`).join('\n\n')}</table>`,
  ),
  line.map((text) => `<span id="x"></span>${text}`),
);
const text = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join('\n\n'));

const wordsIn = (shown: string): string[] => shown.match(/wort\d+/g) ?? [];

describe('of any text', () => {
  test('no word is lost', () =>
    fc.assert(
      fc.property(text, (body) => {
        const read = ingest(archiveFile({ body }));
        const { edition } = read;
        assert.ok(edition, JSON.stringify(read.problems));
        const shown = [
          htmlOf(read),
          edition.title,
          edition.summary,
          ...edition.outline.map(({ title }) => title),
          ...edition.revisions.map(({ note }) => note),
        ].join(' ');
        const counts = Map.groupBy(wordsIn(shown), (one) => one);
        for (const [one, all] of Map.groupBy(wordsIn(body), (found) => found))
          assert.ok((counts.get(one)?.length ?? 0) >= all.length, `${one} is lost`);
      }),
      settings,
    ));
  test('two readings are one', () =>
    fc.assert(
      fc.property(text, (body) =>
        assert.deepEqual(ingest(archiveFile({ body })), ingest(archiveFile({ body }))),
      ),
      { ...settings, numRuns: settings.numRuns / 3 },
    ));
});

describe('nothing throws', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          ...'# ## - 1. > | --- ``` ~~~ ** * _ [ ]( ) <table> <td> </table> <!-- --> &#x202E; \\ \n \n\n \t { } : V1.0 (13. Juni 2008): Revisionen ---\n'.split(
            ' ',
          ),
        ),
        { maxLength: 120 },
      )
      .map((pieces) => pieces.join('')),
  );
  for (const [what, file] of [
    ['whatever the bytes', hostile],
    ['whatever the front matter', hostile.map((fields) => `---\n${fields}\n---\n\n# A\n`)],
    ['whatever the body', hostile.map((body) => archiveFile({ body }))],
  ] as const) {
    test(what, () =>
      fc.assert(
        fc.property(file, (bytes) => {
          const { edition, problems } = ingest(bytes);
          assert.ok(edition !== undefined || problems.length > 0);
          // No fault of ours is told as one of the file.
          assert.deepEqual(
            problems.filter(({ rule }) => rule === 'unreadable'),
            [],
          );
        }),
        settings,
      ),
    );
  }
});
