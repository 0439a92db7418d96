import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noticesFor as noticesOn } from '../../../src/build/notices.ts';

const noticesFor = (settings: Parameters<typeof noticesOn>[0]) => noticesOn(settings, '2026-11-20');
const published = {
  base: '/',
  origin: 'https://a.example',
  contact: 'security@a.example',
  securityTxtExpires: '2027-06-30',
};

describe('a build says what other systems will not find', () => {
  test('and nothing where they find all', () => assert.deepEqual(noticesFor(published), []));
  test('robots.txt and .well-known under a base path', () =>
    assert.match(noticesFor({ ...published, base: '/docs/' }).join(), /^BASE_PATH=\/docs\/: robots\.txt/));
  test('a contact that lacks its end', () =>
    assert.match(
      noticesFor({ ...published, securityTxtExpires: undefined }).join(),
      /set SECURITY_TXT_EXPIRES to/,
    ));
  test('a contact that no security.txt may name', () =>
    assert.match(noticesFor({ ...published, contact: 'http://a.example/' }).join(), /set CONTACT/));
  test('of a site that is only tried out, that its addresses are', () =>
    assert.match(
      noticesFor({ base: '/', origin: 'http://localhost:4321' }).join(),
      /^[^\n]*set SITE_URL[^\n]*$/,
    ));
  for (const [expires, expected] of [
    ['2026-11-19', /2026-11-19 has passed/],
    ['2027-11-21', /2027-11-21 is more than a year away/],
  ] as const)
    test(`a security.txt that ends on ${expires}`, () =>
      assert.match(noticesFor({ ...published, securityTxtExpires: expires }).join(), expected));
  for (const expires of ['2026-11-20', '2027-11-20'])
    test(`and nothing of one that ends on ${expires}`, () =>
      assert.deepEqual(noticesFor({ ...published, securityTxtExpires: expires }), []));
});
