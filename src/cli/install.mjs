/**
 * Installs the packages of the lock file where they are missing or others. Plain JavaScript for Node 20,
 * because it runs before there is anything else.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What is to be installed, or is: name, version and checksum of every package. */
function packagesIn(path) {
  try {
    const { packages } = JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
    return new Map(Object.entries(packages).filter(([name]) => name !== ''));
  } catch {
    return new Map();
  }
}

const wanted = packagesIn('package-lock.json');
const installed = packagesIn('node_modules/.package-lock.json');
const missing = [...wanted].filter(
  // Optional packages are left out where they are for another system.
  ([name, { version, optional }]) =>
    installed.get(name)?.version !== version && !(optional && installed.size > 0),
);

if (missing.length > 0) {
  console.log('Installing the packages of package-lock.json …');
  const { status } = spawnSync('npm', ['ci'], {
    cwd: new URL('../../', import.meta.url),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
