import { getCollection } from 'astro:content';
import { keptFacts, keptText } from '../intake/kept-results.ts';
import { type Advisory, advisoriesOf } from '../model/advisory.ts';
import type { Edition, EditionText } from '../model/edition.ts';

/** While a site is built its content does not change; under `astro dev` it does. */
export function onceInBuild<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    if (!import.meta.env.PROD) return make();
    made ??= make();
    return made;
  };
}

/** Every advisory, the newest change first. */
export const advisories = onceInBuild(readAdvisories);

/** The ids of every advisory. */
export const advisoryIds = onceInBuild(
  async (): Promise<ReadonlySet<string>> => new Set((await advisories()).map(({ id }) => id)),
);

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

/** Whether the text of an edition names a vulnerability by its number. */
export const namesVulnerability = ({ textKey }: Edition): boolean =>
  keptFacts(textKey).some(({ kind }) => kind === 'cve');
