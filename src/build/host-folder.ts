import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../site/digest.ts';
import { hostsMarkText, markName } from '../site/output-folder.ts';

/**
 * Writes files that a person may adapt where they lie. One that was changed since a build wrote it stays, and
 * the new one is put beside it, with `.new` at its end, as long as that was not changed either.
 *
 * @returns the names of those that stayed
 */
export function writeAdaptable(folder: string, files: Readonly<Record<string, string>>): string[] {
  mkdirSync(folder, { recursive: true });
  const written = writtenBefore(folder);
  const adapted: string[] = [];
  const isOurs = (name: string): boolean => {
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (stat === undefined) return true;
    return stat.isFile() && digestOf(readFileSync(join(folder, name))) === written.get(name);
  };
  for (const [name, text] of Object.entries(files)) {
    const place = [name, `${name}.new`].find(isOurs);
    if (place !== name) adapted.push(name);
    if (place === undefined) continue;
    writeFileSync(join(folder, place), text);
    written.set(place, digestOf(text));
  }
  const lines = [...written].map(([name, digest]) => `${digest}  ${name}\n`);
  writeFileSync(join(folder, markName), `${hostsMarkText}${lines.join('')}`);
  return adapted;
}

/** What the last build wrote, by name: the digests in the mark of the folder, in the form of `sha256sum`. */
function writtenBefore(folder: string): Map<string, string> {
  const mark = join(folder, markName);
  const lines = existsSync(mark) ? readFileSync(mark, 'utf8').split('\n') : [];
  return new Map(
    lines.flatMap((line) => {
      const [, digest, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return digest === undefined || name === undefined ? [] : [[name, digest] as const];
    }),
  );
}
