import type { Advisory } from '../model/advisory.ts';
import {
  type Edition,
  headline,
  namedSubject,
  type PlainText,
  type Reference,
  type Revision,
} from '../model/edition.ts';
import { identifierOf } from '../model/identifier.ts';
import { localeFacts } from '../model/locales.ts';
import { nestedOutline, type OutlineNode, pageOutline } from '../model/outline.ts';
import { type DatedRevision, isBroken, releaseHistory } from '../model/release-history.ts';
import type { SectionRole } from '../model/section-roles.ts';
import { dateTime } from './date-time.ts';

/*
 * The Common Security Advisory Framework, version 2.0 (OASIS,
 * https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html). Numbers in comments are its sections.
 * Nothing is said that the edition does not say: no score, no status of a product that it does not name.
 */

/** What a document needs of the site around the edition. */
export interface CsafSetting {
  readonly publisher: CsafPublisher;
  /** Whole addresses: of an edition’s page, of the link without language, of a document by its path. */
  readonly page: (edition: Edition) => string;
  readonly ticket: (edition: Edition) => string;
  readonly document: (path: string) => string;
  readonly textOf: (edition: Edition) => PlainText;
  /** Whether the text names a vulnerability anywhere. */
  readonly namesVulnerability: (edition: Edition) => boolean;
  readonly revisionsTitle: string;
  readonly nameOf: (revision: Revision) => string;
}

/** Who publishes; `contact` is an address of the web or of mail. */
export interface CsafPublisher {
  readonly name: string;
  /** The address that names the publisher: scheme and host. */
  readonly namespace: string;
  readonly contact?: string | undefined;
}

/** Other people’s advisories, told in other languages (3.2.1.8.1): republishers and translators. */
export const publisherOf = ({ name, namespace, contact }: CsafPublisher) => ({
  category: 'other',
  name,
  namespace,
  ...(contact === undefined ? {} : { contact_details: contact }),
});

/** Every language has a document, so every language has an id of its own (3.2.1.12.4). */
export const trackingId = ({ shownId, locale }: Edition): string => `${shownId}-${locale}`;

/** Where the document of an edition is and when it changed; undefined where it has none. */
export interface CsafPlace {
  readonly edition: Edition;
  /** Below the folder of all documents: the year of the first release (7.1.11) and the file name (5.1). */
  readonly path: string;
  readonly initial: string;
  readonly current: string;
  readonly history: readonly DatedRevision[];
}

export function csafPlace(edition: Edition): CsafPlace | undefined {
  const history = releaseHistory(edition);
  if (isBroken(history)) return undefined;
  const [first] = history;
  const file = trackingId(edition)
    .toLowerCase()
    .replace(/[^+\-a-z0-9]+/g, '_');
  return {
    edition,
    path: `${first.date.slice(0, 4)}/${file}.json`,
    initial: dateTime(first.date),
    current: dateTime((history.at(-1) ?? first).date),
    history,
  };
}

/** The document of an edition; undefined where its history does not allow one. */
export function csafDocument(advisory: Advisory, edition: Edition, setting: CsafSetting) {
  const place = csafPlace(edition);
  if (place === undefined) return undefined;
  const { history } = place;
  const { subject, standfirst } = headline(edition);
  const cves = cvesOf(edition);
  const products = [...new Set(edition.affected)].map((name, at) => ({ name, product_id: `P${at + 1}` }));
  const category = categoryOf(cves, products, setting.namesVulnerability(edition));
  return {
    document: {
      category,
      csaf_version: '2.0',
      distribution: { tlp: { label: 'WHITE', url: 'https://www.first.org/tlp/' } },
      lang: edition.language,
      notes: [{ category: 'summary', text: standfirst?.text ?? subject }, ...notesOf(edition, setting)],
      publisher: publisherOf(setting.publisher),
      references: referencesOf(advisory, place, setting),
      title: titleOf(edition),
      tracking: {
        aliases: [edition.shownId],
        current_release_date: place.current,
        generator: { engine: { name: 'Concord' } },
        id: trackingId(edition),
        initial_release_date: place.initial,
        revision_history: history.map((revision) => historyItem(revision, setting)),
        status: 'final',
        version: `${history.length}`,
      },
    },
    ...(category === 'csaf_security_advisory' ? { product_tree: { full_product_names: products } } : {}),
    ...(cves.length === 0
      ? {}
      : {
          vulnerabilities: cves.map((cve) => ({
            cve,
            ...(category === 'csaf_security_advisory'
              ? {
                  notes: [{ category: 'summary', text: standfirst?.text ?? subject }],
                  product_status: { known_affected: products.map(({ product_id }) => product_id) },
                }
              : {}),
          })),
        }),
  };
}

export type CsafDocument = NonNullable<ReturnType<typeof csafDocument>>;

