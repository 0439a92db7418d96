import { expect, type Page, test } from 'playwright/test';
import { addresses } from '../../src/site/urls.ts';
import { accessibilityFaults } from './accessibility.ts';
import { sites } from './sites.ts';

const own = addresses(sites.own.root);
const other = addresses(sites.test.root);
const id = '954474' as Parameters<typeof own.ticket>[0];
const behind = 'adv-2026-0001' as typeof id;

const hits = (page: Page) => page.locator('[data-hits] > li');

async function search(page: Page, url: string, words: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('searchbox').press('Enter');
}

test('a reader finds what an image shows', async ({ page }) => {
  await search(page, own.search('de-DE'), 'Reihenfolge der Abfragen');
  await expect(hits(page).first().getByRole('link').first()).toHaveAttribute('href', /\/de-de\/971888\//);
});

for (const [locale, words] of [
  ['de-DE', 'Protokolldatei'],
  ['it', 'vulnerabilità'],
  ['nb-NO', 'loggfilen'],
  ['pt-BR', 'vulnerabilidade'],
  ['zh-CN', '漏洞'],
  ['zh-CN', '同步'],
] as const) {
  test(`a reader finds «${words}» in ${locale}, and the section it stands in`, async ({ page }) => {
    await search(page, own.search(locale), words);
    const hit = hits(page).filter({
      has: page.locator(`a[href="${own.advisory(locale, id).replace(sites.own.root, '/')}"]`),
    });
    await expect(hit).toHaveCount(1);
    await expect(hit.locator('mark').first()).toBeVisible();
    const place = hit.getByRole('listitem').getByRole('link').first();
    const target = (await place.getAttribute('href')) ?? '';
    expect(target).toContain(`${own.advisory(locale, id).replace(sites.own.root, '/')}#`);
    await place.click();
    await expect(page.locator(`#${target.split('#')[1]}`)).toBeInViewport();
  });
}

test('words of another language are not found', async ({ page }) => {
  await search(page, own.search('it'), 'Protokolldatei');
  await expect(page.locator('[data-result]')).toContainText('Nessun risultato');
});

for (const number of ['954474', 'KB954474', 'kb 954474']) {
  test(`${number} goes to its advisory`, async ({ page }) => {
    await search(page, own.search('pt-BR'), number);
    await expect(hits(page)).toHaveCount(1);
    await hits(page).getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`^${own.advisory('pt-BR', id)}`));
  });
}

test('a vulnerability’s number finds its advisory also where this language has no edition', async ({
  page,
}) => {
  await search(page, other.search('zh-CN'), 'cve-2026-12345');
  await hits(page).getByRole('link').first().click();
  await expect(page).toHaveURL(other.advisory('zh-CN', behind));
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'de-DE');
});

for (const number of ['CVE-2021-44228', 'MS17-010', '999999', '9277091']) {
  test(`${number}, which no advisory has, finds none`, async ({ page }) => {
    await search(page, own.search('de-DE'), number);
    await expect(page.locator('[data-result]')).toContainText('Nichts gefunden');
  });
}

test('a search has an address', async ({ page }) => {
  await page.goto(`${own.search('de-DE')}?q=954474`);
  await expect(hits(page)).toHaveCount(1);
  await expect(page.locator('[data-result]')).toHaveText('Gefundene Sicherheitsempfehlungen: 1');
});

for (const keys of ['/', 'Control+k']) {
  test(`${keys} opens the search, and nothing of it is loaded before`, async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(own.advisory('nb-NO', id));
    await page.keyboard.press(keys);
    await expect(page).toHaveURL(own.search('nb-NO'));
    await expect(page.getByRole('searchbox')).toBeFocused();
    expect(requests.filter((url) => /pagefind|identifiers/.test(url))).toEqual([]);
  });
}

test('a slash that is typed is a slash', async ({ page }) => {
  await page.goto(own.search('de-DE'));
  await page.getByRole('searchbox').pressSequentially('a/b');
  await expect(page.getByRole('searchbox')).toHaveValue('a/b');
});

test('results are accessible and break no rule of the page', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await search(page, own.search('zh-CN'), '更新');
  await expect(hits(page).first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the search says what helps instead', async ({ page }) => {
    await page.goto(own.search('de-DE'));
    await expect(page.getByText('Für die Suche ist JavaScript erforderlich.')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Alle Sicherheitsempfehlungen' }).click();
    await expect(page).toHaveURL(own.list('de-DE'));
  });
});
