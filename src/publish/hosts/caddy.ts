import { localeFacts } from '../../model/locales.ts';
import { oldAddressPattern } from '../../model/old-addresses.ts';
import { acceptedLanguage, longestWish } from './accepted-language.ts';
import { block, escapedPattern, lines } from './configuration-text.ts';
import { caching, contentType, hostsOwnFiles, mediaTypes, typedFiles } from './header-table.ts';
import {
  foldersByTag,
  type HostTable,
  localeFolders,
  spelledIds,
  targetOf,
  unusualAddresses,
} from './host-files.ts';

/**
 * A Caddyfile. Caddy gets its certificate by itself where the site is read over TLS; the administrator
 * adapts the folder.
 */
export function caddyfile(table: HostTable): string {
  const { urls, host, port, secure, headers } = table;
  const root = urls.root();
  const hashed = caching.hashed.folders.map((folder) => `${urls.file(folder)}*`).join(' ');
  return lines(
    '# Concord behind Caddy. Written by the build; adapt the lines marked with ADAPT.',
    ...block(
      '(concord_headers)',
      ...block('header', ...headers.map(([name, value]) => `${name} "${value}"`), '-Server'),
    ),
    ...block(
      secure ? `${host}${port === '' ? '' : `:${port}`}` : `:${port || '80'}`,
      `root * /srv/concord # ADAPT: ${root === '/' ? 'the site' : `the folder that holds the site as ${root.slice(1, -1)}`}`,
      '',
      ...maps(table),
      '',
      'import concord_headers',
      `@hashed path ${hashed}`,
      `@others not path ${hashed}`,
      `header @hashed Cache-Control "${caching.hashed.value}"`,
      `header @others Cache-Control "${caching.others}"`,
      ...contentTypes(table),
      '',
      ...negotiation(root),
      '',
      ...redirects(table),
      '',
      `@unserved path ${hostsOwnFiles.map((file) => urls.file(file)).join(' ')}`,
      'error @unserved 404',
      // Caddy would show `index.txt` as the page of a folder, too.
      ...block('file_server', 'index index.html', 'precompressed br gzip'),
      ...block(
        'handle_errors',
        'import concord_headers',
        `header Cache-Control "${caching.others}"`,
        `header Content-Type "${contentType('text/html')}"`,
        `rewrite * ${urls.file('404.html')}`,
        'file_server',
      ),
    ),
  );
}

function negotiation(root: string): string[] {
  const pattern = escapedPattern(root);
  const ticket = `file ${root}{concord_ticket}/index.html`;
  return [
    '# What is answered in the language of the reader; a ticket link with its slash never is.',
    `@negotiated path_regexp ticket (?i)^${pattern}([a-z0-9-]*)$`,
    'header @negotiated Vary Accept-Language',
    ...block('@home', `path ${root}`, 'not vars {concord_language} ""'),
    `redir @home ${root}{concord_language}/ 302`,
    `@ticket path_regexp ticket (?i)^${pattern}([a-z0-9-]+)$`,
    ...routed(
      '@ticket',
      ...block('@spoken', ticket, 'not vars {concord_language} ""'),
      `redir @spoken ${root}{concord_language}/{concord_ticket}/ 302`,
      ...block('@silent', ticket, 'vars {concord_language} ""'),
      `redir @silent ${root}{concord_ticket}/ 302`,
    ),
  ];
}

function redirects(table: HostTable): string[] {
  const { urls } = table;
  const root = urls.root();
  const pattern = escapedPattern(root);
  return [
    '# Old addresses, in any letter case.',
    ...unusualAddresses(table).flatMap((address, at) => [
      `@unusual${at} path_regexp (?i)^${pattern}${escapedPattern(address.path)}/?$`,
      `redir @unusual${at} ${targetOf(address, urls)} 301`,
    ]),
    `@old path_regexp old (?i)^${pattern}${oldAddressPattern}/?$`,
    ...routed(
      '@old',
      `@known file ${root}{concord_advisory}/index.html`,
      `redir @known ${root}{concord_folder}{concord_advisory}/ 301`,
      'error 404',
    ),
  ];
}

/** A more special rule for a file comes earlier in Caddy’s order, and would be overruled: it is left out of the other. */
const contentTypes = ({ urls }: HostTable): string[] => [
  ...Object.entries(mediaTypes).flatMap(([ending, type]) => {
    const except = typedFiles.flatMap(([path]) => (path.endsWith(`.${ending}`) ? urls.file(path) : []));
    return [
      ...block(
        `@${ending}`,
        `path *.${ending}`,
        ...(except.length === 0 ? [] : [`not path ${except.join(' ')}`]),
      ),
      `header @${ending} Content-Type "${contentType(type)}"`,
    ];
  }),
  ...typedFiles.map(([path, type]) => `header ${urls.file(path)} Content-Type "${contentType(type)}"`),
];

/** Within a route the matcher around it has been asked before those in it: what it found can be used there. */
const routed = (matcher: string, ...body: string[]): string[] => block(`route ${matcher}`, ...body);

/** Stands where an id is none; no folder has that name. A hyphen would be no value to Caddy. */
const noAdvisory = '_';

function maps(table: HostTable): string[] {
  const advisory = (from: string, to: string) =>
    map(from, to, [
      [`~(?i)^(?:${localeFolders})$`, noAdvisory],
      ...spelledIds(table).map((id) => [`~(?i)^${id}$`, id] as const),
      ['~^(.*)$', `\${1}`],
    ]);
  return [
    '# The language of a reader: the first in Accept-Language that the site has. The weights (q) are not weighed.',
    ...map('{header.Accept-Language}', '{concord_wish}', [
      [`"~^(.{1,${longestWish}})$"`, `"\${1}"`],
      ['default', '""'],
    ]),
    ...map('{concord_wish}', '{concord_language}', [
      ...acceptedLanguage.map(
        ([expression, locale]) => [`"~(?i)${expression}"`, localeFacts[locale].path] as const,
      ),
      ['default', '""'],
    ]),
    ...map('{re.old.1}', '{concord_folder}', [
      ...foldersByTag.map(([tag, folder]) => [`~(?i)^${tag}$`, folder] as const),
      ['default', '""'],
    ]),
    ...advisory('{re.old.2}', '{concord_advisory}'),
    ...advisory('{re.ticket.1}', '{concord_ticket}'),
  ];
}

const map = (from: string, to: string, cases: readonly (readonly [string, string])[]): string[] =>
  block(`map ${from} ${to}`, ...cases.map(([value, result]) => `${value} ${result}`));
