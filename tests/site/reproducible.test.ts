import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { newFolder, readSite, type Site } from '../support/built-site.ts';

/** What a build reads, in another folder, with nothing that an earlier build has kept. */
function copyOfProject(): string {
  const folder = join(newFolder(), 'a folder with another name');
  for (const path of [
    'src',
    'content',
    'public',
    'tests/content',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(path, join(folder, path), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((one) => !/^\.(?:astro|cache|vite)/.test(one)))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  return folder;
}

/** @param outDir where the site is written, from the folder of the project */
function builtElsewhere(
  environment: Record<string, string>,
  outDir: (project: string) => string,
): { site: Site; hosts: Site } {
  const cwd = copyOfProject();
  const out = outDir(cwd);
  const { status, stdout, stderr } = spawnSync('astro', ['build', '--silent'], {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      ADVISORIES: 'tests/content',
      SITE_URL: 'https://advisories.example',
      OUT_DIR: out,
      ...environment,
    },
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return { site: readSite(out), hosts: readSite(`${out}.hosts`) };
}

describe('two builds in two folders, time zones and languages', () => {
  const here = builtElsewhere({ TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'C' }, (project) =>
    join(project, 'dist'),
  );
  // Beside the project, in a folder that is not there yet, whose path begins with that of the project.
  const there = builtElsewhere(
    { TZ: 'Pacific/Pago_Pago', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    (project) => `${project}-site/next`,
  );
  for (const part of ['site', 'hosts'] as const)
    test(`are byte-identical: the ${part}`, () => {
      assert.ok(here[part].size > 1);
      assert.deepEqual([...here[part].keys()], [...there[part].keys()]);
      const differing = [...here[part]].filter(([path, bytes]) => !there[part].get(path)?.equals(bytes));
      assert.deepEqual(
        differing.map(([path]) => path),
        [],
      );
    });
});
