import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readSite, type Site } from '../support/built-site.ts';
import { copyOfProject } from '../support/project-copy.ts';

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
