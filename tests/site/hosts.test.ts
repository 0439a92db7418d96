import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { localeFacts, locales } from '../../src/model/locales.ts';
import { acceptedLanguage } from '../../src/publish/hosts/accepted-language.ts';
import { build, newFolder, readSite } from '../support/built-site.ts';
import { type Place, type Server, startCaddy, startNginx } from '../support/servers.ts';
import { worstWishes } from '../support/worst-wishes.ts';

/** Builds a site as its host has it: below the folder that is served. */
function builtPlace(environment: {
  ADVISORIES: string;
  BASE_PATH?: string;
}): Place & Record<'site' | 'hosts', string> {
  const folder = newFolder();
  const outDir = join(folder, 'out');
  const { status, output } = build({ ...environment, OUT_DIR: outDir });
  assert.equal(status, 0, output);
  const site = join(folder, 'served', environment.BASE_PATH ?? '');
  mkdirSync(join(site, '..'), { recursive: true });
  renameSync(outDir, site);
  return { site, hosts: `${outDir}.hosts`, folder: join(folder, 'served'), configuration: '' };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 50 });

/** An answer as it comes, neither followed nor decoded. */
function answer(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    }).on('error', reject);
  });
}

/** The folder that the expressions for servers name, asked as JavaScript. */
function expectedFor(wish: string): string {
  const [, locale] = acceptedLanguage.find(([expression]) => new RegExp(expression, 'i').test(wish)) ?? [];
  assert.ok(locale, wish);
  return localeFacts[locale].path;
}

const hosts = {
  nginx: { start: startNginx, file: 'nginx.conf' },
  Caddy: { start: startCaddy, file: 'Caddyfile' },
} as const;

