/** Puts the parts of a site that were built with `PART` together, in `OUT_DIR`. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeHostFiles } from '../build/host-files.ts';
import { settings } from '../site/settings.ts';

const usage = 'OUT_DIR=<new folder> npm run assemble -- <folder of a part> …';

try {
  assemble(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** @throws Error that names every file that two parts have and disagree on: they were made of different content */
function assemble(parts: readonly string[]): void {
  const { outDir } = settings();
  const missing = parts.filter((part) => !existsSync(join(part, '404.html')));
  if (parts.length === 0) throw new Error(usage);
  if (missing.length > 0) throw new Error(`${missing.join(', ')}: no built part of a site\n${usage}`);
  if (existsSync(outDir) && readdirSync(outDir).length > 0)
    throw new Error(`${outDir} is not empty; name a new folder\n${usage}`);
  const disagreeing = parts.flatMap((part, at) =>
    filesOf(part)
      .filter((path) => parts.slice(0, at).some((other) => differ(join(part, path), join(other, path))))
      .map((path) => `${path} in ${part} is not that of another part; build all parts from one state`),
  );
  if (disagreeing.length > 0) throw new Error(disagreeing.join('\n'));
  mkdirSync(outDir, { recursive: true });
  for (const part of parts) cpSync(resolve(part), outDir, { recursive: true });
  writeHostFiles(outDir);
  console.log(`${outDir}: put together from ${parts.length} parts.`);
}

/** Without what is written anew from all of them. */
function filesOf(part: string): string[] {
  return readdirSync(part, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/^_(?:headers|redirects)$/.test(path) && statSync(join(part, path)).isFile(),
  );
}

function differ(file: string, other: string): boolean {
  return existsSync(other) && !readFileSync(file).equals(readFileSync(other));
}
