import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AdvisoryId } from '../../../src/model/advisory-id.ts';
import { readSettings } from '../../../src/site/settings.ts';
import { addresses } from '../../../src/site/urls.ts';

describe('a setting', () => {
  for (const [variable, value, setting, expected] of [
    ['BASE_PATH', 'docs', 'base', '/docs/'],
    ['BASE_PATH', '/a/b/', 'base', '/a/b/'],
    ['BASE_PATH', '', 'base', '/'],
    ['SITE_URL', 'https://advisories.example.org/', 'origin', 'https://advisories.example.org'],
    ['PORT', '8080', 'port', 8080],
    ['PORT', undefined, 'port', 4321],
  ] as const) {
    test(`${variable}=${value ?? ''} is ${expected}`, () =>
      assert.equal(readSettings({ [variable]: value })[setting], expected));
  }

  for (const [variable, value, sentence] of [
    ['PORT', 'many', 'PORT=many: is no number'],
    ['SITE_URL', 'advisories', 'SITE_URL=advisories: is no http or https address'],
    [
      'SITE_URL',
      'https://a.example/docs',
      'SITE_URL=https://a.example/docs: has a path; put that into BASE_PATH',
    ],
    ['BASE_PATH', '/a b/', 'BASE_PATH=/a b/: may hold only letters, digits'],
    ['ADVISORIES', 'no/such/folder', 'ADVISORIES=no/such/folder: is no folder; name one that exists'],
    ['OUT_DIR', '.', 'OUT_DIR=.: is the project itself'],
  ] as const) {
    test(`${variable}=${value} is told`, () =>
      assert.throws(
        () => readSettings({ [variable]: value }),
        (error: Error) => error.message.includes(sentence),
      ));
  }
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
