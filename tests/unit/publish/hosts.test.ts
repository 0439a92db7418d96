import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forwardingPage } from '../../../src/publish/forwarding-page.ts';
import { jointPolicy } from '../../../src/publish/hosts/header-table.ts';

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
