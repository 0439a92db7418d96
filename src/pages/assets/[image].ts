import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { builtEditions } from '../../collections/advisories.ts';
import { type EditionImage, imageName } from '../../model/image.ts';
import { mediaTypes } from '../../publish/hosts/header-table.ts';
import { digestOf } from '../../site/digest.ts';
import { fileOfShown } from '../../site/paths.ts';

export const getStaticPaths = (async () => {
  const images = (await builtEditions()).flatMap(({ edition }) => edition.images);
  const byName = new Map(images.map((image) => [imageName(image), image]));
  return [...byName].map(([name, image]) => ({ params: { image: name }, props: { image } }));
}) satisfies GetStaticPaths;

/**
 * The file as it is on disk, byte for byte.
 *
 * @throws Error where it is no longer the one that the pages were made with
 */
export const GET: APIRoute<{ image: EditionImage }> = ({ props: { image } }) => {
  const bytes = readFileSync(fileOfShown(image.file));
  if (digestOf(bytes) !== image.digest && import.meta.env.PROD)
    throw new Error(`${image.file}: was changed while the site was built; build again`);
  return new Response(bytes, { headers: { 'Content-Type': mediaTypes[image.type] ?? '' } });
};
