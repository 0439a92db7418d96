import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readWaivers } from '../../../src/audit/waiver-file.ts';
import { waive } from '../../../src/model/concordance/waivers.ts';
import { discordsAfter } from '../../support/concordant-set.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-waivers-'));
const advisories = join(folder, 'advisories');
mkdirSync(advisories);
after(() => rmSync(folder, { recursive: true }));

const waiver = (changes: Readonly<Record<string, string | undefined>> = {}): string => {
  const fields = {
    advisory: '"945678"',
    kind: 'label-target',
    locale: 'it',
    reason: 'The publisher moved the article.',
    by: 'Eva',
    ...changes,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `- ${lines.join('\n  ')}\n`;
};
const read = (text: string) => {
  writeFileSync(join(folder, 'waivers.yaml'), text);
  return readWaivers(advisories);
};
const found = discordsAfter({
  what: 'a wrong target',
  locale: 'it',
  from: '[KB 912345](https://support.microsoft.com/kb/912345)',
  to: '[KB 912345](https://support.microsoft.com/kb/951376)',
});
const kinds = (text: string, today = '2026-06-01') => {
  const { open, waived } = waive(found, read(text), today);
  return { open: open.map(({ kind, line }) => `${kind} ${line}`), waived: waived.map(({ kind }) => kind) };
};

describe('a waiver', () => {
  test('takes the finding that it accepts out', () =>
    assert.deepEqual(kinds(waiver()), { open: [], waived: ['label-target'] }));
  test('accepts only what it names', () => {
    for (const changes of [{ kind: 'link' }, { locale: 'zh-CN' }, { advisory: '"945679"' }, { value: '"1"' }])
      assert.deepEqual(kinds(waiver(changes)), { open: ['label-target 21', 'unused-waiver 1'], waived: [] });
  });
  test('may write id and locale as people do', () =>
    assert.deepEqual(kinds(waiver({ advisory: '"945678"', locale: 'it-IT' })).waived, ['label-target']));
  test('accepts a finding by its value', () =>
    assert.deepEqual(kinds(waiver({ value: '"951376"' })).waived, ['label-target']));
  test('holds up to its last day', () => {
    assert.deepEqual(kinds(waiver({ until: '2026-06-01' })).waived, ['label-target']);
    assert.deepEqual(kinds(waiver({ until: '2026-05-31' })).open, ['label-target 21', 'expired-waiver 1']);
  });
  test('is told by its line', () =>
    assert.deepEqual(kinds(`${waiver()}${waiver({ kind: 'link' })}`).open, ['unused-waiver 6']));
});

describe('a waiver file', () => {
  test('need not be there', () => assert.deepEqual(readWaivers(join(folder, 'elsewhere/advisories')), []));
  test('may be empty', () => assert.deepEqual(read('# nothing\n'), []));
  for (const [what, text, expected] of [
    ['an unknown kind', waiver({ kind: 'wrong' }), /waivers\.yaml:1: kind: /],
    ['no reason', waiver({ reason: undefined }), /waivers\.yaml:1: reason: /],
    ['an unknown field', waiver({ because: 'x' }), /waivers\.yaml:1: the waiver: .*because/],
    ['a day that there is not', waiver({ until: '2026-02-30' }), /until: /],
    ['no list', 'advisory: 1\n', /waivers\.yaml:1: is no list/],
    ['no YAML', `${waiver()}- [`, /waivers\.yaml:\d+: /],
  ] as const) {
    test(`with ${what} is told, by file and line`, () => assert.throws(() => read(text), expected));
  }
});
