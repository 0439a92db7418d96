import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import type { AdvisoryId } from '../../../src/model/advisory-id.ts';
import { readSettings } from '../../../src/site/settings.ts';
import { addresses } from '../../../src/site/urls.ts';
import { folderWith } from '../../support/folders.ts';

describe('a setting', () => {
  for (const [variable, value, setting, expected] of [
    ['BASE_PATH', 'docs', 'base', '/docs/'],
    ['BASE_PATH', '/a/b/', 'base', '/a/b/'],
    ['BASE_PATH', '', 'base', '/'],
    ['SITE_URL', 'https://advisories.example.org/', 'origin', 'https://advisories.example.org'],
    ['PORT', '8080', 'port', 8080],
    ['CONTACT', 'security@a.example', 'contact', 'security@a.example'],
    ['CONTACT', 'https://a.example/report', 'contact', 'https://a.example/report'],
    ['PORT', undefined, 'port', 4321],
    ['PORT', '8080', 'origin', 'http://localhost:8080'],
    ['PUBLISHER', ' Beispiel AG ', 'publisher', 'Beispiel AG'],
    ['PUBLISHER', '', 'publisher', 'Concord'],
    ['CONTACT', 'HTTPS://a.example/report', 'contact', 'https://a.example/report'],
    ['OPENPGP_FINGERPRINT', `${'ab12 '.repeat(10)}`, 'openPgpFingerprint', 'AB12'.repeat(10)],
    ['SECURITY_TXT_EXPIRES', '2027-06-30', 'securityTxtExpires', '2027-06-30'],
  ] as const) {
    test(`${variable}=${value ?? ''} is ${expected}`, () =>
      assert.equal(readSettings({ [variable]: value })[setting], expected));
  }

  for (const [variable, value, sentence] of [
    ['PORT', 'many', 'PORT=many: is no number'],
    ['CONTACT', 'javascript:alert(1)', 'CONTACT=javascript:alert(1): is neither a mail address nor'],
    ['SITE_URL', 'advisories', 'SITE_URL=advisories: is no http or https address'],
    [
      'SITE_URL',
      'https://a.example/docs',
      'SITE_URL=https://a.example/docs: has more than scheme and host; a path goes into BASE_PATH',
    ],
    ['BASE_PATH', '/a b/', 'BASE_PATH=/a b/: may hold only letters, digits'],
    ['ADVISORIES', 'no/such/folder', 'ADVISORIES=no/such/folder: is no folder; name one that exists'],
    ['SITE_URL', 'https://user:word@a.example', 'has more than scheme and host'],
    ['BASE_PATH', '/../x', 'BASE_PATH=/../x: may not go up'],
    ['PUBLISHER', ' ', 'PUBLISHER= : is empty'],
    [
      'SITE_URL',
      'https://a;b{c"$d.example',
      'has an invalid host name; use letters, digits and inner hyphens',
    ],
    ['SITE_URL', 'https://a..b', 'SITE_URL=https://a..b: has an invalid host name'],
    ['SITE_URL', 'https://-a.example', 'has an invalid host name'],
    ['SITE_URL', 'https://.example', 'has an invalid host name'],
    ['SITE_URL', `https://${'a'.repeat(64)}.example`, 'has an invalid host name'],
    ['SITE_URL', 'https://a_b.example', 'has an invalid host name'],
    ['OPENPGP_FINGERPRINT', 'ab12', 'OPENPGP_FINGERPRINT=ab12: is no fingerprint of 40'],
    ['SECURITY_TXT_EXPIRES', '2027-06-31', 'SECURITY_TXT_EXPIRES=2027-06-31: is no day of the calendar'],
    ['PORT', '99999', 'PORT=99999: is no port; the highest is 65535'],
    ['ADVISORIES', 'package.json', 'ADVISORIES=package.json: is no folder'],
    ['OUT_DIR', '.', 'OUT_DIR=.: holds or is a part of the project'],
    ['OUT_DIR', '..', 'OUT_DIR=..: holds or is a part of the project'],
    ['OUT_DIR', 'content', 'OUT_DIR=content: holds or is a part of the project'],
    ['OUT_DIR', 'src/pages', 'OUT_DIR=src/pages: holds or is a part of the project'],
    ['OUT_DIR', 'package.json', 'OUT_DIR=package.json: is no folder'],
    ['OUT_DIR', 'package.json/site', 'OUT_DIR=package.json/site: lies in something that is no folder'],
    ['OUT_DIR', '.astro/x', 'OUT_DIR=.astro/x: holds or is a part of the project'],
    ['ADVISORIES', '..', 'ADVISORIES=..: holds or is a part of'],
    ['ADVISORIES', '.', 'ADVISORIES=.: holds or is a part of'],
    ['ALLOW_EMPTY', 'yes', 'ALLOW_EMPTY=yes: is neither 0 nor 1'],
    ['PORT', '1\n::warning::x', 'PORT=1\\u{A}::warning::x: is no number'],
  ] as const) {
    test(`${variable}=${value} is told`, () =>
      assert.throws(
        () => readSettings({ [variable]: value }),
        (error: Error) => error.message.includes(sentence),
      ));
  }
  describe('is blamed that is wrong:', () => {
    const content = folderWith({ 'a.md': '' });
    for (const [what, environment, variable] of [
      ['ADVISORIES, where OUT_DIR is as it comes', { ADVISORIES: '..' }, 'ADVISORIES'],
      [
        'OUT_DIR, where it lies in ADVISORIES',
        { ADVISORIES: content, OUT_DIR: `${content}/site` },
        'OUT_DIR',
      ],
      ['OUT_DIR, where ADVISORIES lies in it', { ADVISORIES: content, OUT_DIR: dirname(content) }, 'OUT_DIR'],
    ] as const)
      test(what, () =>
        assert.throws(
          () => readSettings(environment),
          (error: Error) => error.message.startsWith(`${variable}=`) && !error.message.includes('\n'),
        ),
      );
    test('OUT_DIR, where a symbolic link leads it into the content', () => {
      const link = join(folderWith({}), 'link');
      symlinkSync(content, link);
      assert.throws(() => readSettings({ ADVISORIES: content, OUT_DIR: link }), /^Error: OUT_DIR=/);
    });
    test('OUT_DIR, where a symbolic link leads it into the project', () => {
      const link = join(folderWith({}), 'link');
      symlinkSync(resolve('src'), link);
      assert.throws(() => readSettings({ OUT_DIR: `${link}/pages` }), /is a part of the project/);
    });
  });
  test('all wrong ones are told at once', () =>
    assert.throws(
      () => readSettings({ PORT: 'x', SITE_URL: 'y' }),
      (error: Error) => error.message.split('\n').length === 2,
    ));
});

test('addresses stand under the base path, locales in lower case', () => {
  const urls = addresses('/docs/');
  const id = '954474' as AdvisoryId;
  assert.deepEqual(
    [
      urls.root(),
      urls.list('pt-BR'),
      urls.advisory('zh-CN', id, 'faq-2'),
      urls.ticket(id, 'overview'),
      urls.editionData('de-DE', id),
      urls.editionSource('it', id),
    ],
    [
      '/docs/',
      '/docs/pt-br/',
      '/docs/zh-cn/954474/#faq-2',
      '/docs/954474/#overview',
      '/docs/de-de/954474.json',
      '/docs/it/954474.md',
    ],
  );
});
