import type { APIRoute, GetStaticPaths } from 'astro';
import { directoryListing } from '../../../publish/directory-listing.ts';
import { isBuilt, urls } from '../../../site/here.ts';
import { places } from '../_csaf.ts';

export const getStaticPaths = (async () => {
  if (!isBuilt()) return [];
  const years = [...Map.groupBy(await places(), ({ path }) => path.split('/')[0] ?? '')];
  return [
    {
      params: { folder: undefined },
      props: {
        path: urls.csaf(),
        names: [...years.map(([year]) => `${year}/`), 'changes.csv', 'feed-tlp-white.json', 'index.txt'],
      },
    },
    ...years.map(([year, documents]) => ({
      params: { folder: year },
      props: {
        path: urls.csaf(`${year}/`),
        names: documents
          .map(({ path }) => path.slice(year.length + 1))
          .flatMap((name) => [name, `${name}.sha256`, `${name}.sha512`]),
      },
    })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ path: string; names: string[] }> = ({ props: { path, names } }) =>
  new Response(directoryListing(path, names), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
