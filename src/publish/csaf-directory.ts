import { compareText } from '../model/problem.ts';
import { type CsafPlace, type CsafPublisher, publisherOf, titleOf, trackingId } from './csaf.ts';
import { dateTime } from './date-time.ts';

/*
 * How CSAF documents are found: section 7 of CSAF 2.0
 * (https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html#7-distributing-csaf-documents).
 */

/** What a directory of documents needs of the site around it; all are whole addresses. */
export interface CsafDirectory {
  readonly publisher: CsafPublisher;
  readonly folder: string;
  readonly feed: string;
  readonly metadata: string;
  /** An address for a path below the folder. */
  readonly document: (path: string) => string;
  /** The key that documents are signed with, where they are. */
  readonly key?: SigningKey | undefined;
}

export interface SigningKey {
  readonly fingerprint: string;
  readonly url: string;
}

/** Every document by its path, a line each (7.1.12). */
export const indexTxt = (places: readonly CsafPlace[]): string =>
  places.map(({ path }) => `${path}\n`).join('');

/** Every document and when it changed, the newest first, as CSV (7.1.13, RFC 4180). */
export const changesCsv = (places: readonly CsafPlace[]): string =>
  byNewest(places)
    .map(({ path, current }) => `"${path}","${current}"\r\n`)
    .join('');

/** The documents as a feed in JSON (7.1.15; ROLIE, RFC 8322), the newest first. */
export function rolieFeed(places: readonly CsafPlace[], { feed, document, key }: CsafDirectory): object {
  return {
    feed: {
      id: 'csaf-feed-tlp-white',
      title: 'CSAF documents (TLP:WHITE)',
      link: [{ rel: 'self', href: feed }],
      category: [{ scheme: 'urn:ietf:params:rolie:category:information-type', term: 'csaf' }],
      updated: newestDay(places),
      entry: byNewest(places).map((place) => {
        const { edition, path, initial, current } = place;
        const address = document(path);
        return {
          id: trackingId(edition),
          title: titleOf(edition),
          link: [
            { rel: 'self', href: address },
            { rel: 'hash', href: `${address}.sha256` },
            { rel: 'hash', href: `${address}.sha512` },
            ...(key === undefined ? [] : [{ rel: 'signature', href: `${address}.asc` }]),
          ],
          published: initial,
          updated: current,
          content: { type: 'application/json', src: address },
          format: {
            schema: 'https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json',
            version: '2.0',
          },
        };
      }),
    },
  };
}

/**
 * Who publishes the documents and where they are (7.1.7).
 *
 * The role is that of a provider (7.2.2) where the site is read over TLS at the root of its host, which is
 * what the role asks for, and of a trusted one (7.2.3) where documents are signed; without either it claims to
 * be no more than a publisher (7.2.1).
 */
export function providerMetadata(
  places: readonly CsafPlace[],
  directory: CsafDirectory,
  isProvider: boolean,
): object {
  return {
    canonical_url: directory.metadata,
    distributions: [
      { directory_url: directory.folder },
      {
        rolie: {
          feeds: [{ summary: 'All documents', tlp_label: 'WHITE', url: directory.feed }],
        },
      },
    ],
    last_updated: newestDay(places),
    list_on_CSAF_aggregators: true,
    metadata_version: '2.0',
    mirror_on_CSAF_aggregators: true,
    ...(directory.key === undefined ? {} : { public_openpgp_keys: [directory.key] }),
    publisher: publisherOf(directory.publisher),
    role: isProvider
      ? directory.key === undefined
        ? 'csaf_provider'
        : 'csaf_trusted_provider'
      : 'csaf_publisher',
  };
}

const byNewest = (places: readonly CsafPlace[]): CsafPlace[] =>
  [...places].sort((a, b) => compareText(b.current, a.current) || compareText(a.path, b.path));

/** Of the newest document; a directory without any is as old as the standard. */
const newestDay = (places: readonly CsafPlace[]): string =>
  byNewest(places)[0]?.current ?? dateTime('2022-11-18');
