import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ingestEdition } from '../../src/ingest/ingest.ts';
import { advisoriesOf } from '../../src/model/advisory.ts';
import type { Edition } from '../../src/model/edition.ts';

const folders = ['../shared/archive-sample', '../shared/bulletin-sample'].filter((folder) =>
  existsSync(folder),
);
const bulletins = '../shared/bulletin-sample';

interface File {
  readonly path: string;
  readonly source: string;
  readonly edition: Edition;
}

const filesOf = (folder: string): File[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort()
    .flatMap((path) => {
      const bytes = readFileSync(`${folder}/${path}`);
      const { edition } = ingestEdition(bytes, { path, shown: path });
      if (edition === undefined) return [];
      const whole = { ...edition, images: [], textKey: path, sourceDigest: '' };
      return [{ path, source: bytes.toString('utf8'), edition: whole }];
    });

/** Ids that not every language of a document has, and why: the files themselves differ there. */
const differing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ms06-034': {
    'cve-2006-0026-workarounds': 'zh-CN has the heading of the vulnerability twice, for the workarounds, too',
    'vulnerability-information-part-3': 'the same',
    'server-update-services': 'zh-CN does not have this label',
  },
  'ms08-052': { 'faq-78': 'nb-NO and zh-CN lack the first question, which a later revision added' },
  'ms08-067': {
    'vulnerability-information-part-3': 'pt-BR underlines a line of output',
    'update-deployment-part-11': 'only zh-CN has Windows 7 Beta',
    'update-deployment-part-12': 'the same',
    'update-deployment-part-12-update-installation': 'the same',
    'update-deployment-part-12-update-verification': 'the same',
  },
  'ms08-oct': {
    'faq-1': 'it names the tables without a question mark, outside a section of questions',
    'faq-2': 'the same',
    'update-strategies': 'de-DE does not have this heading',
  },
  'ms09-001': {
    'cve-2008-4835-mitigating-factors': 'de-DE calls them workarounds in the heading',
    'cve-2008-4835-part-2': 'and then the workarounds again',
  },
  'ms09-014': {
    'faq-64': 'zh-CN lacks two questions of the last vulnerabilities',
    'faq-65': 'the same',
  },
  'ms11-aug': {
    'faq-1': 'it names the tables without a question mark, outside a section of questions',
    'faq-2': 'the same',
    'update-strategies': 'de-DE does not have this heading',
    'other-updates': 'de-DE does not have this heading',
    'security-community': 'de-DE does not have this heading',
  },
  'ms12-040': { 'faq-16': 'pt-BR has one question whose bold is broken off' },
  'ms14-025': { 'faq-16': 'pt-BR lacks one question' },
};

describe('82 bulletins and summaries', {
  skip: existsSync(bulletins) ? false : 'the sample of bulletins is not here',
}, () => {
  const files = existsSync(bulletins) ? filesOf(bulletins) : [];
  const documents = advisoriesOf(files.map(({ edition }) => edition));
  test('are editions of 22 documents', () => assert.deepEqual([files.length, documents.length], [82, 22]));
  for (const { id, editions } of documents)
    test(`${id} has the same sections and questions in ${editions.size} languages`, () => {
      const all = [...editions.values()].map(({ outline }) => new Set(outline.map((entry) => entry.id)));
      const lacking = [...new Set(all.flatMap((ids) => [...ids]))].filter((one) =>
        all.some((ids) => !ids.has(one)),
      );
      assert.deepEqual(lacking.sort(), Object.keys(differing[id] ?? {}).sort());
    });
});

/** In five languages, without the words that ingest has. */
const not =
  /^(?:[*#\s|>]|<[^>]*>)*(?:nicht (?:betroffen|anfällig)|(?:software|sistemi|prodotti|periferiche|dispositivi) non (?:interessat|vulnerabil)|uberørt|ikke[- ]berørt|(?:softwares?|produtos?|dispositivos?|sistemas?) não (?:afetad|vulneráve)|不受影响的|不易受)/i;
/** What begins a part of its own: a heading, a bold line, a caption. */
const begins = /^(?:#{1,6} |\*\*[^*]+\*\*[:：]?\s*$|<caption>)|^[-=]{3,}\s*$/;

/** The first cells of tables, and the items of lists, that a source has under a line that says what is not affected. */
function calledNotAffected(source: string): Set<string> {
  const found = new Set<string>();
  let isIn = false;
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  for (const [at, line] of lines.entries()) {
    const isUnderlined = /^[-=]{3,}\s*$/.test(lines[at + 1] ?? '');
    if (not.test(line) && line.length < 120) isIn = true;
    else if (isUnderlined || begins.test(line)) isIn = isIn && /^[-=]{3,}/.test(line);
    else if (isIn) {
      const cell = /^\| *([^|]+?) *\|/.exec(line)?.[1] ?? /^[-*] +(.+)$/.exec(line)?.[1];
      if (cell !== undefined && !/^[-:]+$/.test(cell)) found.add(plain(cell));
    }
  }
  return found;
}

/** The same of what the source lists elsewhere: a product may be affected in one version of a component, and not in another. */
const listedElsewhere = (source: string, name: string): boolean => {
  let isIn = false;
  return source.split('\n').some((line) => {
    if (not.test(line)) isIn = true;
    else if (begins.test(line)) isIn = false;
    return !isIn && plain(line).includes(name);
  });
};

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>|\[([^\]]*)\]\([^)]*\)|[*\\]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

describe('a product that the text calls not affected, and lists nowhere else, is not named as affected', {
  skip: folders.length > 0 ? false : 'the samples are not here',
}, () => {
  let called = 0;
  for (const folder of folders)
    for (const { path, source, edition } of filesOf(folder)) {
      const names = calledNotAffected(source);
      called += names.size;
      if (names.size > 0)
        test(path, () =>
          assert.deepEqual(
            edition.affected.filter((name) => names.has(name) && !listedElsewhere(source, name)),
            [],
          ),
        );
    }
  test('and there are such products', () => assert.ok(called > 50, `${called}`));
});
