import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { OwnFields } from '../src/ingest/own-fields.ts';
import { referenceKinds } from '../src/model/edition.ts';
import { locales } from '../src/model/locales.ts';
import { sectionRoles } from '../src/model/section-roles.ts';
import { ingest, told } from './support/files.ts';

const guide = readFileSync('content/README.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

describe('the authors’ guide', () => {
  const example = /```markdown\n([\s\S]*?\n)```\n\n## The fields/.exec(guide)?.[1] ?? '';

  test('names every field, in its table and in its example', () => {
    for (const field of Object.keys(OwnFields.shape)) {
      assert.ok(guide.includes(`| \`${field}\` |`), `${field} is not in the table`);
      assert.match(example, new RegExp(`^${field}:`, 'm'), `${field} is not in the example`);
    }
  });
  test('marks as required what is required', () => {
    for (const [field, schema] of Object.entries(OwnFields.shape)) {
      const required = !schema.safeParse(undefined).success;
      assert.equal(new RegExp(`^\\| \`${field}\` \\| yes \\|`, 'm').test(guide), required, field);
    }
  });
  test('has an example without a problem', () => {
    const read = ingest(example, 'ADV-2026-0007/de-DE.md');
    assert.deepEqual(told(read), []);
    assert.ok(read.edition);
  });
  test('names every locale, section id and kind of reference', () => {
    for (const name of [
      ...locales,
      ...sectionRoles.filter((role) => role !== 'revisions'),
      ...referenceKinds,
    ]) {
      assert.ok(guide.includes(`\`${name}\``), name);
    }
  });
});

describe('the README', () => {
  test('names every folder of src, and no other', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const map = readme.slice(
      readme.indexOf('| folder of `src/` |'),
      readme.indexOf('`tests/architecture.test.ts`'),
    );
    const named = [...map.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    assert.deepEqual(named.sort(), folders.map(({ name }) => name).sort());
  });
  test('names every command and setting', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [, name = ''] of readme.matchAll(/npm run (\w+)/g)) assert.ok(name in scripts, name);
    const settings = readFileSync('src/site/settings.ts', 'utf8');
    for (const [, name = ''] of settings.matchAll(/: '([A-Z_]{4,})'/g))
      assert.ok(readme.includes(`\`${name}\``), name);
  });
  test('names every library that the site is made with', () => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
      assert.ok(readme.includes(name), name);
  });
  test('links to files that exist', () => {
    for (const [, path = ''] of readme.matchAll(/\]\((?!http)([^)#]+)\)/g)) assert.ok(existsSync(path), path);
  });
});
