import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { audit } from '../../../src/audit/audit.ts';
import { readWaivers } from '../../../src/audit/waiver-file.ts';
import type { Discord } from '../../../src/model/concordance/finding.ts';
import { sentenceOf } from '../../../src/publish/discord-sentences.ts';

const errors = (discords: readonly Discord[]): string[] =>
  discords
    .filter(({ severity }) => severity === 'error')
    .map((discord) => `${discord.file}:${discord.line} ${sentenceOf(discord)}`);

test('the advisories of this site say the same in every language', async () => {
  const folder = 'content/advisories';
  const { discords } = await audit(folder, readWaivers(folder), new Date().toISOString().slice(0, 10));
  assert.deepEqual(errors(discords), []);
});

const seeds = '../shared/seeds';

describe('in the five documents', {
  skip: existsSync(seeds) ? false : 'the documents are not here',
}, () => {
  const placesOf = async (locale: string, kind: string) =>
    (await audit(seeds, [], '2026-01-01')).discords
      .filter((one) => one.locale === locale && one.kind === kind)
      .map(({ line, severity }) => `${severity} ${line}`);
  test('four Norwegian links labelled 954474 go to 951376', async () =>
    assert.deepEqual(await placesOf('nb-NO', 'label-target'), [
      'error 18',
      'error 42',
      'error 90',
      'error 102',
    ]));
  test('seven lines of the Norwegian log are translated', async () =>
    assert.deepEqual(
      await placesOf('nb-NO', 'code-line'),
      [73, 77, 79, 81, 83, 85, 87].map((line) => `error ${line}`),
    ));
  test('two Italian file names and an address have a comma', async () => {
    assert.deepEqual(await placesOf('it', 'code-line'), ['error 62', 'error 63']);
    assert.deepEqual(await placesOf('it', 'link'), ['error 54']);
  });
  test('four lines of the German log are wrapped', async () =>
    assert.deepEqual(
      await placesOf('de-DE', 'wrapped-line'),
      [59, 63, 66, 71].map((line) => `error ${line}`),
    ));
  test('and nothing else is an error', async () =>
    assert.equal(errors((await audit(seeds, [], '2026-01-01')).discords).length, 18));
});
