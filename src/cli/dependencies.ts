/** Weighs the packages: their licences, versions known to be bad, and what `npm audit` knows. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { packageProblems } from '../release/packages.ts';
import { projectFile } from '../site/settings.ts';

const { packages } = JSON.parse(readFileSync(projectFile('package-lock.json'), 'utf8'));
const problems = packageProblems(packages);
for (const problem of problems) console.error(problem);
console.log(`Packages ${Object.keys(packages).length - 1}, problems ${problems.length}.`);

const { status, stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: projectFile('.'),
  encoding: 'utf8',
  maxBuffer: 1e8,
  shell: process.platform === 'win32',
});
const { vulnerabilities, error, message } = JSON.parse(stdout || '{}');
if (vulnerabilities === undefined) {
  console.error(
    `npm audit could not be asked: ${error?.summary || message || error?.code || 'no answer'}; licences were weighed, vulnerabilities were not`,
  );
} else {
  for (const [name, { severity, range }] of Object.entries<{ severity: string; range: string }>(
    vulnerabilities,
  ))
    console.error(`${name} ${range}: ${severity}; npm audit says more`);
}
// Without an answer nothing is known, and that is no pass.
if (problems.length > 0 || status !== 0) process.exitCode = 1;