for (const base of ['/', '/docs/']) {
  const place = builtPlace({
    ADVISORIES: 'tests/content',
    ...(base === '/' ? {} : { BASE_PATH: base.slice(1, -1) }),
  });
  const site = readSite(place.site);
  const redirects = (site.get('_redirects')?.toString('utf8') ?? '')
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '));

  for (const [name, { start, file }] of Object.entries(hosts)) {
    describe(`${name}, the site at ${base}`, async () => {
      let server: Server | undefined;
      const of = (path: string, headers?: Record<string, string>) =>
        answer(`${server?.origin}${base}${path}`, headers);
      const redirect = async (path: string, language = '') => {
        const { status, headers } = await of(path, language === '' ? {} : { 'Accept-Language': language });
        return `${status} ${headers.location ?? ''}`.trim();
      };
      server = await start({
        folder: place.folder,
        configuration: readFileSync(join(place.hosts, file), 'utf8'),
      });
      after(() => server?.stop());
      const options = server === undefined ? { skip: `${name} is neither installed nor can be` } : {};

      describe('in the language of the reader', options, () => {
        for (const [what, path, language, expected] of [
          ['the front page', '', 'nb', `302 ${base}nb-no/`],
          ['the front page, second wish', '', 'en,de-AT;q=0.8', `302 ${base}de-de/`],
          ['the front page, no wish that we have', '', 'en', '200'],
          ['the front page, no wish', '', '', '200'],
          ['a ticket link', '123456', 'nb', `302 ${base}nb-no/123456/`],
          ['a ticket link, no wish', '123456', '', `302 ${base}123456/`],
          ['a ticket link in capitals', 'ADV-2026-0001', 'it', `302 ${base}it/adv-2026-0001/`],
          ['an advisory that is not there', '999999', 'it', '404'],
          ['what tells hosts alone', '_redirects', 'it', '404'],
          ['a ticket link with its slash', '123456/', 'nb', '200'],
          ['a page in a language', 'it/123456/', 'nb', '200'],
        ] as const)
          test(`${what}: ${expected}`, async () => assert.equal(await redirect(path, language), expected));
        test('any wish, as the table of wishes has it', async () => {
          for (const wish of [
            'it, de',
            'it,de-DE;q=0.9',
            'pt,de',
            'pt,it;q=0.8',
            'zh-TW, it',
            'nn,nb',
            ',,it',
            'it;q=0, de',
          ])
            assert.equal(await redirect('', wish), `302 ${base}${expectedFor(wish)}/`, wish);
        });
        test('no wish, where the header is longer than anybody’s', async () => {
          const long = `it,${'en;q=0.5,'.repeat(56)}`;
          assert.equal(await redirect('', `it,${'en;q=0.5,'.repeat(40)}`), `302 ${base}it/`);
          assert.equal(await redirect('', long), '200');
        });
        test('whatever it is, without keeping the server busy', { ...options, timeout: 20_000 }, async () => {
          for (const [what, wish] of Object.entries(worstWishes))
            for (const header of [wish, wish.slice(0, 490)]) {
              const statuses = await Promise.all(
                Array.from({ length: 40 }, async () => (await of('', { 'Accept-Language': header })).status),
              );
              assert.deepEqual([...new Set(statuses)], [200], what);
            }
        });
        for (const locale of locales)
          test(`the folder of ${locale} is no advisory`, async () => {
            const { status, headers } = await of(localeFacts[locale].path, { 'Accept-Language': 'it' });
            assert.ok(status === 301 || status === 308, `${status}`);
            assert.match(headers.location ?? '', new RegExp(`${localeFacts[locale].path}/$`));
          });
        test('what depends on the wish says so, and nothing else does', async () => {
          for (const path of ['', '123456'])
            for (const language of ['nb', 'en'])
              assert.match(
                (await of(path, { 'Accept-Language': language })).headers.vary ?? '',
                /Accept-Language/,
              );
          for (const path of ['123456/', 'it/', 'robots.txt'])
            assert.doesNotMatch((await of(path)).headers.vary ?? '', /Accept-Language/, path);
        });
      });

      describe('an old address', options, () => {
        test('leads where the table says, in any letter case', async () => {
          assert.ok(redirects.length > 30);
          for (const [from = '', to] of redirects) {
            const path = from.slice(base.length);
            for (const spelled of [path, path.toLowerCase(), path.toUpperCase()])
              assert.equal(await redirect(spelled), `301 ${to}`, spelled);
          }
        });
        test('may be escaped, and may name a language that we do not have', async () => {
          assert.equal(await redirect('de-DE/library/123456%28v=Security.10%29'), `301 ${base}de-de/123456/`);
          assert.equal(await redirect('fr-FR/library/123456(v=Security.10)'), `301 ${base}123456/`);
        });
        test('of no advisory is not found', async () =>
          assert.equal(await redirect('it-IT/library/999999(v=Security.10)'), '404'));
      });

      describe('says with every answer', options, () => {
        const rules = (site.get('_headers')?.toString('utf8') ?? '').split('\n');
        const common = rules
          .slice(
            1,
            rules.findIndex((line, at) => at > 0 && line.startsWith('/')),
          )
          .map((line) => line.trim().split(': '));
        for (const path of ['it/123456/', '999999', '123456', 'index.json', 'csaf/changes.csv'])
          test(`what the table says: ${path}`, async () => {
            const { headers } = await of(path, { 'Accept-Language': 'it' });
            assert.ok(common.length >= 8);
            for (const [header = '', value] of common)
              assert.equal(headers[header.toLowerCase()], value, header);
          });
        test('how long it holds', async () => {
          const hashed = [...site.keys()].find((path) => /^_astro\/.*\.js$/.test(path)) ?? '';
          assert.equal((await of(hashed)).headers['cache-control'], 'public, max-age=31536000, immutable');
          for (const path of ['it/123456/', 'it/feed.xml', '404.html', '999999', '_astro/none.js'])
            assert.equal((await of(path)).headers['cache-control'], 'no-cache', path);
        });
        test('what it is', async () => {
          for (const [path, type] of [
            ['it/123456/', 'text/html; charset=utf-8'],
            ['it/feed.xml', 'application/atom+xml; charset=utf-8'],
            ['it/opensearch.xml', 'application/opensearchdescription+xml; charset=utf-8'],
            ['it/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
            ['de-de/123456.md', 'text/markdown; charset=utf-8'],
            ['index.json', 'application/json; charset=utf-8'],
            ['sitemap.xml', 'application/xml; charset=utf-8'],
            ['robots.txt', 'text/plain; charset=utf-8'],
            ['icon-192.png', 'image/png'],
          ] as const)
            assert.equal((await of(path)).headers['content-type'], type, path);
        });
        test('of a source, that it is text and is not to be run', async () => {
          const { headers } = await of('de-de/123456.md');
          assert.equal(headers['x-content-type-options'], 'nosniff');
          assert.doesNotMatch(headers['content-type'] ?? '', /script|html/);
        });
        test('that nothing is there, with the page for that, whatever was asked for', async () => {
          for (const path of [
            'it/999999/',
            'it/999999.md',
            'csaf/2014/none.json',
            '_astro/none.js',
            '_astro/',
          ]) {
            const { status, headers, body } = await of(path);
            assert.equal(status, 404, path);
            assert.equal(headers['content-type'], 'text/html; charset=utf-8', path);
            assert.deepEqual(body, site.get('404.html'), path);
          }
        });
        test('what is in the folder of CSAF documents (7.1.14)', async () => {
          const { status, headers, body } = await of('csaf/');
          assert.equal(status, 200);
          assert.match(headers['content-type'] ?? '', /^text\/html/);
          assert.match(body.toString('utf8'), /changes\.csv/);
        });
        test('what has not changed', async () => {
          const { etag = '' } = (await of('it/123456/')).headers;
          assert.equal((await of('it/123456/', { 'If-None-Match': etag })).status, 304);
        });
      });

      test('a file is sent as it was compressed', options, async () => {
        for (const path of ['it/123456/', 'it/feed.xml', 'index.json', 'csaf/2008/123456-de-de.json']) {
          const whole = site.get(path.replace(/\/$/, '/index.html'));
          for (const [encoding, decode] of [
            ['br', brotliDecompressSync],
            ['gzip', gunzipSync],
          ] as const) {
            const { headers, body } = await of(path, { 'Accept-Encoding': encoding });
            assert.equal(headers['content-encoding'], encoding, path);
            assert.match(headers.vary ?? '', /Accept-Encoding/, path);
            assert.deepEqual(decode(body), whole, path);
          }
          assert.deepEqual((await of(path)).body, whole, path);
        }
      });

      test('answers many at a time, and none wrong', options, async (context) => {
        const pages = [...site].filter(([path]) => path.endsWith('/index.html'));
        const asked = 2_000;
        let wrong = 0;
        let next = 0;
        const from = performance.now();
        const ask = async () => {
          while (next < asked) {
            const [path, content] = pages[next++ % pages.length] ?? [];
            const { status, body } = await of(encodeURI(path?.replace(/index\.html$/, '') ?? ''));
            const forwards = /\/(?:library|security)\//.test(path ?? '');
            if (forwards ? status !== 301 : status !== 200 || !content?.equals(body)) wrong += 1;
          }
        };
        await Promise.all(Array.from({ length: 32 }, ask));
        const perSecond = Math.round((asked / (performance.now() - from)) * 1000);
        context.diagnostic(`${name}: ${perSecond} requests a second, asked by one process; ${wrong} wrong`);
        assert.equal(wrong, 0);
      });
    });
  }
}
