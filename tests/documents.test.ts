import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { OwnFields } from '../src/ingest/front-matter/own-fields.ts';
import { referenceKinds } from '../src/model/edition.ts';
import { locales } from '../src/model/locales.ts';
import { sectionRoles } from '../src/model/section-roles.ts';
import { filesThatNoLongerFit } from './support/changed-types.ts';
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
    for (const [, name = ''] of readme.matchAll(/npm run ([\w:]+)/g)) assert.ok(name in scripts, name);
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

describe('the guide for those who take part', () => {
  const contributing = readFileSync('CONTRIBUTING.md', 'utf8');

  test('names files and commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [, path = ''] of contributing.matchAll(/`((?:src|tests|content|\.github)\/[\w./-]+)`/g))
      assert.ok(existsSync(path), path);
    for (const [, name = ''] of contributing.matchAll(/npm run ([\w:]+)/g)) assert.ok(name in scripts, name);
    for (const [, path = ''] of contributing.matchAll(/\]\((?!http)([^)#]+)\)/g))
      assert.ok(existsSync(path), path);
  });
  test('names what the type checker asks for when a locale is added, and nothing else', () => {
    const asked = filesThatNoLongerFit('src/model/locales.ts', (text) =>
      text
        .replace('export const locales = [', "export const locales = ['fi-FI', ")
        .replace(
          "  'de-DE': {\n",
          "  'fi-FI': { path: 'fi-fi', name: 'Suomi', aliases: [], ranges: ['fi'], fallbacks: [] },\n  'de-DE': {\n",
        ),
    );
    const step = contributing.slice(
      contributing.indexOf('The type checker now'),
      contributing.indexOf('3. Write the dictionary'),
    );
    assert.deepEqual(
      [...step.matchAll(/`((?:src|tests)\/[\w./-]+)`/g)].map(([, path]) => path).sort(),
      asked,
    );
  });
  test('is right that the type checker asks for a new key in every dictionary', () => {
    const asked = filesThatNoLongerFit('src/i18n/dictionary.ts', (text) =>
      text.replace("'nav.skip':", "'nav.new': 'A new one',\n  'nav.skip':"),
    );
    for (const locale of locales) assert.ok(asked.includes(`src/i18n/${locale}.ts`), locale);
  });
});

test('the container is made of what a build writes, and the README has its command', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  assert.match(dockerfile, /dist\.hosts\/nginx-behind-proxy\.conf/);
  for (const [, path = ''] of dockerfile.matchAll(/^COPY (?!--from)([^.\s]\S*(?: \S+)*) \.\/$/gm))
    for (const file of path.split(' ')) assert.ok(existsSync(file), file);
  assert.match(readme, /docker build --build-arg SITE_URL=/);
});

describe('the workflows', () => {
  for (const name of readdirSync('.github/workflows')) {
    test(`${name} runs commands that exist, and keeps hidden files of a site`, () => {
      const text = readFileSync(`.github/workflows/${name}`, 'utf8');
      const { jobs } = parse(text) as { jobs: Record<string, { steps: { uses?: string; with?: object }[] }> };
      const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
      for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([\w:]+)/g))
        assert.ok(script in scripts, script);
      // What is published has a folder `.well-known`.
      for (const { uses = '', with: given = {} } of Object.values(jobs).flatMap(({ steps }) => steps))
        if (/upload-(?:pages-)?artifact@/.test(uses) && !JSON.stringify(given).includes('sbom'))
          assert.deepEqual({ ...given, 'include-hidden-files': true }, given, uses);
    });
  }
});
