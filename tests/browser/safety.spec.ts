import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { addresses } from '../../src/site/urls.ts';
import { sites } from './sites.ts';

const own = addresses(sites.own.root);
const id = '954474' as Parameters<typeof own.ticket>[0];
const page_ = own.advisory('de-DE', id);

/*
 * What a page’s policies are for: something that slipped in all the same. Each page is sent as it was built, with a
 * line more, and by a host that does not send `nosniff`.
 */
for (const [what, line] of [
  ['the source of an edition', `<script src="/de-de/${id}.md"></script>`],
  ['any other file of the site', '<script src="/index.json"></script>'],
  ['a file that says it is a script', '<script src="/de-de/script.js"></script>'],
  [
    'a file of another host, in a folder of the same name',
    '<script src="http://127.0.0.1:4391/_astro/x.js"></script>',
  ],
  ['a script in the page', '<script>document.documentElement.dataset.ran = ""</script>'],
  ['a handler in the page', '<img src="x" onerror="document.documentElement.dataset.ran = \'\'">'],
  [
    'a script by an address',
    '<iframe src="javascript:parent.document.documentElement.dataset.ran = 1"></iframe>',
  ],
] as const)
  test(`${what} does not run on a page`, async ({ page }) => {
    const html = await (await page.request.get(page_)).text();
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (route.request().url() === page_)
        return route.fulfill({ contentType: 'text/html', body: html.replace('</main>', `${line}</main>`) });
      // What a script could be loaded from answers with one.
      return /\.(?:md|json)$|script\.js$|\/x\.js$/.test(pathname)
        ? route.fulfill({
            contentType: pathname.endsWith('js') ? 'text/javascript' : 'text/plain',
            body: 'document.documentElement.dataset.ran = "";',
          })
        : route.continue();
    });
    await page.goto(page_);
    // The page’s own scripts, which come after it, have run.
    await expect(page.locator('[data-copy]').first()).toHaveAttribute('data-ready');
    await expect(page.locator('html')).not.toHaveAttribute('data-ran');
  });

test('a source is sent as text that no browser runs', async ({ request }) => {
  const { headers } = { headers: (await request.get(own.editionSource('de-DE', id))).headers() };
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-type']).toMatch(/^text\/(?:markdown|plain)/);
  const body = await (await request.get(own.editionSource('de-DE', id))).body();
  expect(body.equals(readFileSync(`content/advisories/${id}/de-DE.md`))).toBe(true);
});
