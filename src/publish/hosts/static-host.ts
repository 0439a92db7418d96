import { caching, contentType, typedFiles } from './header-table.ts';
import { type HostTable, targetOf } from './host-files.ts';

/*
 * Netlify and Cloudflare Pages read both files from the root of the site. Cloudflare Pages takes 2,000
 * redirects; the addresses that were really published come first.
 */

/** `_redirects`: a line for each old address. */
export const redirectsFile = ({ urls, oldAddresses }: HostTable): string =>
  oldAddresses.map((address) => `${urls.file(address.path)} ${targetOf(address, urls)} 301\n`).join('');

/** `_headers`: paths, and under each what it is answered with. */
export function headersFile({ urls, headers }: HostTable): string {
  const rules: readonly (readonly [path: string, headers: HostTable['headers']])[] = [
    [`${urls.root()}*`, headers],
    ...caching.hashed.folders.map(
      (folder) => [`${urls.file(folder)}*`, [['Cache-Control', caching.hashed.value]]] as const,
    ),
    ...typedFiles.map(([path, type]) => [urls.file(path), [['Content-Type', contentType(type)]]] as const),
  ];
  return rules
    .map(([path, lines]) => `${path}\n${lines.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('');
}
