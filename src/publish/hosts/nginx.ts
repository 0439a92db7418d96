import { localeFacts } from '../../model/locales.ts';
import { oldAddressPattern } from '../../model/old-addresses.ts';
import { acceptedLanguage, longestWish } from './accepted-language.ts';
import { block, escapedPattern, lines } from './configuration-text.ts';
import { caching, hostsOwnFiles, isText, mediaTypes, typedFiles } from './header-table.ts';
import {
  foldersByTag,
  type HostTable,
  localeFolders,
  spelledIds,
  targetOf,
  unusualAddresses,
} from './host-files.ts';

/**
 * A configuration for nginx, to be included at the level of `http` (Debian: `sites-enabled`). What the
 * administrator adapts is marked: the folder, and the certificate.
 *
 * All headers stand at the level of `server`: one `add_header` further in would take all of them away there.
 */
export function nginxConfiguration(table: HostTable): string {
  const { urls, host, port, secure } = table;
  const folder =
    urls.root() === '/' ? 'the site' : `the folder that holds the site as ${urls.root().slice(1, -1)}`;
  return lines(
    '# Concord behind nginx. Written by the build; adapt the lines marked with ADAPT.',
    '# The module for brotli_static is libnginx-mod-http-brotli-static in Debian. From nginx 1.25.1 on, `http2 on;`',
    '# takes the place of `http2` behind `listen`, which still works.',
    '',
    ...maps(table),
    '',
    ...(secure
      ? block(
          'server',
          ...listening('80'),
          `server_name ${host};`,
          `return 301 https://${host}${port === '' ? '' : `:${port}`}$request_uri;`,
        )
      : []),
    ...block(
      'server',
      ...(secure
        ? [
            ...listening(port || '443', ' ssl http2'),
            `ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem; # ADAPT`,
            `ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem; # ADAPT`,
          ]
        : listening(port || '80')),
      `server_name ${host};`,
      `root /srv/concord; # ADAPT: ${folder}`,
      'index index.html;',
      `error_page 403 404 =404 ${urls.file('404.html')};`,
      'absolute_redirect off;',
      'server_tokens off;',
      '',
      'gzip_static on;',
      'brotli_static on; # ADAPT: needs the module; leave the line out without it',
      'gzip_vary on;',
      '',
      'charset utf-8;',
      `charset_types ${[...new Set([...Object.values(mediaTypes), ...typedFiles.map(([, type]) => type)])].filter((type) => isText(type) && type !== 'text/html').join(' ')};`,
      ...block('types', ...[...endingsByType()].map(([type, endings]) => `${type} ${endings.join(' ')};`)),
      'default_type application/octet-stream;',
      '',
      ...table.headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
      'add_header Cache-Control $concord_caching always;',
      'add_header Vary $concord_vary always;',
      '',
      ...locations(table),
    ),
  );
}

/** Stands where an id is none; no folder has that name. */
const noAdvisory = '"-"';

/** IPv4 and IPv6. */
const listening = (port: string, how = ''): string[] =>
  ['', '[::]:'].map((address) => `listen ${address}${port}${how}; # ADAPT`);

function maps(table: HostTable): string[] {
  const root = escapedPattern(table.urls.root());
  return [
    '# The language of a reader: the first in Accept-Language that the site has. The weights (q) are not weighed.',
    ...map('$http_accept_language', '$concord_wish', [
      ['default', '""'],
      [`"~^.{1,${longestWish}}$"`, '$http_accept_language'],
    ]),
    ...map('$concord_wish', '$concord_language', [
      ['default', '""'],
      ...acceptedLanguage.map(
        ([expression, locale]) => [`"~*${expression}"`, localeFacts[locale].path] as const,
      ),
    ]),
    '# The language named by an old address, as the beginning of the new one; without one the ticket link.',
    ...map('$concord_tag', '$concord_folder', [
      ['default', '""'],
      ...foldersByTag.map(([tag, folder]) => [`"~*^${tag}$"`, folder] as const),
    ]),
    '# An id as addresses spell it: numbers have one way, others are lower case. Languages are none.',
    ...map('$concord_id', '$concord_advisory', [
      ['default', '$concord_id'],
      [`"~*^(?:${localeFolders})$"`, noAdvisory],
      ...spelledIds(table).map((id) => [`"~*^${id}$"`, id] as const),
    ]),
    '# What is not there may be there soon.',
    ...map('"$status $request_uri"', '$concord_caching', [
      ['default', `"${caching.others}"`],
      [`"~^(?:200|206|304) ${root}(?:${caching.hashed.folders.join('|')})"`, `"${caching.hashed.value}"`],
    ]),
    '# What is answered in the language of the reader.',
    ...map('$request_uri', '$concord_vary', [
      ['default', '""'],
      [`"~^${root}[a-zA-Z0-9-]*(?:\\?|$)"`, 'Accept-Language'],
    ]),
  ];
}

function locations(table: HostTable): string[] {
  const { urls } = table;
  const root = urls.root();
  const pattern = escapedPattern(root);
  return [
    ...block(`location = ${root}`, `if ($concord_language != "") { return 302 ${root}$concord_language/; }`),
    '# A ticket link without the slash; with it nothing is redirected, so that a choice made before counts.',
    ...block(
      `location ~ "^${pattern}(?<concord_id>[a-zA-Z0-9-]+)$"`,
      `if (!-f $document_root${root}$concord_advisory/index.html) { break; }`,
      `if ($concord_language = "") { return 302 ${root}$concord_advisory/; }`,
      `return 302 ${root}$concord_language/$concord_advisory/;`,
    ),
    ...unusualAddresses(table).flatMap((address) =>
      block(
        `location ~* "^${pattern}${escapedPattern(address.path)}/?$"`,
        `return 301 ${targetOf(address, urls)};`,
      ),
    ),
    '# Old addresses, in any letter case.',
    ...block(
      `location ~* "^${pattern}${named(oldAddressPattern)}/?$"`,
      `if (!-f $document_root${root}$concord_advisory/index.html) { return 404; }`,
      `return 301 ${root}$concord_folder$concord_advisory/;`,
    ),
    ...typedFiles.flatMap(([path, type]) =>
      block(`location = ${urls.file(path)}`, 'types { }', `default_type ${type};`),
    ),
    ...hostsOwnFiles.flatMap((file) => block(`location = ${urls.file(file)}`, 'return 404;')),
  ];
}

const named = (pattern: string): string =>
  pattern
    .replace('([a-z][a-z]', '(?<concord_tag>[a-z][a-z]')
    .replace('([a-z0-9-]+)', '(?<concord_id>[a-z0-9-]+)');

function endingsByType(): Map<string, string[]> {
  const types = new Map<string, string[]>();
  for (const [ending, type] of Object.entries(mediaTypes))
    types.set(type, [...(types.get(type) ?? []), ending]);
  return types;
}

const map = (from: string, to: string, cases: readonly (readonly [string, string])[]): string[] =>
  block(`map ${from} ${to}`, ...cases.map(([value, result]) => `${value} ${result};`));
