import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { builtEditions } from '../../collections/advisories.ts';
import type { Edition } from '../../model/edition.ts';
import { localeFacts } from '../../model/locales.ts';
import { digestOf } from '../../site/digest.ts';
import { fileOfShown } from '../../site/paths.ts';

export const getStaticPaths = (async () =>
  (await builtEditions()).map(({ edition }) => ({
    params: { locale: localeFacts[edition.locale].path, id: edition.id },
    props: { edition },
  }))) satisfies GetStaticPaths;

/**
 * The file as it is on disk, byte for byte.
 *
 * @throws Error where it is no longer the one that the page was made from
 */
export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) => {
  const bytes = readFileSync(fileOfShown(edition.file));
  const isSame = digestOf(bytes) === edition.sourceDigest;
  if (!isSame && import.meta.env.PROD)
    throw new Error(`${edition.file}: was changed while the site was built; build again`);
  return new Response(bytes, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
