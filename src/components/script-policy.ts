import { createHash } from 'node:crypto';
import type { Addresses } from '../site/urls.ts';

/** A script inside a page, as a content security policy names it. */
export const scriptHash = (text: string): `sha256-${string}` =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

/**
 * A second policy of every page, beside Astro’s `script-src 'self' …`. A script must be allowed by both: by that
 * one it comes from this host, by this one from a folder in which only a build puts files. What a publisher
 * wrote lies elsewhere, and a browser runs text of any type as a script where a host does not send `nosniff`.
 *
 * `*:*` stands for any host: a site does not know where it is served, and `'self'` takes no path (CSP 3, 2.3.1).
 *
 * @param inline the scripts inside the page
 */
export const scriptPlaces = (urls: Addresses, inline: readonly string[]): string =>
  [
    'script-src-elem',
    ...['_astro/', 'pagefind/'].map((folder) => `*:*${urls.file(folder)}`),
    ...inline.map((text) => `'${scriptHash(text)}'`),
  ].join(' ');
