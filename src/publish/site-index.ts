import { z } from 'zod';
import { type Advisory, translationState } from '../model/advisory.ts';
import { type Edition, headline, LocaleTag, lastChanged, standingRevision } from '../model/edition.ts';
import { type Locale, locales } from '../model/locales.ts';
import { formerPath } from '../model/old-addresses.ts';
import { isBroken, releaseHistory } from '../model/release-history.ts';
import { csafPlace } from './csaf.ts';

const Address = z.url().describe('A whole address');
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, YYYY-MM-DD (ISO 8601)');

const IndexedEdition = z.strictObject({
  locale: LocaleTag.describe('The language that the edition is filed under'),
  language: z.string().describe('The language that its text is really in (BCP 47)'),
  title: z.string(),
  state: z.enum(['own', 'behind']).describe('`behind` where it lacks a revision that another language has'),
  published: Day.nullable(),
  updated: Day.nullable().describe('When it last changed, as far as it says so'),
  version: z.string().nullable(),
  revisions: z.int().nonnegative().describe('How many there are'),
  page: Address,
  markdown: Address.describe('The file that the page was made from'),
  data: Address.describe('The same as data'),
  csaf: Address.nullable().describe('The CSAF 2.0 document'),
  formerPath: z
    .string()
    .nullable()
    .describe('The path that the text had in the archive that it comes from; it leads to the page here too'),
  noCsaf: z
    .strictObject({
      reason: z.enum(['no-history', 'undated', 'backward', 'before-publication']),
      revision: z.int().positive().nullable().describe('The first revision at fault'),
    })
    .nullable()
    .describe('Why there is no CSAF document: the history is missing, or its days cannot be right'),
});

/** Everything that is published, for programs that follow it. */
export const SiteIndex = z
  .strictObject({
    $schema: Address,
    name: z.string(),
    publisher: z.string(),
    languages: z.array(
      z.strictObject({ locale: LocaleTag, list: Address, feed: Address, revisions: Address }),
    ),
    csaf: Address.describe('Who publishes CSAF documents, and where they are'),
    advisories: z
      .array(
        z.strictObject({
          id: z.string().describe('In addresses, lower case'),
          shownId: z.string().describe('As it is written'),
          address: Address.describe('For tickets: without a language'),
          editions: z.array(IndexedEdition).min(1),
          missing: z.array(LocaleTag).describe('Languages without an edition'),
        }),
      )
      .describe('The newest change first'),
  })
  .meta({ title: 'Index of security advisories' });
export type SiteIndex = z.infer<typeof SiteIndex>;

/** JSON Schema, draft 2020-12, of the index. */
export const siteIndexSchema = (address: string): object => ({
  ...z.toJSONSchema(SiteIndex),
  $id: address,
});

/** Whole addresses of what the index names. */
export interface IndexedAddresses {
  readonly ticket: (advisory: Advisory) => string;
  readonly page: (edition: Edition) => string;
  readonly markdown: (edition: Edition) => string;
  readonly data: (edition: Edition) => string;
  readonly csaf: (path: string) => string;
}

export const indexedAdvisories = (
  advisories: readonly Advisory[],
  addresses: IndexedAddresses,
): SiteIndex['advisories'] =>
  advisories.map((advisory) => ({
    id: advisory.id,
    shownId: advisory.shownId,
    address: addresses.ticket(advisory),
    editions: [...advisory.editions.values()].map((edition) => indexedEdition(advisory, edition, addresses)),
    missing: locales.filter((locale: Locale) => !advisory.editions.has(locale)),
  }));

function indexedEdition(
  advisory: Advisory,
  edition: Edition,
  { page, markdown, data, csaf }: IndexedAddresses,
): SiteIndex['advisories'][number]['editions'][number] {
  const place = csafPlace(edition);
  const history = releaseHistory(edition);
  return {
    locale: edition.locale,
    language: edition.language,
    title: headline(edition).subject,
    state: translationState(advisory, edition.locale) === 'behind' ? 'behind' : 'own',
    published: edition.published ?? null,
    updated: lastChanged(edition) ?? null,
    version: edition.version ?? standingRevision(edition)?.version ?? null,
    revisions: edition.revisions.length,
    page: page(edition),
    markdown: markdown(edition),
    data: data(edition),
    csaf: place === undefined ? null : csaf(place.path),
    formerPath: formerPath(edition) ?? null,
    noCsaf: isBroken(history) ? { reason: history.kind, revision: history.revision?.ordinal ?? null } : null,
  };
}
