import type { AstroIntegration } from 'astro';
import { settings } from '../site/settings.ts';

/** Says at the end of a build what other systems will not find, and how they would. */
export function notices(): AstroIntegration {
  return {
    name: 'notices',
    hooks: {
      'astro:build:done': () => {
        for (const notice of noticesFor(settings())) console.error(notice);
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
export function noticesFor({ base, origin, contact, securityTxtExpires }: Published): string[] {
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
  ];
}
