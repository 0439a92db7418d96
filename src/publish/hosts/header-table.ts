import { localeFacts, locales } from '../../model/locales.ts';
import { markName } from '../../site/output-folder.ts';

/*
 * What a host says with every answer: the one table that the files for all hosts are written from.
 */

export type Header = readonly [name: string, value: string];

/**
 * Headers of every answer.
 *
 * @param policy the content security policy of all pages together: each page has a narrower one of its own
 */
export const commonHeaders = (policy: string): readonly Header[] => [
  ['Content-Security-Policy', policy],
  // Two years; a browser heeds it only where it came over TLS (RFC 6797).
  ['Strict-Transport-Security', 'max-age=63072000'],
  ['Referrer-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  ],
  ['X-Content-Type-Options', 'nosniff'],
  // What `frame-ancestors` says, for browsers that do not know it.
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** Files whose names are made from their content never change; everything else is asked for anew. */
export const caching = {
  hashed: { folders: ['_astro/', 'assets/'], value: 'public, max-age=31536000, immutable' },
  others: 'no-cache',
} as const;

/** Media types by the ending of a file. What is not here is a stream of bytes. */
export const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  txt: 'text/plain',
  sha256: 'text/plain',
  sha512: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  webmanifest: 'application/manifest+json',
};

/** Files of a language with a type that their ending does not tell. */
export const typedFiles: readonly (readonly [path: string, type: string])[] = locales.flatMap((locale) =>
  (
    [
      ['feed.xml', 'application/atom+xml'],
      ['revisions.xml', 'application/atom+xml'],
      ['opensearch.xml', 'application/opensearchdescription+xml'],
    ] as const
  ).map(([file, type]) => [`${localeFacts[locale].path}/${file}`, type] as const),
);

/** What is for hosts and for the next build, and for nobody else. */
export const hostsOwnFiles = ['_headers', '_redirects', markName] as const;

export const isText = (type: string): boolean => /^text\/|[/+](?:json|xml)$/.test(type);

/** Text is UTF-8, and says so. */
export const contentType = (type: string): string => (isText(type) ? `${type}; charset=utf-8` : type);

/**
 * The policies of pages as one that allows what any of them allows, and what only a header can say: no page
 * of anybody may be shown in a frame.
 */
export function jointPolicy(policies: readonly string[]): string {
  const directives = new Map<string, Set<string>>();
  for (const policy of policies) {
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      if (name === undefined || name === '') continue;
      const joint = directives.get(name) ?? new Set();
      for (const source of sources) joint.add(source);
      directives.set(name, joint);
    }
  }
  directives.set('frame-ancestors', new Set(["'none'"]));
  return [...directives]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sources]) => [name, ...[...sources].sort()].join(' '))
    .join('; ');
}
