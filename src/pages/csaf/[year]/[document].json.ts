import type { APIRoute, GetStaticPaths } from 'astro';
import { editions } from '../../../collections/advisories.ts';
import type { Advisory } from '../../../model/advisory.ts';
import type { Edition } from '../../../model/edition.ts';
import { csafDocument, csafPlace } from '../../../publish/csaf.ts';
import { isBuilt } from '../../../site/here.ts';
import { jsonResponse } from '../../_json.ts';
import { settingOf } from '../_csaf.ts';

export const getStaticPaths = (async () =>
  (isBuilt() ? await editions() : []).flatMap(({ advisory, edition }) => {
    const place = csafPlace(edition);
    if (place === undefined) return [];
    const [year, file = ''] = place.path.split('/');
    return [{ params: { year, document: file.replace(/\.json$/, '') }, props: { advisory, edition } }];
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ advisory: Advisory; edition: Edition }> = ({ props: { advisory, edition } }) =>
  jsonResponse(csafDocument(advisory, edition, settingOf(edition)));
