import type { AstroIntegration } from 'astro';
import { settings } from '../site/settings.ts';

/**
 * Says at the end of a build what other systems will not find, and how they would.
 *
 * @param today only for what is told: nothing that is written depends on it
 */
export function notices(today: string): AstroIntegration {
  return {
    name: 'notices',
    hooks: {
      'astro:build:done': () => {
        for (const notice of noticesFor(settings(), today)) console.error(notice);
      },
    },
  };
}

interface Published {
  readonly base: string;
  readonly origin: string;
  readonly contact?: string | undefined;
  readonly securityTxtExpires?: string | undefined;
}

/** A site that is only tried out (its address is not https) need not be found. */
export function noticesFor(
  { base, origin, contact, securityTxtExpires }: Published,
  today: string,
): string[] {
  const lacked = [
    ...(contact === undefined || contact.startsWith('http:') ? ['CONTACT (a mail or https address)'] : []),
    ...(securityTxtExpires === undefined ? ['SECURITY_TXT_EXPIRES'] : []),
  ];
  return [
    ...(new URL(origin).hostname === 'localhost'
      ? [
          `The addresses in feeds, CSAF and canonical links begin with ${origin}; set SITE_URL before you publish.`,
        ]
      : []),
    ...(base === '/'
      ? []
      : [
          `BASE_PATH=${base}: robots.txt, security.txt and CSAF discovery are read at the root of a host only; link or forward ${origin}/robots.txt and ${origin}/.well-known/ to the same under ${base}`,
        ]),
    ...(origin.startsWith('https:') && lacked.length > 0
      ? [`There is no security.txt; set ${lacked.join(' and ')} to publish one.`]
      : []),
    ...expiryNotices(securityTxtExpires, today),
  ];
}

/** It counts for a year at most (RFC 9116, 2.5.5). */
function expiryNotices(expires: string | undefined, today: string): string[] {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  if (expires === undefined || (expires >= today && expires <= inAYear)) return [];
  const fault = expires < today ? 'has passed' : 'is more than a year away';
  return [`SECURITY_TXT_EXPIRES=${expires} ${fault}; security.txt should name a day within a year from now.`];
}
