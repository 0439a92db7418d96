import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, type Page, test } from 'playwright/test';
import { localeFacts, locales } from '../../src/model/locales.ts';
import { addresses } from '../../src/site/urls.ts';
import { accessibilityFaults } from './accessibility.ts';
import { sites } from './sites.ts';

const own = addresses(sites.own.root);
const other = addresses(sites.test.root);
const id = '954474' as Parameters<typeof own.ticket>[0];
const long = '2755801' as typeof id;
const archived = '123456' as typeof id;
const behind = 'adv-2026-0001' as typeof id;

const switchTo = (page: Page, name: string) =>
  page.locator('.languages').getByRole('link', { name, exact: true });

test('a reader finds the advisory in the list and reads it', async ({ page }) => {
  await page.goto(own.root());
  await page.getByRole('link', { name: 'Alle Sicherheitsempfehlungen' }).click();
  await page.getByRole('link', { name: /Configuration Manager 2007 kann keine/ }).click();

  await expect(page).toHaveURL(own.advisory('de-DE', id));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Configuration Manager 2007');
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'de-DE');
  await expect(page.locator('time[datetime="2008-06-13"]').first()).toHaveText('13. Juni 2008');
});

test('log lines keep their breaks and are not translated', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(own.advisory(locale, id));
    const log = page.locator('pre');
    await expect(log).toHaveAttribute('translate', 'no');
    expect((await log.innerText()).trim().split('\n')).toHaveLength(8);
    expect(await log.innerText()).toContain(
      'PkgSource\\wsusscn2.cab for synchronization.\nPre-processing updates...',
    );
  }
});

test('a reader who switches language stays in the section', async ({ page }) => {
  await page.goto(own.advisory('de-DE', id));
  await page.locator('#faq-4').evaluate((heading) => heading.scrollIntoView());
  await switchTo(page, 'Norsk bokmål').click();

  await expect(page).toHaveURL(own.advisory('nb-NO', id, 'faq-4'));
  await expect(page.locator('#faq-4')).toBeInViewport();

  await page.goBack();
  await expect(page).toHaveURL(own.advisory('de-DE', id));
});

test('with the keyboard too', async ({ page }) => {
  await page.goto(own.advisory('it', id, 'suggested-actions'));
  await switchTo(page, '简体中文').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(own.advisory('zh-CN', id, 'suggested-actions'));
});

test('a section that was linked to is kept while it is in view, wherever on the screen it is', async ({
  page,
}) => {
  await page.goto(own.advisory('pt-BR', id, 'revision-1'));
  await switchTo(page, 'Deutsch').click();
  await expect(page).toHaveURL(own.advisory('de-DE', id, 'revision-1'));
});

test('the language that a reader points at is fetched before the click, and no other', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(own.advisory('de-DE', id));
  const italian = page.waitForRequest(own.advisory('it', id));
  await page.getByRole('link', { name: localeFacts.it.name }).hover();
  expect(await (await italian).headerValue('sec-purpose')).toBe('prefetch');
  expect(fetched.filter((url) => url.endsWith(`/${id}/`))).toEqual([
    own.advisory('de-DE', id),
    own.advisory('it', id),
  ]);
});

test('where the other text has fewer questions, the switch goes to the questions', async ({ page }) => {
  await page.goto(other.advisory('de-DE', behind, 'faq-3'));
  await switchTo(page, 'Italiano').click();
  await expect(page).toHaveURL(other.advisory('it', behind, 'faq'));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the link of a section leads to it in every language', async ({ page }) => {
    await page.goto(own.advisory('de-DE', id));
    await page.getByRole('link', { name: 'Sprachneutraler Link zu „Woran erkenne ich' }).click();
    await expect(page).toHaveURL(own.ticket(id, 'faq-2'));

    const row = page.locator('#faq-2');
    await expect(row).toBeInViewport();
    expect(await row.evaluate((element) => element.matches(':target'))).toBe(true);
    await row.getByRole('link', { name: 'Hvordan ser jeg om miljøet mitt er berørt?' }).click();
    await expect(page).toHaveURL(own.advisory('nb-NO', id, 'faq-2'));
  });

  test('a reader switches language and reads', async ({ page }) => {
    await page.goto(own.advisory('de-DE', id));
    await switchTo(page, 'Italiano').click();
    await expect(page).toHaveURL(own.advisory('it', id));
    await expect(page.getByRole('heading', { name: 'Panoramica' })).toBeVisible();
  });
});

