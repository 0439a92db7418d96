import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FilePlace, Ingested } from '../ingest/ingest.ts';
import type { EditionText, PlainText } from '../model/edition.ts';
import type { Fact } from '../model/fact.ts';
import { compareText } from '../model/problem.ts';
import { digestOf } from '../site/digest.ts';
import { keep, kept, removeUnused } from '../site/kept-files.ts';
import { projectFile } from '../site/settings.ts';

/**
 * Results of ingest, kept between builds. A result is found by what made it: the bytes of the file, its
 * place, and the version of the code. So nothing need ever be declared stale, and a folder’s results
 * cannot be taken for another’s.
 */
export const cacheFolder = projectFile('node_modules/.cache/concord');

const pathOf = (key: string, part: 'result' | 'text' | 'plain' | 'facts'): string =>
  join(cacheFolder, `${key}.${part}`);

/**
 * The key of a result.
 *
 * @param digest of the bytes of the file
 */
export const keyOf = (digest: string, place: FilePlace, codeVersion: string): string =>
  digestOf([codeVersion, place.path, place.shown, digest].join('\0')).slice(0, 40);

/**
 * A digest of everything that ingest is made of: its own code, what it uses of the rest, and the parsers’ versions.
 * The concordance compares results of ingest, and changes none of them.
 */
export function versionOfCode(): string {
  const digest = createHash('sha256');
  for (const folder of ['src/html', 'src/ingest', 'src/model']) {
    const names = readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.map((path) => path.replaceAll('\\', '/')).sort(compareText)) {
      if (!name.endsWith('.ts') || name.startsWith('concordance/')) continue;
      digest.update(`${folder}/${name}\0`).update(readFileSync(projectFile(`${folder}/${name}`)));
    }
  }
  return digest.update(readFileSync(projectFile('package-lock.json'))).digest('hex');
}

/** What is kept of a file, except what only those read who need it: its text, and what was made of that. */
export type KeptResult = Omit<Ingested, 'text' | 'plain' | 'facts'>;

/** Of a result of which anything is missing, cut off or altered nothing is taken: the file is read anew. */
export function keptResult(key: string): KeptResult | undefined {
  const result: KeptResult | undefined = parsed(key, 'result');
  if (result?.edition === undefined) return result;
  const isWhole = (['text', 'plain', 'facts'] as const).every(
    (part) => kept(pathOf(key, part)) !== undefined,
  );
  return isWhole ? result : undefined;
}

/** @throws the error of the system where the folder cannot be written to */
export function keepResult(key: string, { text, plain, facts, ...result }: Ingested): KeptResult {
  mkdirSync(cacheFolder, { recursive: true });
  if (text !== undefined) keep(pathOf(key, 'text'), JSON.stringify(text));
  if (plain !== undefined) keep(pathOf(key, 'plain'), JSON.stringify(plain));
  if (facts !== undefined) keep(pathOf(key, 'facts'), JSON.stringify(facts));
  keep(pathOf(key, 'result'), JSON.stringify(result));
  return result;
}

function parsed<Part>(key: string, part: Parameters<typeof pathOf>[1]): Part | undefined {
  const content = kept(pathOf(key, part));
  return content === undefined ? undefined : JSON.parse(content.toString('utf8'));
}

/** An edition, as far as what is kept of it is found by it. */
interface Keyed {
  readonly file: string;
  readonly textKey: string;
}

/** @throws Error where it was there when the build began, and no longer is */
function wholeOf<Part>({ file, textKey }: Keyed, part: Parameters<typeof pathOf>[1]): Part {
  const found: Part | undefined = parsed(textKey, part);
  if (found !== undefined) return found;
  throw new Error(
    `${file}: what was read from it is no longer in ${cacheFolder}, or was changed there; run the command again`,
  );
}

/** The text of an edition. */
export const keptText = (edition: Keyed): EditionText => wholeOf(edition, 'text');

/** The same as plain text. */
export const keptPlain = (edition: Keyed): PlainText => wholeOf(edition, 'plain');

/** The facts of an edition’s text. */
export const keptFacts = (edition: Keyed): Fact[] => wholeOf(edition, 'facts');

/** Keeps the folder from growing with every change, without touching what another build is using. */
export const pruneResults = (used: number): void => removeUnused(cacheFolder, Math.max(4_000, used * 8));
