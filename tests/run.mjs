/**
 * Runs every check and says which. Plain JavaScript for Node 20: it is started by whatever Node there is, and starts
 * the checks through npm, which puts the project’s own first.
 */
import { spawn } from 'node:child_process';

/** One after the other; those of one line at the same time. */
const stages = [
  [['test:types', 'Types']],
  [['test:style', 'Lint and format']],
  [['test:unit', 'Unit tests and architecture']],
  [['build', 'The site, built']],
  [
    ['test:site', 'Tests of built sites'],
    ['test:build', 'Tests of building'],
  ],
  [['test:browser', 'Browser tests']],
];

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
for (const [index, checks] of stages.entries()) {
  for (const [script, title] of checks)
    console.log(`\n[${index + 1}/${stages.length}] ${title} (npm run ${script})`);
  const failed = (await Promise.all(checks.map((check) => passes(check, checks.length > 1)))).includes(false);
  if (failed) process.exit(1);
}
console.log('\nEvery check passed.');

/**
 * @param isBeside whether others run at the same time: then its output comes in one piece at its end
 * @returns whether it passed
 */
function passes([script, title], isBeside) {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', isBeside ? 'pipe' : 'inherit', isBeside ? 'pipe' : 'inherit'],
    env,
    shell: process.platform === 'win32',
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => output.push(piece));
  return new Promise((resolve) => {
    const end = (isPassed) => {
      process.stdout.write(Buffer.concat(output));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (isPassed) console.log(`${title}: passed in ${seconds} s`);
      else console.error(`\n${title}: failed after ${seconds} s`);
      resolve(isPassed);
    };
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      end(false);
    });
    child.on('close', (status) => end(status === 0));
  });
}