export const titleOf = namedSubject;

/**
 * A security advisory says which products a vulnerability is in (4.4). With one vulnerability that is what
 * the list of products says; with several it does not say which is in which, and without a list nothing.
 * Informational is what is about no vulnerability (4.3): a text that only names one may be about it or not.
 */
function categoryOf(
  cves: readonly string[],
  products: readonly unknown[],
  namesVulnerability: boolean,
): 'csaf_base' | 'csaf_informational_advisory' | 'csaf_security_advisory' {
  if (cves.length === 1 && products.length > 0) return 'csaf_security_advisory';
  return cves.length > 0 || namesVulnerability ? 'csaf_base' : 'csaf_informational_advisory';
}

/** The vulnerabilities that the edition refers to; one that was a candidate has the same number now. */
function cvesOf({ references }: Edition): string[] {
  const named = references.flatMap(({ kind, id }) => (kind === 'cve' && id !== undefined ? [id] : []));
  const cves = named.map(identifierOf).filter((identifier) => identifier?.kind === 'cve');
  return [...new Set(cves.map((cve) => cve?.id ?? ''))];
}

/** Numbers are the places in the history (3.1.11.1), since publishers’ own repeat and skip. */
const historyItem = (revision: DatedRevision, { nameOf }: CsafSetting) => ({
  date: dateTime(revision.date),
  ...(revision.version === undefined ? {} : { legacy_version: revision.version }),
  number: `${revision.ordinal}`,
  summary: revision.note.trim() || nameOf(revision),
});

const noteCategories: Partial<Record<SectionRole, string>> = {
  overview: 'summary',
  summary: 'summary',
  'general-information': 'details',
  'advisory-details': 'details',
  faq: 'faq',
  disclaimer: 'legal_disclaimer',
};

/** A note for each section of the first rank, with all that is inside it. */
function notesOf(edition: Edition, { textOf, revisionsTitle }: CsafSetting) {
  const { lead, parts } = textOf(edition);
  const outline = pageOutline(edition, revisionsTitle);
  const textAt = new Map(outline.map(({ id }, at) => [id, parts[at] ?? '']));
  const within = ({ entry, inside }: OutlineNode): string[] => [
    textAt.get(entry.id) ?? '',
    ...inside.flatMap((node) => [node.entry.title, ...within(node)]),
  ];
  const sections = nestedOutline(outline).map((node) => ({
    category: (node.entry.role && noteCategories[node.entry.role]) ?? 'general',
    text: joined(within(node)),
    title: node.entry.title,
  }));
  return [{ category: 'general', text: lead }, ...sections].filter(({ text }) => text !== '');
}

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

/** Itself and its page, the same in other languages, then what the text refers to. */
function referencesOf(advisory: Advisory, place: CsafPlace, setting: CsafSetting) {
  const { edition } = place;
  const { page, ticket, document } = setting;
  const self = (url: string) => ({ category: 'self', summary: titleOf(edition), url });
  const external = (summary: string, address: string) => {
    const url = plainUrl(address);
    return url === undefined ? [] : [{ category: 'external', summary, url }];
  };
  const translations = [...advisory.editions.values()].filter((other) => other !== edition);
  return [
    self(document(place.path)),
    self(page(edition)),
    ...external(edition.shownId, ticket(edition)),
    ...translations.flatMap((other) => {
      const twin = csafPlace(other);
      // Not its title: an edited one would change this document without a revision of its own.
      const summary = `${localeFacts[other.locale].name}: ${trackingId(other)}`;
      return external(summary, twin === undefined ? page(other) : document(twin.path));
    }),
    ...(edition.source?.url === undefined ? [] : external(edition.shownId, edition.source.url)),
    ...edition.references.flatMap((reference) =>
      reference.url === undefined ? [] : external(nameOf(reference, reference.url), reference.url),
    ),
  ];
}

const nameOf = ({ id, label }: Reference, url: string): string =>
  [id, label].flatMap((name) => name?.trim() || []).join(': ') || url;

/**
 * An address of the web may hold any letter; that of a JSON document is a URI (RFC 3986). Undefined where its
 * host cannot be in one: nobody can follow it.
 */
function plainUrl(address: string): string | undefined {
  const { origin, hostname, href } = new URL(address);
  if (!/^(?:[\w.-]+|\[[0-9a-f:.]+\])$/.test(hostname)) return undefined;
  const [path = '', ...fragment] = href.slice(origin.length).split('#');
  const rest = [path, ...(fragment.length === 0 ? [] : [fragment.join('%23')])]
    .map((part) => part.replace(/%(?![0-9a-f]{2})|[^\w\-.~!*'();:@&=+$,/?%]/gi, encodeURIComponent))
    .join('#');
  return `${origin}${rest}`;
}
