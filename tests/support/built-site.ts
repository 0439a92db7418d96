import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markupIn } from '../../src/html/tags.ts';
import { digestOf } from '../../src/site/digest.ts';

/** Files of a built site by their path, with forward slashes. */
export type Site = ReadonlyMap<string, Buffer>;

export function readSite(folder: string): Site {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]));
}

/** A file of a site as text; empty where it is not there. */
export const textIn = (site: Site, path: string): string => site.get(path)?.toString('utf8') ?? '';

/** The file that answers an address: a whole one, or its path, under `base`. */
export const fileAt = (address: string, base: string): string =>
  new URL(address, 'http://localhost').pathname.slice(base.length).replace(/(?:^|(?<=\/))$/, 'index.html');

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'concord-site-'));

/**
 * Builds a site as `npm run build` does.
 *
 * @param project the folder of the project; a copy, for who meddles with what it keeps
 */
export function build(
  environment: Readonly<Record<string, string>>,
  project = '.',
): {
  status: number | null;
  output: string;
  /** Number of the process. */
  pid: number;
} {
  const { status, stdout, stderr, pid } = spawnSync('astro', ['build', '--silent'], {
    cwd: project,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
  return { status, output: `${stdout}${stderr}`, pid };
}

/**
 * Builds a site into a folder of its own and reads it.
 *
 * @throws Error with the output where it cannot be built
 */
export function builtSite(environment: Readonly<Record<string, string>>, project = '.'): Site {
  const folder = newFolder();
  const { status, output } = build({ ...environment, OUT_DIR: folder }, project);
  if (status !== 0) throw new Error(output);
  return readSite(folder);
}

/**
 * The same, built once for all test files of a run: they are separate processes of one test runner, one after the
 * other. Only for content and settings that no test changes, and where it does not matter that it is built.
 */
export function sharedSite(environment: Readonly<Record<string, string>>): Site {
  const name = digestOf(JSON.stringify(Object.entries(environment).sort())).slice(0, 16);
  const folder = join(tmpdir(), `concord-shared-${process.ppid}`, name);
  if (!existsSync(folder)) {
    const { status, output } = build({ ...environment, OUT_DIR: folder });
    if (status !== 0) throw new Error(output);
  }
  return readSite(folder);
}

/** Values of an attribute in a page, of elements alone: a text may look like one. */
export const attributes = (html: string, name: string): string[] =>
  markupIn(html).flatMap((markup) => markup.attributes.get(name) ?? []);
