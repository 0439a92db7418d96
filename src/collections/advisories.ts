import { getCollection } from 'astro:content';
import { keptFacts, keptPlain, keptText } from '../intake/kept-results.ts';
import { type Advisory, advisoriesOf } from '../model/advisory.ts';
import type { Edition, EditionText, PlainText } from '../model/edition.ts';
import { isBuilt } from '../site/here.ts';

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
export const editions = async (): Promise<{ advisory: Advisory; edition: Edition }[]> =>
  (await advisories()).flatMap((advisory) =>
    [...advisory.editions.values()].map((edition) => ({ advisory, edition })),
  );

/** Those of the languages that this build has the pages of. */
export const builtEditions = async (): Promise<Awaited<ReturnType<typeof editions>>> =>
  (await editions()).filter(({ edition }) => isBuilt(edition.locale));

export const plainTextOf = (edition: Edition): PlainText => keptPlain(edition);

export const textOf = (edition: Edition): EditionText => keptText(edition);

/** Whether the text of an edition names a vulnerability by its number. */
export const namesVulnerability = (edition: Edition): boolean =>
  keptFacts(edition).some(({ kind }) => kind === 'cve');