test.describe('a ticket link', () => {
  for (const [languages, locale] of [
    ['de-AT', 'de-DE'],
    ['pt-PT', 'pt-BR'],
    ['nn', 'nb-NO'],
    ['zh-TW', 'zh-CN'],
    ['it-CH', 'it'],
  ] as const) {
    test.describe(languages, () => {
      test.use({ locale: languages });
      test('opens the section in the reader’s language, and the back button leaves it', async ({ page }) => {
        const before = own.search('de-DE');
        await page.goto(before);
        await page.goto(own.ticket(id, 'faq-2'));
        await expect(page).toHaveURL(own.advisory(locale, id, 'faq-2'));
        await page.goBack();
        await expect(page).toHaveURL(before);
      });
      test('and the start opens the list in it', async ({ page }) => {
        await page.goto(own.root());
        await expect(page).toHaveURL(own.list(locale));
      });
    });
  }

  test.describe('of a reader who chose a language', () => {
    test.use({ locale: 'de' });
    test('opens that one; following a link chooses nothing', async ({ page }) => {
      await page.goto(own.advisory('it', id));
      await page.goto(own.ticket(id));
      await expect(page).toHaveURL(own.advisory('de-DE', id));
      await switchTo(page, 'Italiano').click();
      await page.goto(own.ticket(id));
      await expect(page).toHaveURL(own.advisory('it', id));
    });
  });

  test.describe('of a reader of another language', () => {
    test.use({ locale: 'fr' });
    test('shows every section in every language', async ({ page }) => {
      await page.goto(own.ticket(id));
      await expect(page).toHaveURL(own.ticket(id));
      await expect(page.locator('#overview').getByRole('link')).toHaveCount(locales.length);
    });
  });
});

test('an advisory that does not exist in a language is shown in another, and says so', async ({ page }) => {
  await page.goto(other.advisory('pt-BR', behind));
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  // Italian comes first for Portuguese readers, but that text is behind.
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'de-DE');
  await expect(
    page.getByRole('region', { name: 'Este comunicado não está disponível em português' }),
  ).toContainText('O texto é exibido em alemão.');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    other.advisory('de-DE', behind),
  );
  await expect(page.locator('link[rel="alternate"][hreflang]')).toHaveCount(3);
});

test('a translation that is behind says what it lacks, and links there', async ({ page }) => {
  await page.goto(other.advisory('it', behind));
  const notice = page.getByRole('region', { name: 'Questa traduzione non è aggiornata' });
  await expect(notice).toContainText('Versione 2.0 (9 marzo 2026)');
  await expect(notice.locator('blockquote')).toHaveAttribute('lang', 'de-DE');
  await notice.getByRole('link', { name: 'Leggi in tedesco' }).click();
  await expect(page).toHaveURL(other.advisory('de-DE', behind, 'revision-2'));
});

test('an archive file is a page like any other, and nothing in it runs', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(other.advisory('de-DE', archived));
  await expect(page).toHaveTitle('123456: Der Faxdienst legt Dateien offen – Concord');
  await expect(page.getByText('Security Advisory')).toHaveCount(0);
  await expect(page.getByText('Built at')).toHaveCount(0);
  await expect(page.locator('pre')).toContainText(
    'FAXMSG: ID=12 SEV=I\nStarted with command line: C:\\Program Files\\Fax\\fax_srv.exe …',
  );
  await expect(page.getByRole('heading', { name: 'Was hilft?' })).toHaveAttribute('id', 'faq-2');
  await expect(page.locator('.ledger')).toContainText('Beispiel Fax 2');
  expect(requests.filter((url) => !url.startsWith(sites.test.root))).toEqual([]);
});

test('an address that does not exist helps in five languages', async ({ page }) => {
  const response = await page.goto(own.file('no/such/page/'));
  expect(response?.status()).toBe(404);
  for (const locale of locales) {
    await expect(
      page.locator(`li[lang="${locale}"] a[href="${own.list(locale).replace(sites.own.root, '/')}"]`).last(),
    ).toBeVisible();
  }
});

