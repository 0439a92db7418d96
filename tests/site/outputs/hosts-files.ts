import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileAt, type Site, textIn } from '../../support/built-site.ts';

/**
 * `_redirects` as Netlify and Cloudflare Pages describe it: source, target and status in a line, each source
 * once, at most 1,000 characters (https://developers.cloudflare.com/pages/configuration/redirects/).
 */
function redirectsFaults(text: string, isThere: (path: string) => boolean): string[] {
  const lines = text.split('\n').slice(0, -1);
  const sources = lines.map((line) => line.split(' ')[0]);
  return [
    ...lines.filter((line) => !/^\/\S+ \/\S* 301$/.test(line)),
    ...lines.filter((line) => line.length > 1_000),
    ...lines.filter((line) => !isThere(line.split(' ')[1] ?? '')),
    ...sources.flatMap((source, at) => (sources.indexOf(source) === at ? [] : `${source} is there twice`)),
  ];
}

/**
 * `_headers` as both describe it: a path, and below it indented headers; at most 100 paths, 2,000 characters in
 * a line (https://developers.cloudflare.com/pages/configuration/headers/).
 */
function headersFaults(text: string): string[] {
  const lines = text.split('\n').slice(0, -1);
  const isPath = (line: string) => /^\/\S*$/.test(line);
  return [
    ...lines.filter((line) => !isPath(line) && !/^ {2}[A-Z][A-Za-z-]+: \S.*$/.test(line)),
    ...lines.filter((line) => line.length > 2_000),
    ...lines.filter((line, at) => isPath(line) && !lines[at + 1]?.startsWith('  ')),
    ...(lines.filter(isPath).length > 100 ? ['has more than 100 paths'] : []),
    ...(isPath(lines[0] ?? '') ? [] : ['does not begin with a path']),
  ];
}

const placesOf = (site: Site, base: string) => (path: string) => site.has(fileAt(path, base));

export function toldToHosts(site: Site, base: string): void {
  describe('hosts of static files', () => {
    test('are told where old addresses lead', () =>
      assert.deepEqual(redirectsFaults(textIn(site, '_redirects'), placesOf(site, base)), []));
    test('are told what to answer with', () => assert.deepEqual(headersFaults(textIn(site, '_headers')), []));
  });
}

/** A valid file and one change. */
export function brokenHostFilesAreNoticed(site: Site): void {
  const redirects = textIn(site, '_redirects');
  for (const [what, pattern, replacement] of [
    ['a source twice', /^.*\n/, '$&$&'],
    ['a target that is not there', / \/\S+\/ 301/, ' /it/1/ 301'],
    ['another status', ' 301\n', ' 200\n'],
    ['no target', / \/\S+\/ /, ' '],
  ] as const)
    test(`redirects with ${what} are noticed`, () =>
      assert.notDeepEqual(redirectsFaults(redirects.replace(pattern, replacement), placesOf(site, '/')), []));
  const headers = textIn(site, '_headers');
  for (const [what, pattern, replacement] of [
    ['a header without a value', /: nosniff/, ':'],
    ['a header that is not indented', '  Referrer-Policy', 'Referrer-Policy'],
    ['a path without headers', '/*\n', '/*\n/b\n'],
    ['a line that is too long', 'nosniff', 'nosniff'.repeat(400)],
  ] as const)
    test(`headers with ${what} are noticed`, () =>
      assert.notDeepEqual(headersFaults(headers.replace(pattern, replacement)), []));
}
