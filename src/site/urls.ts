import type { AdvisoryId } from '../model/advisory-id.ts';
import { type Locale, localeFacts } from '../model/locales.ts';

/**
 * Every address of the site, under `base` (a path with a slash at both ends). Addresses are built here
 * and parsed nowhere. A `section` is a section id, without the `#`.
 */
export function addresses(base: string) {
  const under = (path: string) => `${base}${path}`;
  const at = (path: string, section: string | undefined) =>
    section === undefined ? path : `${path}#${section}`;
  const further = (part: number) => (part === 1 ? '' : `-${part}`);
  return {
    root: () => base,
    file: (name: string) => under(name),
    /** The folder of published images; a name in it is made from the bytes. */
    image: (name = '') => under(`assets/${name}`),
    list: (locale: Locale) => under(`${localeFacts[locale].path}/`),
    search: (locale: Locale) => under(`${localeFacts[locale].path}/search/`),
    searchIdentifiers: (locale: Locale) => under(`${localeFacts[locale].path}/search/identifiers.json`),
    searchDescription: (locale: Locale) => under(`${localeFacts[locale].path}/opensearch.xml`),
    manifest: (locale: Locale) => under(`${localeFacts[locale].path}/manifest.webmanifest`),
    advisory: (locale: Locale, id: AdvisoryId, section?: string) =>
      at(under(`${localeFacts[locale].path}/${id}/`), section),
    /** The link for tickets: no language in it. */
    ticket: (id: AdvisoryId, section?: string) => at(under(`${id}/`), section),
    /** A feed; a long one has further parts, counted from 2. */
    feed: (locale: Locale, part = 1) => under(`${localeFacts[locale].path}/feed${further(part)}.xml`),
    revisionFeed: (locale: Locale, part = 1) =>
      under(`${localeFacts[locale].path}/revisions${further(part)}.xml`),
    /** A CSAF document, or a file about them, by its path below their folder; without one the folder. */
    csaf: (path = '') => under(`csaf/${path}`),
    /** Looked for at the root of a host (RFC 8615). */
    wellKnown: (name: string) => under(`.well-known/${name}`),
    /** Where the translations stand; of one advisory, what they disagree on. */
    concordance: (locale: Locale, id?: AdvisoryId, finding?: string) =>
      at(under(`${localeFacts[locale].path}/concordance/${id === undefined ? '' : `${id}/`}`), finding),
    editionSource: (locale: Locale, id: AdvisoryId) => under(`${localeFacts[locale].path}/${id}.md`),
    editionData: (locale: Locale, id: AdvisoryId) => under(`${localeFacts[locale].path}/${id}.json`),
  };
}

export type Addresses = ReturnType<typeof addresses>;
