/**
 * Runs every check, one after the other, and says which. Plain JavaScript for Node 20: it is started by
 * whatever Node there is, and starts the checks through npm, which puts the project’s own first.
 */
import { spawnSync } from 'node:child_process';

const checks = [
  ['test:types', 'Types'],
  ['test:style', 'Lint and format'],
  ['test:unit', 'Unit tests and architecture'],
  ['build', 'The site, built'],
  ['test:site', 'Tests of built sites'],
  ['test:browser', 'Browser tests'],
];

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
for (const [index, [script, title]] of checks.entries()) {
  console.log(`\n[${index + 1}/${checks.length}] ${title} (npm run ${script})`);
  const started = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`\n${title}: failed after ${seconds} s`);
    process.exit(status ?? 1);
  }
  console.log(`${title}: passed in ${seconds} s`);
}
console.log('\nEvery check passed.');
