import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { builtEditions } from '../../collections/advisories.ts';
import type { Edition } from '../../model/edition.ts';
import { localeFacts } from '../../model/locales.ts';
import { projectFile } from '../../site/settings.ts';

export const getStaticPaths = (async () =>
  (await builtEditions()).map(({ edition }) => ({
    params: { locale: localeFacts[edition.locale].path, id: edition.id },
    props: { edition },
  }))) satisfies GetStaticPaths;

/** The file as it is on disk, byte for byte. */
export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) =>
  new Response(readFileSync(projectFile(edition.file)), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
