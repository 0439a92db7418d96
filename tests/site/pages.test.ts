import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { metaOf } from '../../src/html/head.ts';
import { localeFacts, locales } from '../../src/model/locales.ts';
import { attributes, builtSite, readSite, type Site, sharedSite, textIn } from '../support/built-site.ts';
import { hostileFolder } from '../support/hostile-files.ts';
import { walk } from '../support/strangers.ts';

const sites: Readonly<Record<string, () => Site>> = {
  'the own content': () => readSite('dist'),
  'the test content under a base path': () => sharedSite({ ADVISORIES: 'tests/content', BASE_PATH: 'docs' }),
  ...(existsSync('../shared/seeds')
    ? { 'the five documents': () => sharedSite({ ADVISORIES: '../shared/seeds' }) }
    : {}),
  ...(existsSync('../shared/archive-sample')
    ? { 'the sample of the archive': () => sharedSite({ ADVISORIES: '../shared/archive-sample' }) }
    : {}),
  ...(existsSync('../shared/bulletin-sample')
    ? { 'the sample of bulletins': () => sharedSite({ ADVISORIES: '../shared/bulletin-sample' }) }
    : {}),
  'hostile content': () => builtSite({ ADVISORIES: hostileFolder() }),
};

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Style, not validity: how Astro writes void elements, and white space in texts that are not ours.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // WebKit takes the meaning of a list away with its bullets; the role gives it back.
    'no-redundant-role': 'off',
    'long-title': 'off',
    // `<time>` and texts of the archive may be long runs without a space.
    'no-inline-style': 'error',
    // Telephone numbers of the archive are data in prose, not links that we set.
    'tel-non-breaking': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

