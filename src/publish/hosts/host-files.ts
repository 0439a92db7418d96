import type { AdvisoryId } from '../../model/advisory-id.ts';
import type { OldAddress } from '../../model/old-addresses.ts';
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
