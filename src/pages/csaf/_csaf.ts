import { editions, namesVulnerability, onceInBuild, plainTextOf } from '../../collections/advisories.ts';
import { revisionName, translateInto } from '../../i18n/translate.ts';
import type { Edition } from '../../model/edition.ts';
import { compareText } from '../../model/problem.ts';
import { type CsafPlace, type CsafSetting, csafPlace } from '../../publish/csaf.ts';
import type { CsafDirectory } from '../../publish/csaf-directory.ts';
import { absolute, contact, openPgpFingerprint, origin, publisher, urls } from '../../site/here.ts';

const csafPublisher = { name: publisher, namespace: origin, contact };
const documentAddress = (path: string) => absolute(urls.csaf(path));

export function settingOf({ locale }: Edition): CsafSetting {
  const t = translateInto(locale);
  return {
    publisher: csafPublisher,
    page: (edition) => absolute(urls.advisory(edition.locale, edition.id)),
    ticket: ({ id }) => absolute(urls.ticket(id)),
    document: documentAddress,
    textOf: plainTextOf,
    namesVulnerability,
    revisionsTitle: t('revisions.title'),
    nameOf: (revision) => revisionName(revision, locale, t),
  };
}

export const directory: CsafDirectory = {
  publisher: csafPublisher,
  folder: documentAddress(''),
  feed: documentAddress('feed-tlp-white.json'),
  metadata: absolute(urls.wellKnown('csaf/provider-metadata.json')),
  document: documentAddress,
  key:
    openPgpFingerprint === undefined
      ? undefined
      : {
          fingerprint: openPgpFingerprint,
          url: absolute(urls.wellKnown(`csaf/openpgp/${openPgpFingerprint}.asc`)),
        },
};

/** Every edition that has a document, by path. */
export const places = onceInBuild(
  async (): Promise<CsafPlace[]> =>
    (await editions())
      .flatMap(({ edition }) => csafPlace(edition) ?? [])
      .sort((a, b) => compareText(a.path, b.path)),
);
