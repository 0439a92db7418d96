import type { APIRoute, GetStaticPaths } from 'astro';
import { builtEditions } from '../../collections/advisories.ts';
import { revisionName, translateInto } from '../../i18n/translate.ts';
import type { Advisory } from '../../model/advisory.ts';
import type { Edition } from '../../model/edition.ts';
import { localeFacts } from '../../model/locales.ts';
import { editionJson } from '../../publish/edition-json.ts';
import { absolute, urls } from '../../site/here.ts';
import { jsonResponse } from '../_json.ts';

export const getStaticPaths = (async () =>
  (await builtEditions()).map(({ advisory, edition }) => ({
    params: { locale: localeFacts[edition.locale].path, id: edition.id },
    props: { advisory, edition },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ advisory: Advisory; edition: Edition }> = ({ props: { advisory, edition } }) => {
  const t = translateInto(edition.locale);
  const data = editionJson(
    edition,
    advisory,
    t('revisions.title'),
    (revision) => revisionName(revision, edition.locale, t, 'inSentence'),
    (name) => absolute(urls.image(name)),
  );
  return jsonResponse(data);
};
