import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectFile } from '../../src/site/settings.ts';
import { build, builtSite, newFolder, readSite, type Site } from '../support/built-site.ts';
import { archiveFile } from '../support/files.ts';
import { folderWith } from '../support/folders.ts';
import { copyOfProject } from '../support/project-copy.ts';

const content = { ADVISORIES: 'tests/content' };

/** Everything under a folder that a person may have put there, by path. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries([...readSite(folder)].map(([path, bytes]) => [path, bytes.toString('latin1')]));

function assertSame(a: Site, b: Site): void {
  assert.deepEqual([...a.keys()], [...b.keys()]);
  for (const [path, bytes] of a) assert.ok(bytes.equals(b.get(path) ?? Buffer.alloc(0)), `${path} differs`);
}

test('a build stops before it does any work where it would destroy what no build made, and names all of it', () => {
  const folder = folderWith({
    'site/404.html': 'mine',
    'site/CNAME': 'a.example',
    'site.problems.txt': 'mine',
  });
  const before = filesIn(folder);
  const { status, output } = build({ ...content, OUT_DIR: join(folder, 'site') });
  assert.equal(status, 1);
  assert.match(output, /\/site was not made by a build.*move it away, or name another OUT_DIR/);
  assert.match(
    output,
    /\/site\.problems\.txt was not written by a build.*move it away, or name another OUT_DIR/,
  );
  assert.doesNotMatch(output, /Reading|\bat .*\.ts:\d+/);
  assert.deepEqual(filesIn(folder), before);
});

describe('what a build made, it replaces', () => {
  const folder = folderWith({});
  const outDir = join(folder, 'not/there/yet/site');
  // A warning is written beside the site, whose folder is not there yet.
  const warned = folderWith({ 'de-DE/123456.md': archiveFile({ dates: '' }) });
  const first = build({ ADVISORIES: warned, OUT_DIR: outDir, PART: 'de-de' });
  test('and makes the folders around it', () => {
    assert.equal(first.status, 0, first.output);
    assert.ok(existsSync(`${outDir}.problems.txt`));
  });
  test('and leaves nothing of itself beside it', () => {
    writeFileSync(join(outDir, 'old.html'), 'x');
    const { status, output, pid } = build({ ADVISORIES: warned, OUT_DIR: outDir });
    assert.equal(status, 0, output);
    assert.equal(existsSync(join(outDir, 'old.html')), false);
    assert.deepEqual(readdirSync(join(outDir, '..')).sort(), ['site', 'site.hosts', 'site.problems.txt']);
    assert.deepEqual(
      readdirSync(projectFile('.astro')).filter(
        (name) => name.startsWith('build-') && name.endsWith(`-${pid}`),
      ),
      [],
    );
  });
  test('but a file for a host that was adapted stays, and the new one is beside it', () => {
    const file = join(`${outDir}.hosts`, 'nginx.conf');
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, written.replace('/srv/concord', '/var/www'));
    writeFileSync(join(`${outDir}.hosts`, 'notes.txt'), 'mine');
    for (let again = 0; again < 2; again += 1) {
      const { status, output } = build({ ADVISORIES: warned, OUT_DIR: outDir });
      assert.equal(status, 0, output);
      assert.match(
        output,
        /nginx\.conf: was changed since it was built, and stays; the new one is nginx\.conf\.new/,
      );
      assert.match(readFileSync(file, 'utf8'), /root \/var\/www;/);
      assert.equal(readFileSync(`${file}.new`, 'utf8'), written);
      assert.equal(readFileSync(join(`${outDir}.hosts`, 'notes.txt'), 'utf8'), 'mine');
    }
  });
  test('nor is the new one written over one that was changed', () => {
    const file = join(`${outDir}.hosts`, 'nginx.conf.new');
    writeFileSync(file, 'merged');
    assert.equal(build({ ADVISORIES: warned, OUT_DIR: outDir }).status, 0);
    assert.equal(readFileSync(file, 'utf8'), 'merged');
  });
  test('and a site does not take the place of the files for hosts', () => {
    const { status, output } = build({ ADVISORIES: warned, OUT_DIR: `${outDir}.hosts` });
    assert.equal(status, 1);
    assert.match(output, /site\.hosts was not made by a build/);
    assert.match(readFileSync(join(`${outDir}.hosts`, 'nginx.conf'), 'utf8'), /\/var\/www/);
  });
  test('and puts the last site back where a build was ended between its last two steps', () => {
    const last = join(outDir, '../.site.last');
    renameSync(outDir, last);
    const { status } = build({ ADVISORIES: folderWith({ 'a.md': '---js\n---\n' }), OUT_DIR: outDir });
    assert.equal(status, 1);
    assert.ok(existsSync(join(outDir, 'index.html')));
  });
});

describe('an OUT_DIR that is a symbolic link', () => {
  test('stays one, and what it leads to is replaced', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'site'));
    for (let again = 0; again < 2; again += 1) {
      const { status, output } = build({ ...content, OUT_DIR: join(folder, 'site') });
      assert.equal(status, 0, output);
      assert.equal(readlinkSync(join(folder, 'site')), 'real');
      assert.ok(existsSync(join(folder, 'real/index.html')));
    }
    assert.ok(!lstatSync(join(folder, 'real')).isSymbolicLink());
  });
  test('to nothing is reported', () => {
    const folder = folderWith({});
    symlinkSync('nowhere', join(folder, 'site'));
    const { status, output } = build({ ...content, OUT_DIR: join(folder, 'site') });
    assert.equal(status, 1);
    assert.match(output, /is a symbolic link to nothing/);
    assert.equal(readlinkSync(join(folder, 'site')), 'nowhere');
  });
});

describe('a content folder without any advisory', () => {
  const empty = folderWith({ '.gitkeep': '', 'notes/todo.txt': '' });
  const outDir = newFolder();
  assert.equal(build({ ...content, OUT_DIR: outDir }).status, 0);
  const before = readSite(outDir);
  test('ends the build, and the last site stays', () => {
    const { status, output } = build({ ADVISORIES: empty, OUT_DIR: outDir });
    assert.equal(status, 1);
    assert.match(output, /no file in it is an advisory[\s\S]*ALLOW_EMPTY=1 builds a site without any/);
    assertSame(before, readSite(outDir));
  });
  test('gives a site that says so, to who means it', () => {
    const site = builtSite({ ADVISORIES: empty, ALLOW_EMPTY: '1' });
    assert.match(
      site.get('de-de/index.html')?.toString('utf8') ?? '',
      /Es ist noch keine Sicherheitsempfehlung veröffentlicht\./,
    );
  });
});

describe('names in the content', () => {
  test('that look like a path publish no other file, and end no build', () => {
    const secret = 'the key of the build machine';
    const folder = folderWith({
      'secret.txt': secret,
      'content/de-DE/x\\..\\..\\..\\secret.txt': archiveFile(),
      'content/de-DE/a\\b.md': archiveFile().replaceAll('123456', '123457'),
    });
    const site = builtSite({ ADVISORIES: join(folder, 'content') });
    assert.equal(site.get('de-de/123456.md')?.toString('utf8'), archiveFile());
    assert.equal(site.get('de-de/123457.md')?.toString('utf8'), archiveFile().replaceAll('123456', '123457'));
    for (const [path, bytes] of site) assert.ok(!bytes.includes(secret), path);
  });
  test('of an old address that look like a file are folders', () => {
    const addressed = (id: string, ending: string) =>
      archiveFile().replaceAll('123456(v=Security.10)', `${id}.${ending}`).replaceAll('123456', id);
    const endings = ['html', 'xml', 'json', 'md', 'js', 'br'];
    const site = builtSite({
      ADVISORIES: folderWith(
        Object.fromEntries(
          endings.map((ending, at) => [`de-DE/90000${at}.md`, addressed(`90000${at}`, ending)]),
        ),
      ),
    });
    for (const [at, ending] of endings.entries())
      assert.ok(site.has(`de-DE/library/90000${at}.${ending}/index.html`), ending);
  });
});

describe('what a build keeps for the next', () => {
  const project = copyOfProject();
  const outDir = newFolder();
  assert.equal(build({ ...content, OUT_DIR: outDir }, project).status, 0);
  const right = readSite(outDir);
  test('has no second name in a published site', () => {
    for (const path of right.keys()) assert.equal(statSync(join(outDir, path)).nlink, 1, path);
  });
  test('is not changed by who edits a published file', () => {
    writeFileSync(join(outDir, 'de-de/index.html.br'), '');
    assertSame(right, builtSite(content, project));
  });
  test('costs time and never truth where it was spoilt', () => {
    for (const folder of ['concord', 'concord-compressed', 'concord-search']) {
      const place = join(project, 'node_modules/.cache', folder);
      const files = [...readSite(place).keys()];
      assert.ok(files.length > 5, folder);
      for (const [at, path] of files.entries()) {
        if (at % 3 === 0) writeFileSync(join(place, path), '');
        if (at % 3 === 1) rmSync(join(place, path));
        if (at % 3 === 2) writeFileSync(join(place, path), 'x', { flag: 'a' });
      }
    }
    assertSame(right, builtSite(content, project));
  });
});

test('two builds at once, of different content, are what they are one after the other', async () => {
  const one = folderWith({});
  cpSync('tests/content', one, { recursive: true });
  const two = folderWith({ 'de-DE/123456.md': archiveFile() });
  const started = [one, two, one, two].map((folder) => {
    const outDir = newFolder();
    const child = spawn('astro', ['build', '--silent'], {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ADVISORIES: folder, OUT_DIR: outDir },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        output += text.toString();
      });
    return new Promise<{ outDir: string; folder: string }>((resolve, reject) =>
      child.on('exit', (status) => (status === 0 ? resolve({ outDir, folder }) : reject(new Error(output)))),
    );
  });
  const sites = await Promise.all(started);
  const alone = new Map([one, two].map((folder) => [folder, builtSite({ ADVISORIES: folder })]));
  for (const { outDir, folder } of sites) assertSame(alone.get(folder) ?? new Map(), readSite(outDir));
});
