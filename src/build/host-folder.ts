import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markName, markText } from '../site/output-folder.ts';

const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * Writes files that a person may adapt where they lie. One that was changed since a build wrote it stays, and
 * the new one is put beside it, with `.new` at its end.
 *
 * @returns the names of those that stayed
 */
export function writeAdaptable(folder: string, files: Readonly<Record<string, string>>): string[] {
  mkdirSync(folder, { recursive: true });
  const written = writtenBefore(folder);
  const adapted: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const place = join(folder, name);
    const isOurs = !existsSync(place) || digestOf(readFileSync(place)) === written.get(name);
    writeFileSync(isOurs ? place : `${place}.new`, text);
    if (isOurs) written.set(name, digestOf(text));
    else adapted.push(name);
  }
  const lines = [...written].map(([name, digest]) => `${digest}  ${name}\n`);
  writeFileSync(join(folder, markName), `${markText}${lines.join('')}`);
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
