import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { packageProblems } from '../../../src/release/packages.ts';
import { steadyBom } from '../../../src/release/sbom.ts';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

describe('the packages of the project', () => {
  test('have licences that were agreed to, and no version known to be bad', () =>
    assert.deepEqual(packageProblems(packages), []));
  for (const [what, license, isTold] of [
    ['a licence that was not agreed to', 'AGPL-3.0-only', true],
    ['one part of it', 'MIT AND SSPL-1.0', true],
    ['no licence', undefined, true],
    ['a choice', '(MIT OR GPL-2.0-only)', false],
    ['several that were agreed to', 'Apache-2.0 AND MIT', false],
  ] as const)
    test(`${what} is ${isTold ? '' : 'not '}told`, () => {
      const told = packageProblems({
        'node_modules/x': { version: '1.0.0', ...(license === undefined ? {} : { license }) },
      });
      assert.equal(told.length, isTold ? 1 : 0);
    });
  for (const [version, isTold] of [
    ['3.15.0', true],
    ['3.9.9', true],
    ['3.15.1', false],
    ['4.3.0', true],
    ['4.10.0', false],
    ['5.0.0', false],
  ] as const)
    test(`js-yaml ${version} is ${isTold ? '' : 'not '}told`, () => {
      const place = 'node_modules/gray-matter/node_modules/js-yaml';
      assert.equal(packageProblems({ [place]: { version, license: 'MIT' } }).length, isTold ? 1 : 0);
    });
});

describe('the bill of materials', () => {
  const { stdout } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    shell: process.platform === 'win32',
  });
  const schema = (name: string) =>
    JSON.parse(
      readFileSync(
        `node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`,
        'utf8',
      ),
    );
  const ajv = new Ajv({ strict: false, formats: { 'idn-email': true, 'iri-reference': true } });
  formats.default(ajv);
  const isValid = ajv
    .addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json')
    .addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json')
    .compile(schema('bom-1.5'));
  const bom: { specVersion: string; components: Record<string, string>[] } = JSON.parse(
    steadyBom(stdout, 'concord'),
  );

  test('is valid by the schema of CycloneDX 1.5', () => {
    assert.ok(isValid(bom), JSON.stringify(isValid.errors?.slice(0, 3)));
    assert.equal(bom.specVersion, '1.5');
  });
  test('names every package of the lock file that is not for another system only', () => {
    const named = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
    for (const [place, { version, optional }] of Object.entries<{ version: string; optional?: boolean }>(
      packages,
    )) {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      if (place !== '' && !optional) assert.ok(named.has(`${name}@${version}`), `${name}@${version}`);
    }
  });
  test('is the same when it is written again', () =>
    assert.doesNotMatch(JSON.stringify(bom), /serialNumber|"timestamp"|"name":"main"/));
  for (const [what, broken] of [
    ['a component without a name', { ...bom, components: [{ type: 'library' }] }],
    ['a kind that is none', { ...bom, bomFormat: 'Bill' }],
    ['a component of no type', { ...bom, components: [{ name: 'x', type: 'thing' }] }],
  ] as const)
    test(`${what} is noticed`, () => assert.equal(isValid(broken), false));
});
