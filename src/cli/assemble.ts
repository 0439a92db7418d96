/** Puts the parts of a site that were built with `PART` together, in `OUT_DIR`. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeHostFiles } from '../build/host-files.ts';
import { siteFiles } from '../build/site-files.ts';
import { makeRoom, putBack, takePlace } from '../build/take-place.ts';
import type { SiteIndex } from '../publish/site-index.ts';
import { holds } from '../site/holds.ts';
import { besideOf, isBuilt, wouldDestroy } from '../site/output-folder.ts';
import { shownPath } from '../site/paths.ts';
import { projectFile, settings } from '../site/settings.ts';
import { endWithUsage } from './end-with-usage.ts';

const usage = 'npm run assemble -- <folder of a part> …';

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  // Builds of parts leave the lists of their problems beside them, where `parts/*` finds them.
  assemble(positionals.filter((path) => !/\.(?:problems\.txt|hosts)$/.test(path)));
} catch (error) {
  endWithUsage(error, usage);
}

/** @throws Error with what is missing or in the way, or with the files that were made of different content or settings */
function assemble(parts: readonly string[]): void {
  const { base, outDir } = settings();
  if (parts.length === 0) throw new Error('name the parts');
  const strange = parts.filter((part) => !isBuilt(part));
  if (strange.length > 0) throw new Error(`${strange.join(', ')}: not a part of a site that a build made`);
  const { site, hosts, next, last } = besideOf(outDir);
  const touched = parts.filter((part) =>
    [site, hosts, next, last].some((place) => overlap(realpathSync(part), place)),
  );
  if (touched.length > 0)
    throw new Error(
      `OUT_DIR=${outDir}: is, holds or lies in the part ${touched.join(', ')}; name another folder`,
    );
  const lost = wouldDestroy(outDir, shownPath);
  if (lost.length > 0) throw new Error(lost.join('\n'));
  const files = new Map<string, string>();
  const disagreeing = new Set<string>();
  for (const part of parts) {
    for (const path of siteFiles(part)) {
      const other = files.get(path);
      if (other === undefined) files.set(path, join(part, path));
      else if (!readFileSync(other).equals(readFileSync(join(part, path)))) disagreeing.add(path);
    }
  }
  const missing = namedFiles(parts[0] ?? '', base).filter((path) => !files.has(path));
  if (disagreeing.size > 0)
    throw new Error(
      `${firstOf([...disagreeing])}\nParts have different files of these names; build all from one state, with the same settings.`,
    );
  if (missing.length > 0)
    throw new Error(
      `${firstOf(missing)}\nMissing from every part. Build one part per language, plus PART=rest.`,
    );
  const whole = projectFile(`.astro/assembled-${process.pid}`);
  try {
    // File by file: a symbolic link in a part leads elsewhere.
    for (const [path, file] of files) {
      mkdirSync(dirname(join(whole, path)), { recursive: true });
      copyFileSync(file, join(whole, path));
    }
    makeRoom(outDir);
    putBack(outDir);
    writeHostFiles(whole);
    takePlace(whole, outDir);
  } finally {
    rmSync(whole, { recursive: true, force: true });
  }
  console.log(`${outDir}: put together from ${parts.length} parts.`);
}

function overlap(a: string, b: string): boolean {
  return holds(a, b) || holds(b, a);
}

/** What the index of a part says that there is: in it, or in the other parts. */
function namedFiles(part: string, base: string): string[] {
  const file = join(part, 'index.json');
  if (!existsSync(file)) throw new Error(`${file}: is missing; the part was not built to its end`);
  const { advisories, languages } = JSON.parse(readFileSync(file, 'utf8')) as SiteIndex;
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

/** The first few: one part that was built otherwise makes thousands. */
function firstOf(paths: readonly string[]): string {
  const most = 10;
  return [
    ...paths.slice(0, most),
    ...(paths.length > most ? [`… and ${paths.length - most} more`] : []),
  ].join('\n');
}
