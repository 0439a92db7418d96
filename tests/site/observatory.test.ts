import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { attributes, build, newFolder } from '../support/built-site.ts';
import { startSecureNginx } from '../support/servers.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly html: string;
}

function answer(url: string): Promise<Answer> {
  const get = url.startsWith('https:') ? getSecure : getPlain;
  return new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false }, (response) => {
      let html = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        html += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, html }));
    }).on('error', reject);
  });
}

/**
 * The rules by which MDN’s HTTP Observatory grades a page
 * (https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring), each with the answer that costs no point.
 */
const rules: readonly (readonly [rule: string, holds: (page: Answer, plain: Answer) => boolean])[] = [
  [
    'Content Security Policy: default-src is none, nothing is unsafe',
    ({ headers }) => {
      const policy = `${headers['content-security-policy']}`;
      return (
        /default-src 'none'/.test(policy) && !/'unsafe-(?:inline|eval|hashes)'|\*|data:|https?:/.test(policy)
      );
    },
  ],
  ['Cookies: none', ({ headers }) => headers['set-cookie'] === undefined],
  ['Cross-origin resource sharing: none', ({ headers }) => !('access-control-allow-origin' in headers)],
  [
    'Redirection: the first answer without TLS leads to the same host with TLS',
    (_, { status, headers }) =>
      status === 301 && /^https:\/\/advisories\.example\/it\//.test(`${headers.location}`),
  ],
  [
    'Referrer policy: private',
    ({ headers }) => /^(?:no-referrer|same-origin|strict-origin)/.test(`${headers['referrer-policy']}`),
  ],
  [
    'Strict Transport Security: half a year or more',
    ({ headers }) =>
      Number(/max-age=(\d+)/.exec(`${headers['strict-transport-security']}`)?.[1]) >= 15_768_000,
  ],
  [
    'Subresource integrity: every script is of the same origin',
    ({ html }) => attributes(html, 'src').every((src) => src.startsWith('/') && !src.startsWith('//')),
  ],
  ['X-Content-Type-Options: nosniff', ({ headers }) => headers['x-content-type-options'] === 'nosniff'],
  [
    'X-Frame-Options: by frame-ancestors',
    ({ headers }) => /frame-ancestors 'none'/.test(`${headers['content-security-policy']}`),
  ],
  [
    'Cross-origin resource policy: same origin',
    ({ headers }) => headers['cross-origin-resource-policy'] === 'same-origin',
  ],
];

describe('a page of nginx with TLS, by the rules of the HTTP Observatory', async () => {
  const folder = join(newFolder(), 'site');
  const { status, output } = build({
    ADVISORIES: 'tests/content',
    SITE_URL: 'https://advisories.example',
    OUT_DIR: folder,
  });
  assert.equal(status, 0, output);
  const configuration = readFileSync(join(`${folder}.hosts`, 'nginx.conf'), 'utf8');
  const server = await startSecureNginx({ configuration, folder });
  after(() => server?.stop());
  const options = server === undefined ? { skip: 'nginx or openssl are neither installed nor can be' } : {};

  for (const path of ['/it/123456/', '/it/search/', '/123456/', '/', '/404.html']) {
    test(path, options, async () => {
      const page = await answer(`${server?.origin}${path}`);
      const plain = await answer(`${server?.plainOrigin}/it/123456/`);
      const broken = rules.filter(([, holds]) => !holds(page, plain)).map(([rule]) => rule);
      assert.deepEqual(broken, []);
    });
  }
  test('a broken page is noticed', options, () => {
    const nothing: Answer = {
      status: 200,
      headers: { 'set-cookie': ['a=b'], 'access-control-allow-origin': '*' },
      html: '<script src="https://elsewhere.example/a.js"></script>',
    };
    assert.deepEqual(
      rules.filter(([, holds]) => holds(nothing, nothing)),
      [],
    );
  });
});
