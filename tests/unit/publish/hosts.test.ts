import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forwardingPage } from '../../../src/publish/forwarding-page.ts';
import { caddyfile } from '../../../src/publish/hosts/caddy.ts';
import { jointPolicy } from '../../../src/publish/hosts/header-table.ts';
import type { HostTable } from '../../../src/publish/hosts/host-files.ts';
import { nginxConfiguration } from '../../../src/publish/hosts/nginx.ts';
import { addresses } from '../../../src/site/urls.ts';

describe('the joint policy of pages', () => {
  test('allows what any of them allows, once', () =>
    assert.equal(
      jointPolicy(["default-src 'none'; script-src 'self' a", "default-src 'none';script-src b 'self';"]),
      "default-src 'none'; frame-ancestors 'none'; script-src 'self' a b",
    ));
});

test('a page that forwards is escaped', () => {
  const html = forwardingPage({
    language: 'it',
    title: '<b> & "x"',
    href: '/it/1/?a&b',
    canonical: 'https://a.example/',
  });
  assert.ok(html.includes('<title>&lt;b&gt; &amp; &quot;x&quot;</title>'));
  assert.ok(html.includes('content="0; url=/it/1/?a&amp;b"'));
});

describe('a server listens where the site is', () => {
  const table: HostTable = {
    urls: addresses('/'),
    host: 'a.example',
    port: '',
    secure: true,
    headers: [],
    ids: [],
    oldAddresses: [],
  };
  for (const [what, changes, nginx, caddy] of [
    ['over TLS', {}, /listen 443 ssl[\s\S]*listen \[::\]:443 ssl/, /^a\.example \{/m],
    [
      'over TLS at a port',
      { port: '8443' },
      /return 301 https:\/\/a\.example:8443\$request_uri;[\s\S]*listen 8443 ssl/,
      /^a\.example:8443 \{/m,
    ],
    ['without TLS', { secure: false }, /listen 80;[\s\S]*listen \[::\]:80;/, /^:80 \{/m],
    ['without TLS at a port', { secure: false, port: '8080' }, /listen 8080;/, /^:8080 \{/m],
  ] as const)
    test(what, () => {
      assert.match(nginxConfiguration({ ...table, ...changes }), nginx);
      assert.match(caddyfile({ ...table, ...changes }), caddy);
    });
});
