import { getCollection } from 'astro:content';
import { keptText } from '../intake/kept-results.ts';
import { type Advisory, advisoriesOf } from '../model/advisory.ts';
import type { Edition, EditionText } from '../model/edition.ts';

let built: Promise<Advisory[]> | undefined;
let builtIds: Promise<ReadonlySet<string>> | undefined;

/** Every advisory, the newest change first. */
export function advisories(): Promise<Advisory[]> {
  // While a site is built its content does not change; under `astro dev` it does.
  if (!import.meta.env.PROD) return readAdvisories();
  built ??= readAdvisories();
  return built;
}

/** The ids of every advisory. */
export function advisoryIds(): Promise<ReadonlySet<string>> {
  if (!import.meta.env.PROD) return readIds();
  builtIds ??= readIds();
  return builtIds;
}

async function readIds(): Promise<ReadonlySet<string>> {
  return new Set((await advisories()).map(({ id }) => id));
}

async function readAdvisories(): Promise<Advisory[]> {
  const entries = await getCollection('editions');
  return advisoriesOf(entries.map(({ data }) => data));
}

/** Every edition, for the outputs that exist only where one does. */
export async function editions(): Promise<{ advisory: Advisory; edition: Edition }[]> {
  return (await advisories()).flatMap((advisory) =>
    [...advisory.editions.values()].map((edition) => ({ advisory, edition })),
  );
}

export const textOf = ({ textKey }: Edition): EditionText => keptText(textKey);
