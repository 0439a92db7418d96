/** Puts the parts of a site that were built with `PART` together, in `OUT_DIR`. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeHostFiles } from '../build/host-files.ts';
import type { SiteIndex } from '../publish/site-index.ts';
import { settings } from '../site/settings.ts';

const usage = 'npm run assemble -- <folder of a part> …';

try {
  // A build of a part may leave the list of its problems beside it.
  assemble(process.argv.slice(2).filter((path) => !path.endsWith('.problems.txt')));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** @throws Error with what is missing, or with the files that were made of different content or settings */
function assemble(parts: readonly string[]): void {
  const { base, outDir } = settings();
  const strange = parts.filter((part) => !existsSync(join(part, '404.html')));
  if (parts.length === 0) throw new Error(usage);
  if (strange.length > 0) throw new Error(`${strange.join(', ')}: no built part of a site\n${usage}`);
  const files = new Map<string, string>();
  const disagreeing = new Set<string>();
  for (const part of parts) {
    for (const path of filesOf(part)) {
      const other = files.get(path);
      if (other === undefined) files.set(path, join(part, path));
      else if (!readFileSync(other).equals(readFileSync(join(part, path)))) disagreeing.add(path);
    }
  }
  const missing = namedFiles(parts[0] ?? '', base).filter((path) => !files.has(path));
  if (disagreeing.size > 0)
    throw new Error(
      `${told([...disagreeing])}\nParts have different files of these names; build all from one state, with the same settings.`,
    );
  if (missing.length > 0)
    throw new Error(`${told(missing)}\nNo part has these; there is one for each language, and the rest.`);
  rmSync(outDir, { recursive: true, force: true });
  for (const part of parts) cpSync(resolve(part), outDir, { recursive: true });
  writeHostFiles(outDir);
  console.log(`${outDir}: put together from ${parts.length} parts.`);
}

/** What the index of a part says that there is: in it, or in the other parts. */
function namedFiles(part: string, base: string): string[] {
  const { advisories, languages } = JSON.parse(readFileSync(join(part, 'index.json'), 'utf8')) as SiteIndex;
  const addresses = [
    ...languages.map(({ list }) => list),
    ...advisories.flatMap(({ address, editions }) => [
      address,
      ...editions.flatMap(({ page, csaf }) => [page, ...(csaf === null ? [] : [csaf])]),
    ]),
  ];
  return addresses.map((address) =>
    new URL(address).pathname.slice(base.length).replace(/(?:^|(?<=\/))$/, 'index.html'),
  );
}

function filesOf(part: string): string[] {
  return readdirSync(part, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(part, path)).isFile(),
  );
}

/** The first few: one part that was built otherwise makes thousands. */
function told(paths: readonly string[]): string {
  const most = 10;
  return [
    ...paths.slice(0, most),
    ...(paths.length > most ? [`… and ${paths.length - most} more`] : []),
  ].join('\n');
}
