import { identifierOf, identifiersIn } from '../../model/identifier.ts';
import { languageTags, regionTags } from '../words/languages.ts';

/*
 * What a link leads to, as one name however its address is written: scheme, `www.`, the language of the
 * page, tracking and the ending of the file are none of it. Where the archive’s own systems have several
 * addresses for one thing, all of them become its identifier.
 */

/** `kb:954474`, `cve:CVE-2008-1`, `bulletin:MS08-001`, `advisory:954474`, `fwlink:21131`, `download:…`, or host and path. */
export function targetOf(address: string): string {
  if (!URL.canParse(address)) return address.trim().toLowerCase();
  const url = new URL(address);
  const host = url.hostname.toLowerCase().replace(languageOfHost, '');
  const path = decoded(url.pathname).toLowerCase();
  return (
    namedTarget(host, path, url.searchParams) ?? `${host}${plainPath(path)}${plainQuery(url.searchParams)}`
  );
}

function namedTarget(host: string, path: string, query: URLSearchParams): string | undefined {
  const asked = (name: string) => [...query].find(([key]) => key.toLowerCase() === name)?.[1];
  if (host === 'support.microsoft.com') {
    const inQuery = asked('kbid') ?? /;(?:[a-z-]+;)?(\d{5,7})/i.exec(asked('scid') ?? '')?.[1];
    const id = /\/(?:kb|help|article|topic)\/(?:kb)?(\d{5,7})(?:\/|$)/.exec(path)?.[1] ?? inQuery;
    return id === undefined ? undefined : `kb:${id}`;
  }
  if (host === 'go.microsoft.com')
    return asked('linkid') === undefined ? undefined : `fwlink:${asked('linkid')}`;
  if (/(?:^|\.)(?:mitre\.org|nist\.gov|cve\.org)$/.test(host)) {
    const [cve] = identifiersIn(
      `${path} ${asked('name') ?? asked('id') ?? asked('vulnid') ?? ''}`.replace(/[_/]/g, ' '),
      'cve',
    );
    return cve && `cve:${cve.id}`;
  }
  if (host !== 'microsoft.com' && !host.endsWith('.microsoft.com')) return undefined;
  const last = identifierOf(/\/([^/]+?)(?:\.(?:mspx|aspx))?\/?$/.exec(path)?.[1] ?? '');
  if (last?.kind === 'bulletin') return `bulletin:${last.id}`;
  const advisory =
    /\/(?:security\/advisory|library\/security|library|securityadvisories\/\d{4})\/(\d{6,7})(?:\([^)]*\))?(?:\.(?:mspx|aspx))?\/?$/.exec(
      path,
    )?.[1];
  if (advisory !== undefined) return `advisory:${advisory}`;
  const download = asked('familyid') ?? (/\/downloads?\//.test(path) ? asked('id') : undefined);
  return download === undefined ? undefined : `download:${download.toLowerCase()}`;
}

const languageOfHost = new RegExp(`^(?:www|${languageTags})\\.`);
const languageInPath = new RegExp(`/(?:[a-z]{2}-[a-z]{2}|${languageTags}|${regionTags})(?=/|$)`, 'g');

/** Without the language of the page, and without what a server adds of itself. */
const plainPath = (path: string): string =>
  path
    .replace(languageInPath, '')
    .replace(/\/(?:default|index)\.(?:mspx|aspx|html?)$/, '')
    .replace(/\.(?:mspx)$/, '')
    .replace(/\/+$/, '');

const languageOrTracking =
  /^(?:utm_.*|ocid|mkt|displaylang|displayla|ln|lc|lang|language|locale|hl|clcid|lcid|mfr|pf|rtc)$/i;

function plainQuery(query: URLSearchParams): string {
  const kept = [...query]
    .filter(([name]) => !languageOrTracking.test(name))
    .map(([name, value]) => `${name}=${value}`.toLowerCase())
    .sort();
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
