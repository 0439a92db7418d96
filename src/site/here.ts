import type { Locale } from '../model/locales.ts';
import { settings } from './settings.ts';
import { addresses } from './urls.ts';

const { base, contact, openPgpFingerprint, origin, part, publisher, securityTxtExpires } = settings();

export { contact, openPgpFingerprint, origin, publisher, securityTxtExpires };

/** The addresses of this site. */
export const urls = addresses(base);

/** A path of this site as a whole address, for whoever reads it elsewhere. */
export const absolute = (path: string): string => `${origin}${path}`;

/** Whether this build has the pages of a language; without one, those that are in no language. */
export const isBuilt = (locale?: Locale): boolean => part === undefined || part === (locale ?? 'rest');

/** Whether programs find here what they look for at the root of a host: `robots.txt`, `.well-known`. */
export const isRootOfHost = base === '/';

/** The name of the site; the same in every language. */
export const siteName = 'Concord';

/** Where a reader reports an error, the message begun; undefined where the publisher names no contact. */
export function reportAddress(message: { subject: string; body: string }): string | undefined {
  if (contact === undefined) return undefined;
  const fields = Object.entries(message).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  if (!/^https?:/.test(contact)) return `mailto:${contact}?${fields.join('&')}`;
  return `${contact}${contact.includes('?') ? '&' : '?'}${fields.join('&')}`;
}
