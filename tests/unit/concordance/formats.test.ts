import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Log } from 'sarif';
import { findingKinds } from '../../../src/model/concordance/finding.ts';
import { fileOf, folderOf, locales } from '../../support/concordant-set.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-audit-'));
const agreeing = join(folder, 'agreeing/advisories');
const differing = join(folder, 'differing/advisories');
before(() => {
  for (const locale of locales) {
    for (const place of [agreeing, differing]) {
      const file = join(place, folderOf(locale), '2008/945678.md');
      mkdirSync(dirname(file), { recursive: true });
      const wrong = place === differing && locale === 'it';
      writeFileSync(
        file,
        fileOf(locale).replace('8 aprile 2008 |', wrong ? '4 agosto 2008 |' : '8 aprile 2008 |'),
      );
    }
  }
});
after(() => rmSync(folder, { recursive: true }));

function audit(advisories: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--experimental-strip-types', '--no-warnings', 'src/cli/audit.ts', ...options],
    { encoding: 'utf8', env: { ...process.env, ADVISORIES: advisories } },
  );
  return { status, stdout, stderr };
}

describe('npm run audit', () => {
  test('ends with 0 where no error is open, and says how long it took', () => {
    const { status, stderr } = audit(agreeing);
    assert.equal(status, 0);
    assert.match(stderr, /Compared \d+ editions of \d+ advisories in \d+\.\d s\./);
  });
  test('ends with 1 where an error is open, and tells it by file', () => {
    const { status, stdout } = audit(differing);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /it-IT\/2008\/945678\.md\S* error date: published is 2008-08-04, where 4 other languages have 2008-04-08/,
    );
    assert.ok(!stdout.includes('\u001B'), 'colours are for terminals');
  });
  test('of one locale is its translator’s list', () => {
    assert.match(audit(differing, '--locale', 'it').stdout, /it-IT/);
    assert.doesNotMatch(audit(differing, '--locale', 'zh-CN').stdout, /it-IT/);
  });
  test('of one advisory tells of that', () => {
    assert.match(audit(differing, '--advisory', '945678').stdout, /it-IT/);
  });
  for (const [what, options, expected] of [
    ['an unknown format', ['--format', 'xml'], /--format xml is none of text, json, sarif/],
    ['an unknown locale', ['--locale', 'fr'], /--locale fr is none of de-DE/],
    ['an unknown advisory', ['--advisory', '1'], /there is no advisory 1/],
    ['an unknown option', ['--all'], /--all/],
  ] as const) {
    test(`ends with 2 for ${what}`, () => {
      const { status, stderr } = audit(differing, ...options);
      assert.equal(status, 2);
      assert.match(stderr, expected);
    });
  }
  test('as JSON has every value of every finding', () => {
    const { findings } = JSON.parse(audit(differing, '--format', 'json').stdout);
    const date = findings.find(({ kind }: { kind: string }) => kind === 'date');
    assert.equal(date.value, '2008-08-04');
    assert.equal(date.values.length, 5);
    assert.match(date.message, /check the day/);
  });
  test('says which edition has no CSAF document, and why', () => {
    const why = /revision 1 is dated 2008-04-08, before the publication, 2008-08-04/;
    assert.match(audit(differing).stdout, why);
    const { withoutCsaf } = JSON.parse(audit(differing, '--format', 'json').stdout);
    assert.equal(withoutCsaf.length, 1);
    assert.match(withoutCsaf[0].what, why);
    assert.doesNotMatch(audit(differing, '--locale', 'zh-CN').stdout, why);
  });
});

/** What SARIF 2.1.0 asks of a log with the parts that ours has; the types hold the rest. */
describe('as SARIF', () => {
  let log: Log;
  before(() => {
    log = JSON.parse(audit(differing, '--format', 'sarif').stdout);
  });
  test('it has a version, and one run (§3.13.2, §3.13.4)', () => {
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
  });
  test('the run has a tool with a name and its rules (§3.14.6, §3.19.8)', () => {
    const driver = log.runs[0]?.tool.driver;
    assert.equal(driver?.name, 'Concord');
    assert.deepEqual(
      driver?.rules?.map(({ id }) => id),
      [...findingKinds, 'refused-file', 'no-csaf'],
    );
  });
  test('every result has a message, a level, and the index of its rule (§3.27)', () => {
    const results = log.runs[0]?.results ?? [];
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    assert.ok(results.length > 0);
    for (const { message, level, ruleId, ruleIndex } of results) {
      assert.ok(message.text);
      assert.ok(['error', 'warning', 'note'].includes(level ?? ''));
      assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
    }
  });
  test('every place is a relative address without spaces and a line from 1 (§3.4.3, §3.30.5)', () => {
    const places = (log.runs[0]?.results ?? []).flatMap(({ locations = [], relatedLocations = [] }) => [
      ...locations,
      ...relatedLocations,
    ]);
    for (const { physicalLocation } of places) {
      assert.match(physicalLocation?.artifactLocation?.uri ?? '', /^[^\s\\:]+$/);
      assert.ok((physicalLocation?.region?.startLine ?? 0) >= 1);
    }
  });
});
