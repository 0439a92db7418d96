import { localeFacts, locales } from '../../model/locales.ts';
import { oldAddressPattern, placeOfOldPath } from '../../model/old-addresses.ts';
import { acceptedLanguage } from './accepted-language.ts';
import { caching, isText, mediaTypes, typedFiles } from './header-table.ts';
import { type HostTable, targetOf } from './host-files.ts';

/**
 * A Caddyfile. Caddy gets its certificate by itself where the site is read over TLS; the administrator
 * adapts the folder.
 */
export function caddyfile(table: HostTable): string {
  const { urls, host, secure, headers, oldAddresses } = table;
  const root = urls.root();
  const pattern = escaped(root);
  const typed = (ending: string) =>
    typedFiles.flatMap(([path]) => (path.endsWith(`.${ending}`) ? urls.file(path) : []));
  const unusual = oldAddresses.filter(({ path }) => placeOfOldPath(path) === undefined);
  return lines(
    '# Concord behind Caddy. Written by the build; adapt the lines marked with ADAPT.',
    '(concord_headers) {',
    ...indented(
      'header {',
      ...indented(...headers.map(([name, value]) => `${name} "${value}"`), '-Server'),
      '}',
    ),
    '}',
    `${secure ? host : ':80'} {`,
    ...indented(
      `root * /srv/concord # ADAPT: ${root === '/' ? 'the site' : `the folder that holds the site as ${root.slice(1, -1)}`}`,
      '',
      ...maps(table),
      '',
      'import concord_headers',
      `@hashed path ${urls.file(caching.hashed.folder)}*`,
      `@others not path ${urls.file(caching.hashed.folder)}*`,
      `header @hashed Cache-Control "${caching.hashed.value}"`,
      `header @others Cache-Control "${caching.others}"`,
      ...Object.entries(mediaTypes).flatMap(([ending, type]) => contentType(ending, type, typed(ending))),
      ...typedFiles.map(([path, type]) => `header ${urls.file(path)} Content-Type "${withCharset(type)}"`),
      '',
      '# What is answered in the language of the reader; a ticket link with its slash never is.',
      `@negotiated path_regexp ticket (?i)^${pattern}([a-z0-9-]*)$`,
      'header @negotiated Vary Accept-Language',
      '@home {',
      ...indented(`path ${root}`, 'not vars {concord_language} ""'),
      '}',
      `redir @home ${root}{concord_language}/ 302`,
      `@ticket path_regexp ticket (?i)^${pattern}([a-z0-9-]+)$`,
      ...routed(
        '@ticket',
        '@spoken {',
        ...indented(`file ${root}{concord_ticket}/index.html`, 'not vars {concord_language} ""'),
        '}',
        `redir @spoken ${root}{concord_language}/{concord_ticket}/ 302`,
        '@silent {',
        ...indented(`file ${root}{concord_ticket}/index.html`, 'vars {concord_language} ""'),
        '}',
        `redir @silent ${root}{concord_ticket}/ 302`,
      ),
      '',
      ...unusual.flatMap((address, at) => [
        `@unusual${at} path_regexp (?i)^${pattern}${escaped(address.path)}/?$`,
        `redir @unusual${at} ${targetOf(address, urls)} 301`,
      ]),
      '# Old addresses, in any letter case.',
      `@old path_regexp old (?i)^${pattern}${oldAddressPattern}/?$`,
      ...routed(
        '@old',
        `@known file ${root}{concord_advisory}/index.html`,
        `redir @known ${root}{concord_folder}{concord_advisory}/ 301`,
        'error 404',
      ),
      '',
      `file_server ${urls.csaf()}* browse`,
      'file_server {',
      ...indented('precompressed br gzip'),
      '}',
      'handle_errors {',
      ...indented(
        'import concord_headers',
        `header Cache-Control "${caching.others}"`,
        `rewrite * ${urls.file('404.html')}`,
        'file_server',
      ),
      '}',
    ),
    '}',
  );
}

/** Stands where an id is none; no folder has that name. A hyphen would be no value to Caddy. */
const noAdvisory = '_';

function maps({ ids }: HostTable): string[] {
  const folders = locales.map((locale) => localeFacts[locale].path).join('|');
  const spelled = ids.filter((id) => /[a-z]/.test(id));
  const advisory = (from: string, to: string) =>
    map(from, to, [
      [`~(?i)^(?:${folders})$`, noAdvisory],
      ...spelled.map((id) => [`~(?i)^${id}$`, id] as const),
      ['~^(.*)$', `\${1}`],
    ]);
  return [
    '# The language of a reader: the first in Accept-Language that the site has. The weights (q) are not weighed.',
    ...map('{header.Accept-Language}', '{concord_language}', [
      ...acceptedLanguage.map(
        ([expression, locale]) =>
          [`"~(?i)${expression.replaceAll('\\', '\\\\')}"`, localeFacts[locale].path] as const,
      ),
      ['default', '""'],
    ]),
    ...map('{re.old.1}', '{concord_folder}', [
      ...locales.flatMap((locale) =>
        [locale, ...localeFacts[locale].aliases].map(
          (tag) => [`~(?i)^${tag}$`, `${localeFacts[locale].path}/`] as const,
        ),
      ),
      ['default', '""'],
    ]),
    ...advisory('{re.old.2}', '{concord_advisory}'),
    ...advisory('{re.ticket.1}', '{concord_ticket}'),
  ];
}

/** Within a route the matcher around it has been asked before those in it: what it found can be used there. */
const routed = (matcher: string, ...body: string[]): string[] => [
  `route ${matcher} {`,
  ...indented(...body),
  '}',
];

/** A more special rule for a file comes earlier in Caddy’s order, and would be overruled. */
const contentType = (ending: string, type: string, except: readonly string[]): string[] => [
  `@${ending} {`,
  ...indented(`path *.${ending}`, ...(except.length === 0 ? [] : [`not path ${except.join(' ')}`])),
  '}',
  `header @${ending} Content-Type "${withCharset(type)}"`,
];

const withCharset = (type: string): string => (isText(type) ? `${type}; charset=utf-8` : type);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const lines = (...all: string[]): string => `${all.join('\n')}\n`;
const indented = (...all: string[]): string[] => all.map((line) => (line === '' ? '' : `  ${line}`));
const map = (from: string, to: string, cases: readonly (readonly [string, string])[]): string[] => [
  `map ${from} ${to} {`,
  ...indented(...cases.map(([value, result]) => `${value} ${result}`)),
  '}',
];
