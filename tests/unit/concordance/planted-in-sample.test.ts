import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { faults, heldIn, isFound, randomFrom } from '../../support/planting.ts';

const sample = '../shared/archive-sample';
const seed = Number(process.env.SEED ?? 1);
const plantings = Number(process.env.PLANTINGS ?? 4);

test('most faults planted in agreeing editions of real files are found', {
  skip: existsSync(sample) ? false : 'the sample of the archive is not here',
}, (context) => {
  const groups = heldIn(sample);
  const random = randomFrom(seed);
  let found = 0;
  let planted = 0;
  for (const fault of faults) {
    const tries = Array.from({ length: plantings }, () => isFound(fault, groups, random)).filter(
      (one) => one !== undefined,
    );
    const right = tries.filter((one) => one).length;
    found += right;
    planted += tries.length;
    context.diagnostic(`${fault.what}: ${right} of ${tries.length}`);
  }
  context.diagnostic(`seed ${seed}: ${found} of ${planted} found, in ${groups.length} advisories`);
  assert.ok(found >= planted * 0.85, `${found} of ${planted}`);
});
