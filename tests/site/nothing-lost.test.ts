import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { localeFacts, localeOfTag } from '../../src/model/locales.ts';
import { sharedSite } from '../support/built-site.ts';
import { inventoryOfPage, inventoryOfSource, lostIn } from '../support/lost-words.ts';

const sample = '../shared/archive-sample';
/** Second files for one edition, which are set aside. */
const setAside = new Set(['it-IT/2012/2755801.md', 'pt-BR/2014/2755801.md', 'zh-CN/2014/2755801.md']);

describe('every word, link and verbatim line of the sample is on its page', {
  skip: existsSync(sample) ? false : 'the sample of the archive is not here',
}, () => {
  if (!existsSync(sample)) return;
  const site = sharedSite({ ADVISORIES: sample });
  const files = readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && !setAside.has(path))
    .sort();
  for (const file of files) {
    test(file, () => {
      const locale = localeOfTag(file.split('/')[0] ?? '');
      assert.ok(locale);
      const id = file.split('/').at(-1)?.replace('.md', '');
      const page = site.get(`${localeFacts[locale].path}/${id}/index.html`)?.toString('utf8') ?? '';
      const source = inventoryOfSource(readFileSync(join(sample, file), 'utf8'));
      assert.ok(source.words.length > 20, `${source.words.length} words`);
      assert.deepEqual(lostIn(source, inventoryOfPage(page)), []);
    });
  }
});

describe('the audit notices', () => {
  const source = inventoryOfSource(
    '---\nTitle: A\n---\n\n# Hinweis 1\n\n## Der Dienst\n\nVeröffentlicht: 13. Juni 2008\n\nEin **Absatz** mit [einem Verweis](https://a.example/1) und Text.\n\n```\nError 0x1  at 2\n```\n\n| A | B |\n|---|---|\n| Zelle | zwei |\n',
  );
  const page =
    '<main><h1>Hinweis 1</h1><h2>Der Dienst</h2><p>Ein <strong>Absatz</strong> mit <a href="https://a.example/1">einem Verweis</a> und Text.</p><pre>Error 0x1  at 2</pre><table><tr><th>A</th><th>B</th></tr><tr><td>Zelle</td><td>zwei</td></tr></table></main>';
  test('nothing where nothing is lost', () => assert.deepEqual(lostIn(source, inventoryOfPage(page)), []));
  for (const [what, from, to, lost] of [
    ['a word', 'und Text', 'und', ['Text']],
    ['a word that stands once too few', 'Der Dienst', 'Dienst', ['Der']],
    ['a cell of a table', '<td>zwei</td>', '<td></td>', ['zwei']],
    ['a link', 'href="https://a.example/1"', 'href="https://a.example/2"', ['https://a.example/1']],
    ['a line of code whose order changed', '0x1  at 2', 'at 0x1 2', ['Error 0x1 at 2']],
  ] as const) {
    test(what, () => assert.deepEqual(lostIn(source, inventoryOfPage(page.replace(from, to))), [...lost]));
  }
});
