import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { metaOf } from '../html/head.ts';
import type { AdvisoryId } from '../model/advisory-id.ts';
import { oldAddresses } from '../model/old-addresses.ts';
import { caddyfile } from '../publish/hosts/caddy.ts';
import { commonHeaders, jointPolicy } from '../publish/hosts/header-table.ts';
import type { HostTable } from '../publish/hosts/host-files.ts';
import { nginxConfiguration } from '../publish/hosts/nginx.ts';
import { headersFile, redirectsFile } from '../publish/hosts/static-host.ts';
import type { SiteIndex } from '../publish/site-index.ts';
import { besideOf } from '../site/output-folder.ts';
import { shownPath } from '../site/paths.ts';
import { settings } from '../site/settings.ts';
import { addresses } from '../site/urls.ts';
import { writeAdaptable } from './host-folder.ts';
import { siteFiles } from './site-files.ts';

/** Tells hosts at the end of a build what they have to know. */
export function hostFiles(): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        // What is true of the whole is written when the parts are put together.
        if (settings().part === undefined) writeHostFiles(fileURLToPath(dir));
      },
    },
  };
}

/**
 * Writes what hosts are told: `_redirects` and `_headers` into the site, where hosts look for them, and
 * beside it, in `<the site’s folder>.hosts`, what an administrator puts elsewhere.
 *
 * @param site the folder of a site that is built, absolute
 */
export function writeHostFiles(site: string): void {
  const table = hostTable(site);
  writeFileSync(join(site, '_redirects'), redirectsFile(table));
  writeFileSync(join(site, '_headers'), headersFile(table));
  const { hosts } = besideOf(settings().outDir);
  const adapted = writeAdaptable(hosts, {
    'nginx.conf': nginxConfiguration(table),
    'nginx-behind-proxy.conf': nginxConfiguration({ ...table, port: '', secure: false }),
    Caddyfile: caddyfile(table),
  });
  for (const name of adapted)
    console.error(
      `${shownPath(join(hosts, name))}: was changed since it was built, and stays; the new one is ${name}.new`,
    );
}

/** What is known of the site when it is written: its index, and the policies of its pages. */
function hostTable(site: string): HostTable {
  const { base, origin } = settings();
  const { hostname, port, protocol } = new URL(origin);
  const { advisories } = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8')) as SiteIndex;
  const moved = advisories.map(({ id, editions }) => ({
    id: id as AdvisoryId,
    editions: editions.map(({ locale, formerPath }) => ({ locale, formerPath: formerPath ?? undefined })),
  }));
  return {
    urls: addresses(base),
    host: hostname,
    port,
    secure: protocol === 'https:',
    headers: commonHeaders(jointPolicy(policies(site))),
    ids: moved.map(({ id }) => id),
    oldAddresses: oldAddresses(moved),
  };
}

/** The policies that pages state for themselves; that of scripts alone is stricter than any header can be. */
function policies(site: string): string[] {
  const found = siteFiles(site)
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => metaOf(readFileSync(join(site, path)), 'content-security-policy'))
    .filter((policy) => policy.startsWith('default-src'));
  return [...new Set(found)];
}
