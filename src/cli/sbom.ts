/** Writes `sbom.cdx.json`: every package that the site is made with, as CycloneDX. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { steadyBom } from '../release/sbom.ts';
import { projectFile } from '../site/settings.ts';

const { name } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'));
const { status, stdout, stderr } = spawnSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
  { cwd: projectFile('.'), encoding: 'utf8', maxBuffer: 1e8, shell: process.platform === 'win32' },
);
if (status === 0) {
  writeFileSync(projectFile('sbom.cdx.json'), steadyBom(stdout, name));
  console.log('Written: sbom.cdx.json');
} else {
  console.error(stderr);
  process.exitCode = 1;
}
