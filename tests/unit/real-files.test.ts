import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ingestEdition } from '../../src/ingest/ingest.ts';
import { advisoriesOf } from '../../src/model/advisory.ts';

const sample = '../shared/archive-sample';
const seeds = '../shared/seeds';
const read = (folder: string, path: string) =>
  ingestEdition(readFileSync(`${folder}/${path}`), { path, shown: path });

/** Where the independent reading of the sample is wrong, as the files themselves show. */
const verdicts: Readonly<Record<string, string>> = {
  'nb-NO/2012/2647518.md faq': 'the first question is bold in two pieces: `**… (2618451)** **?**`',
  'nb-NO/2012/2719615.md faq':
    'two questions are bold in pieces: `**Hva forårsake** **r** …`, `**… (EMET)** **?**`',
  'zh-CN/2014/2755801.md revisions': 'five entries have Korean dates: `V35.0(2015년 1월 22일)`',
  'zh-CN/2016/2755801.md revisions': 'five entries have Korean dates: `V35.0(2015년 1월 22일)`',
};

describe('60 real files', {
  skip: existsSync(sample) ? false : 'the sample of the archive is not here',
}, () => {
  interface Expected {
    published: string | null;
    updated: string | null;
    version: string | null;
    revisions: [string | null, string | null][];
    faq: number;
  }
  const expected: Record<string, Expected> = existsSync(sample)
    ? JSON.parse(readFileSync(`${sample}-expected.json`, 'utf8'))
    : {};
  for (const [path, wanted] of Object.entries(expected)) {
    test(path, () => {
      const { edition } = read(sample, path);
      assert.ok(edition);
      const found: Expected = {
        published: edition.published ?? null,
        updated: edition.updated ?? null,
        version: edition.version ?? null,
        revisions: edition.revisions.map(({ version, date }) => [version ?? null, date ?? null]),
        faq: edition.outline.filter(({ kind }) => kind === 'question').length,
      };
      for (const field of Object.keys(found) as (keyof Expected)[]) {
        if (`${path} ${field}` in verdicts)
          assert.notDeepEqual(found[field], wanted[field], 'this verdict is no longer needed');
        else assert.deepEqual(found[field], wanted[field], field);
      }
    });
  }
});

describe('the five documents', { skip: existsSync(seeds) ? false : 'the documents are not here' }, () => {
  const names = existsSync(seeds) ? readdirSync(seeds) : [];
  const editions = names.flatMap((name) => {
    const { edition } = read(seeds, name);
    return edition === undefined ? [] : [{ ...edition, images: [], textKey: name, sourceDigest: '' }];
  });
  test('are one advisory in five locales', () =>
    assert.deepEqual(
      advisoriesOf(editions).map((advisory) => [advisory.id, advisory.editions.size]),
      [['954474', 5]],
    ));
  for (const edition of editions) {
    test(`${edition.locale} has dates, revisions, questions and sections`, () => {
      assert.deepEqual([edition.published, edition.updated], ['2008-06-13', '2008-06-17']);
      assert.deepEqual(
        edition.revisions.map(({ date }) => date),
        ['2008-06-13', '2008-06-17'],
      );
      assert.deepEqual(
        edition.outline.map(({ id }) => id),
        'general-information overview faq faq-1 faq-2 faq-3 faq-4 faq-5 suggested-actions other-information resources disclaimer revisions'.split(
          ' ',
        ),
      );
      assert.deepEqual(edition.affected, [
        'System Center Configuration Manager 2007',
        'System Center Configuration Manager 2007 Service Pack 1',
      ]);
    });
  }
  for (const name of names) {
    test(`${name} has its log lines as lines, and no noise`, () => {
      const { text } = read(seeds, name);
      const html = [text?.lead, ...(text?.parts ?? [])].join('\n');
      const log =
        /<pre translate="no"><code translate="no">([\s\S]*?)<\/code>/.exec(html)?.[1]?.trim().split('\n') ??
        [];
      assert.ok(log.length >= 8, `${log.length} lines`);
      assert.match(
        log.join('\n'),
        /^.+\nSTATMSG: ID=6709 SEV=I LEV=M SOURCE="SMS Server" COMP="SMS_WSUS_SYNC_MANAGER" …\n/,
      );
      assert.doesNotMatch(html, /Built at|Security Advisory|<span|\*\*/);
    });
  }
});