test.describe('an image', () => {
  const drawn = '971888' as typeof id;
  for (const locale of locales)
    test(`is shown in its size when a reader comes to it, in ${localeFacts[locale].name}`, async ({
      page,
    }) => {
      await page.goto(own.advisory(locale, drawn));
      const image = page.locator('.text img');
      await expect(image).toHaveAttribute('alt', /host\.co\.us/);
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
      const { ratio, natural, width, column } = await image.evaluate((one: HTMLImageElement) => ({
        ratio: one.width / one.height,
        natural: one.naturalWidth / one.naturalHeight,
        width: one.width,
        column: one.closest('.text')?.clientWidth ?? 0,
      }));
      expect(Math.abs(ratio - natural)).toBeLessThan(0.02);
      expect(width).toBe(Math.min(420, column));
    });

  test('is white behind in the dark', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(own.advisory('de-DE', drawn));
    await expect(page.locator('.text img')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });
});

test.describe('every kind of page', () => {
  const kinds: [string, string][] = [
    ['the start', own.root()],
    ['a ticket page', own.ticket(id)],
    ['an unknown address', own.file('nowhere/')],
    ...locales.flatMap((locale): [string, string][] => [
      [`the list in ${localeFacts[locale].name}`, own.list(locale)],
      [`the concordance in ${localeFacts[locale].name}`, own.concordance(locale)],
      [`what one advisory differs in, in ${localeFacts[locale].name}`, other.concordance(locale, archived)],
      [`an advisory in ${localeFacts[locale].name}`, own.advisory(locale, id)],
      [`a missing or behind one in ${localeFacts[locale].name}`, other.advisory(locale, behind)],
      [`an archive file in ${localeFacts[locale].name}`, other.advisory(locale, archived)],
    ]),
  ];
  // No language that the site has, so that a ticket page stays where it is.
  test.use({ locale: 'fr' });

  for (const [kind, url] of kinds) {
    test(`${kind}: accessible in light and dark colours, no errors, nothing sticks out`, async ({ page }, {
      project,
    }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
      });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(url);
      expect(await accessibilityFaults(page)).toEqual([]);
      // Of all rules only this one asks for colours, and they are the same at every width.
      if (project.name === 'wide') {
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await accessibilityFaults(page, ['color-contrast'])).toEqual([]);
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the first screen of a page of any length is painted from its first 14 kB', async ({
    page,
    request,
  }) => {
    const whole = await (await request.get(own.advisory('pt-BR', long))).text();
    // Digits in no order compress badly: the text alone is more than the first 14 kB.
    const digits = Array.from({ length: 60_000 }, (_, at) => Math.trunc(Math.sin(at) * 1e6) % 10).join(' ');
    const longer = whole.replace('</article>', `<p>${digits}</p></article>`);
    const sent = brotliCompressSync(longer).subarray(0, 14_000);
    const received = brotliDecompressSync(sent, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();
    expect(longer.startsWith(received)).toBe(true);
    expect(received.length).toBeLessThan(longer.length);

    const painted = async (body: string) => {
      await page.route(own.advisory('pt-BR', long), (route) =>
        route.fulfill({ contentType: 'text/html', body }),
      );
      await page.goto(own.advisory('pt-BR', long));
      return page.screenshot();
    };
    expect((await painted(received)).equals(await painted(longer))).toBe(true);
  });
});

test('a heading of one long word breaks before it sticks out of the page', async ({ page }) => {
  await page.goto(own.advisory('de-DE', id));
  for (const heading of await page.locator('.text :is(h2, h3)').all())
    await heading.evaluate((element) => {
      element.textContent = 'Kurzzusammenfassungsüberarbeitungsverzeichnis'.repeat(3);
    });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('the first link of a page jumps to its text', async ({ page }) => {
  await page.goto(own.advisory('de-DE', id));
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(own.advisory('de-DE', id, 'page-main'));
});

test('code is set in its own type in every language, and never hyphenated', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(own.advisory(locale, id));
    const style = await page.locator('pre').evaluate((element) => {
      const { fontFamily, hyphens } = getComputedStyle(element);
      return { fontFamily, hyphens };
    });
    expect(style.fontFamily).toContain('monospace');
    expect(style.hyphens).not.toBe('auto');
  }
});

test('a printed advisory keeps its text and spells out its links, and leaves the controls behind', async ({
  page,
}) => {
  await page.goto(own.advisory('nb-NO', '3009008' as typeof id));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // On paper nothing is dark, and nothing stays folded.
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(253, 252, 249)');
  await expect(page.locator('.ledger').getByText('Windows RT 8.1')).toBeVisible();
  for (const control of ['.languages', '.search', '.contents', '.cite', '.neighbours'])
    for (const part of await page.locator(control).all()) await expect(part).toBeHidden();
  await expect(page.locator('#overview').first()).toBeVisible();
  const written = await page
    .locator('.text a[href^="http"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(written).toContain('<http');
});