for (const [name, make] of Object.entries(sites)) {
  describe(name, () => {
    const site = make();
    const base = name.includes('base path') ? '/docs/' : '/';
    const pages = [...site]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => ({ path, html: bytes.toString('utf8') }));

    test('has no element, attribute or address that no component put there', (t) => {
      const { pages: seen, feeds, elements, strangers } = walk(site, base);
      t.diagnostic(`${seen} pages and ${feeds} feeds with ${elements} elements`);
      assert.ok(seen === pages.length && feeds > 0 && elements > 1_000);
      assert.deepEqual(strangers, []);
    });

    // The bulletins are as long as all others together, and made of the same.
    const isLong = name === 'the sample of bulletins';
    test('is valid HTML', { skip: isLong ? 'every other kind of site is validated' : false }, async () => {
      const messages: string[] = [];
      for (const { path, html } of pages) {
        for (const { messages: found } of (await validator.validateString(html, path)).results) {
          messages.push(
            ...found.map(
              ({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`,
            ),
          );
        }
      }
      assert.deepEqual(messages, []);
    });

    test('has one title of the first rank on a page, and no rank is left out', () => {
      for (const { path, html } of pages) {
        const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
        assert.equal(levels.filter((level) => level === 1).length, 1, path);
        levels.reduce((before, level) => {
          assert.ok(level <= before + 1, `${path}: h${before} is followed by h${level}`);
          return level;
        }, 1);
      }
    });

    test('has no link to nowhere, neither page nor section', () => {
      const ids = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]));
      for (const { path, html } of pages) {
        for (const href of attributes(html, 'href').filter(
          (value) => value.startsWith('/') || value.startsWith('#'),
        )) {
          const [address = '', section] = href.split('#');
          assert.ok(address === '' || address.startsWith(base), `${path}: ${href} leaves the site’s folder`);
          const file =
            address === ''
              ? path
              : `${address.slice(base.length)}${address.endsWith('/') ? 'index.html' : ''}`;
          assert.ok(site.has(file), `${path}: ${href}`);
          if (section) assert.ok(ids.get(file)?.has(section), `${path}: ${href}`);
        }
      }
    });

    test('loads nothing from elsewhere', () => {
      for (const { path, html } of pages) {
        const loaded = [
          ...attributes(html, 'src'),
          ...[...html.matchAll(/<link rel="(?:icon|stylesheet|preload|modulepreload)" href="([^"]*)"/g)].map(
            ([, href = '']) => href,
          ),
        ];
        for (const address of loaded) assert.ok(address.startsWith(base), `${path}: ${address}`);
      }
    });

    test('allows on every page only what it uses', () => {
      for (const { path, html } of pages) {
        const policies = metaOf(Buffer.from(html), 'content-security-policy');
        const policy = policies.find((one) => one.startsWith('default-src')) ?? '';
        assert.match(policy, /default-src 'none'/, path);
        assert.doesNotMatch(policy, /'unsafe|\*|https?:/, path);
        assert.equal(policy.includes('wasm-unsafe-eval'), path.endsWith('/search/index.html'), path);
        // Of this host, and of two folders of it: no file that a publisher wrote can be a script.
        assert.equal(policies.length, html.includes('<script') ? 2 : 1, path);
        if (policies.length === 2)
          assert.match(
            policies.find((one) => one !== policy) ?? '',
            new RegExp(`^script-src-elem \\*:\\*${base}_astro/ \\*:\\*${base}pagefind/(?: 'sha256-[^']+')+$`),
            path,
          );
        assert.doesNotMatch(html, /\s(?:style|on[a-z]+)="/, path);
      }
    });

    test('has no placeholder of the bundler left in a script', () => {
      for (const [path, bytes] of site) {
        if (/\.(?:html|js)$/.test(path)) assert.ok(!bytes.includes('__VITE_PRELOAD__'), path);
      }
    });

    test('has no id twice on a page', () => {
      for (const { path, html } of pages) {
        const ids = attributes(html, 'id');
        assert.deepEqual(
          ids.filter((id, at) => ids.indexOf(id) !== at),
          [],
          path,
        );
      }
    });

    test('names as other languages only editions that exist', () => {
      for (const { path, html } of pages.filter(({ path: one }) =>
        /^[^/]+\/(?!search\/|concordance\/)[^/]+\/index\.html$/.test(one),
      )) {
        for (const [, language = '', address = ''] of html.matchAll(
          /<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g,
        )) {
          if (language === 'x-default') continue;
          const locale = locales.find((one) => one === language);
          assert.ok(locale, `${path}: ${language}`);
          const id = new URL(address).pathname.split('/').at(-2);
          assert.ok(site.has(`${localeFacts[locale].path}/${id}.json`), `${path}: ${address}`);
        }
      }
    });

    test('has a page for every advisory in every locale, and a source and data where there is an edition', () => {
      const ids = pages.flatMap(
        ({ path }) => /^de-de\/(?!search\/|concordance\/)([^/]+)\/index\.html$/.exec(path)?.[1] ?? [],
      );
      for (const id of ids) {
        assert.ok(site.has(`${id}/index.html`));
        for (const locale of locales) assert.ok(site.has(`${localeFacts[locale].path}/${id}/index.html`));
      }
      const data = [...site.keys()].filter(
        (path) => /^[^/]+\/[^/]+\.json$/.test(path) && !/^(?:pagefind|csaf)\//.test(path),
      );
      assert.ok(data.length > 0);
      for (const path of data) assert.ok(site.has(path.replace(/json$/, 'md')), path);
    });
  });
}

test('an edition’s source is the file, byte for byte', () => {
  for (const locale of locales) {
    assert.deepEqual(
      readFileSync(`dist/${localeFacts[locale].path}/954474.md`),
      readFileSync(`content/advisories/954474/${locale}.md`),
    );
  }
});

test('the own advisory says in its language that it retells the official one, and links to it', () => {
  for (const locale of locales) {
    const html = readFileSync(`dist/${localeFacts[locale].path}/954474/index.html`, 'utf8');
    assert.match(
      html,
      /href="https:\/\/technet\.microsoft\.com\/[a-zA-Z-]+\/library\/954474\(v=Security\.10\)"/,
    );
    assert.match(html, /eigenen Worten|parole nostre|egne ord|próprias palavras|重新撰写/);
  }
});

test('everything that a page of the own content needs to be painted fits into 14 kB, compressed', () => {
  const site = readSite('dist');
  for (const [path, bytes] of site) {
    if (!path.endsWith('.html')) continue;
    const size = (site.get(`${path}.br`) ?? bytes).length;
    assert.ok(size <= 14_000, `${path}: ${size} bytes`);
    assert.doesNotMatch(bytes.toString('utf8'), /<link rel="stylesheet"/, path);
  }
});

test('a link to an advisory that the site has leads to its page in the reader’s language', () => {
  const page =
    sharedSite({ ADVISORIES: 'tests/content' }).get('it/adv-2026-0001/index.html')?.toString('utf8') ?? '';
  const feed = textIn(sharedSite({ ADVISORIES: 'tests/content' }), 'it/feed.xml');
  assert.match(feed, /href=&quot;http:\/\/localhost:\d+\/it\/123456\/#faq-1&quot;/);
  const original = 'https://technet.microsoft.com/it-it/security/advisory';
  assert.ok(page.includes(`<a href="/it/123456/" data-original="${original}/123456">il servizio fax</a>`));
  assert.ok(page.includes(`<a href="${original}/999999">un altro avviso</a>`));
  assert.ok(page.includes('<a href="/it/123456/#faq-1">la domanda sul fax</a>'));
  assert.doesNotMatch(page, /data-advisory/);
});
