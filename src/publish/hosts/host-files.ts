import type { AdvisoryId } from '../../model/advisory-id.ts';
import { localeFacts, locales } from '../../model/locales.ts';
import { type OldAddress, placeOfOldPath } from '../../model/old-addresses.ts';
import type { Addresses } from '../../site/urls.ts';
import type { Header } from './header-table.ts';

/** What the files for all hosts are written from. */
export interface HostTable {
  readonly urls: Addresses;
  /** Host name, its port where it is not the usual one, and whether it is read over TLS. */
  readonly host: string;
  readonly port: string;
  readonly secure: boolean;
  readonly headers: readonly Header[];
  readonly ids: readonly AdvisoryId[];
  readonly oldAddresses: readonly OldAddress[];
}

/** Where an old address leads now: a path of the site. */
export const targetOf = ({ locale, id }: OldAddress, urls: Addresses): string =>
  locale === undefined ? urls.ticket(id) : urls.advisory(locale, id);

/** Old addresses that the one expression for all of them does not match: each has a rule of its own. */
export const unusualAddresses = ({ oldAddresses }: HostTable): OldAddress[] =>
  oldAddresses.filter(({ path }) => placeOfOldPath(path) === undefined);

/** Ids with letters: a server that was asked for one in capitals has to be told how it is spelled. */
export const spelledIds = ({ ids }: HostTable): AdvisoryId[] => ids.filter((id) => /[a-z]/.test(id));

/** The folders of the languages, as an expression: none of them is an advisory. */
export const localeFolders = locales.map((locale) => localeFacts[locale].path).join('|');

/** Every tag that an old address may name a language by, and the folder that it is now. */
export const foldersByTag: readonly (readonly [tag: string, folder: string])[] = locales.flatMap((locale) =>
  [locale, ...localeFacts[locale].aliases].map((tag) => [tag, `${localeFacts[locale].path}/`] as const),
);
