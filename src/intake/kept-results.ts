import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FilePlace, Ingested } from '../ingest/ingest.ts';
import type { EditionText, PlainText } from '../model/edition.ts';
import type { Fact } from '../model/fact.ts';
import { compareText } from '../model/problem.ts';
import { inUse, removeUnused, writeWhole } from '../site/kept-files.ts';
import { projectFile } from '../site/settings.ts';

/**
 * Results of ingest, kept between builds. A result is found by what made it: the bytes of the file, its
 * place, and the version of the code. So nothing need ever be declared stale, and a folder’s results
 * cannot be taken for another’s.
 */
const folder = projectFile('node_modules/.cache/concord');

const resultFile = (key: string): string => join(folder, `${key}.json`);
const textFile = (key: string): string => join(folder, `${key}.text.json`);
const plainFile = (key: string): string => join(folder, `${key}.plain.json`);
const factsFile = (key: string): string => join(folder, `${key}.facts.json`);

/** The key of a result. */
export function keyOf(bytes: Uint8Array, place: FilePlace, codeVersion: string): string {
  return createHash('sha256')
    .update(`${codeVersion}\0${place.path}\0${place.shown}\0`)
    .update(bytes)
    .digest('hex')
    .slice(0, 40);
}

/** A digest of everything that ingest is made of: its own code, the model, and the parsers’ versions. */
export function versionOfCode(): string {
  const digest = createHash('sha256');
  for (const part of ['src/html', 'src/ingest', 'src/model']) {
    // What lies in folders there is made of results of ingest, not they of it.
    const files = readdirSync(projectFile(part), { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const name of files.map((file) => file.name).sort(compareText)) {
      digest.update(`${name}\0`).update(readFileSync(projectFile(`${part}/${name}`)));
    }
  }
  return digest.update(readFileSync(projectFile('package-lock.json'))).digest('hex');
}

/** What is kept of a file, except what only those read who need it: its text, and what was made of that. */
export type KeptResult = Omit<Ingested, 'text' | 'plain' | 'facts'>;

export function keptResult(key: string): KeptResult | undefined {
  try {
    const result: KeptResult = JSON.parse(readFileSync(resultFile(key), 'utf8'));
    const whole =
      inUse(resultFile(key)) &&
      (result.edition === undefined || [textFile, plainFile, factsFile].every((file) => inUse(file(key))));
    return whole ? result : undefined;
  } catch {
    // Not there, or cut off in the middle of writing: either way it is made anew.
    return undefined;
  }
}

export function keepResult(key: string, { text, plain, facts, ...result }: Ingested): KeptResult {
  mkdirSync(folder, { recursive: true });
  if (text !== undefined) writeWhole(textFile(key), JSON.stringify(text));
  if (plain !== undefined) writeWhole(plainFile(key), JSON.stringify(plain));
  if (facts !== undefined) writeWhole(factsFile(key), JSON.stringify(facts));
  writeWhole(resultFile(key), JSON.stringify(result));
  return result;
}

/** The text of an edition, by its `textKey`. */
export const keptText = (key: string): EditionText => JSON.parse(readFileSync(textFile(key), 'utf8'));

/** The same as plain text. */
export const keptPlain = (key: string): PlainText => JSON.parse(readFileSync(plainFile(key), 'utf8'));

/** The facts of an edition’s text, by its `textKey`. */
export const keptFacts = (key: string): Fact[] => JSON.parse(readFileSync(factsFile(key), 'utf8'));

/** Keeps the folder from growing with every change, without touching what another build is using. */
export const pruneResults = (used: number): void => removeUnused(folder, Math.max(4_000, used * 8));
