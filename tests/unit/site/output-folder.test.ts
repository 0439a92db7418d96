import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { hostsMarkText, listHead, markText, wouldDestroy } from '../../../src/site/output-folder.ts';
import { folderWith } from '../../support/folders.ts';

const destroyed = (folder: string): string[] =>
  wouldDestroy(join(folder, 'site'), (path) => path.slice(folder.length + 1));

describe('a build would destroy what no build made:', () => {
  for (const [what, files, named] of [
    [
      'a folder with a page for unknown addresses',
      { 'site/404.html': 'mine', 'site/CNAME': 'a.example' },
      'site',
    ],
    ['a folder with any file', { 'site/notes.txt': 'mine' }, 'site'],
    ['a folder whose mark is another', { 'site/.concord-build': 'mine' }, 'site'],
    ['a folder that is named like that for hosts', { 'site.hosts/nginx.conf': 'adapted' }, 'site.hosts'],
    ['a folder that is named like the site before', { '.site.last/a': 'mine' }, '.site.last'],
    ['a folder that is named like the site on its way', { '.site.next/a': 'mine' }, '.site.next'],
    ['a file that is named like the list of problems', { 'site.problems.txt': 'mine' }, 'site.problems.txt'],
    [
      'a folder that is named like the list of problems',
      { 'site.problems.txt/a': 'mine' },
      'site.problems.txt',
    ],
    ['a file that is named like the folder for hosts', { 'site.hosts': 'mine' }, 'site.hosts'],
  ] as const)
    test(what, () => {
      const [sentence = '', ...others] = destroyed(folderWith(files));
      assert.ok(sentence.startsWith(`${named} was not `), sentence);
      assert.match(sentence, /was not (?:made|written) by a build.*move it away, or name another OUT_DIR$/);
      assert.deepEqual(others, []);
    });
  test('a symbolic link to nothing', () => {
    const folder = folderWith({});
    symlinkSync('nowhere', join(folder, 'site'));
    assert.deepEqual(destroyed(folder), [
      'site is a symbolic link to nothing; make the folder that it leads to',
    ]);
  });
});

describe('a build destroys nothing where there is', () => {
  for (const [what, files] of [
    ['nothing', {}],
    ['a site with its mark', { 'site/.concord-build': markText, 'site/index.html': '' }],
    ['a folder for hosts with its mark', { 'site.hosts/.concord-build': `${hostsMarkText}0  nginx.conf\n` }],
    ['a list of problems of the last build', { 'site.problems.txt': `${listHead}a` }],
    ['a folder with another name', { 'site2/CNAME': 'a.example' }],
  ] as const)
    test(what, () => assert.deepEqual(destroyed(folderWith(files)), []));
  test('an empty folder', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'site'));
    assert.deepEqual(destroyed(folder), []);
  });
});
