import { expect, type Page, test } from 'playwright/test';
import { addresses } from '../../src/site/urls.ts';
import { sites } from './sites.ts';

const own = addresses(sites.own.root);
const other = addresses(sites.test.root);
const id = '954474' as Parameters<typeof own.ticket>[0];
const archived = '123456' as typeof id;
const behind = 'adv-2026-0001' as typeof id;

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('a support agent', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies the link without language, and is told', async ({ page }) => {
    await page.goto(own.advisory('de-DE', id));
    await page.getByRole('button', { name: 'Link kopieren' }).click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    expect(await clipboard(page)).toContain('/954474/');
    expect(await clipboard(page)).not.toContain('de-de');
  });

  test('copies the link of a section and stays there', async ({ page }) => {
    await page.goto(own.advisory('it', id));
    await page.getByRole('link', { name: 'Link a «Interventi consigliati»' }).click();
    await expect(page.getByRole('status')).toHaveText('Copiato negli appunti');
    await expect(page).toHaveURL(own.advisory('it', id, 'suggested-actions'));
    expect(await clipboard(page)).toBe(`${sites.own.root}954474/#suggested-actions`);
  });

  test('copies a registry key as it stands', async ({ page }) => {
    await page.goto(own.advisory('it', '3009008' as typeof id));
    const key = page.locator('.verbatim').first();
    await key.getByRole('button', { name: 'Copia' }).click();
    await expect(page.getByRole('status')).toHaveText('Copiato negli appunti');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').slice(0, 2)).toEqual(['Windows Registry Editor Version 5.00', '']);
    expect(copied.endsWith('"Enabled"=dword:00000000')).toBe(true);
  });

  test('cites a section in the customer’s language, as Markdown', async ({ page }) => {
    await page.goto(own.advisory('de-DE', id, 'faq-2'));
    await page.getByText('Zitieren', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Sprache der Quellenangabe' }).selectOption('nb-NO');
    await page.getByRole('combobox', { name: 'Format' }).selectOption('markdown');
    const cited = page.locator('[data-citation]');
    await expect(cited).toContainText(
      'avsnittet «Hvordan ser jeg om miljøet mitt er berørt?», siste revisjon: 17. juni 2008',
    );
    await expect(cited).toHaveAttribute('lang', 'nb-NO');
    await expect(cited).toContainText(
      /^\[954474: Configuration Manager 2007 kan ikke .*\]\(<.*\/954474\/#faq-2>\)/,
    );
    await page.getByRole('button', { name: 'Quellenangabe kopieren' }).click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    expect(await clipboard(page)).toBe(await cited.textContent());
  });
});

test('a citation names the revision that is linked to', async ({ page }) => {
  await page.goto(own.advisory('de-DE', '4053440' as typeof id, 'revision-1'));
  await page.getByText('Zitieren', { exact: true }).click();
  const citation = page.locator('[data-citation]');
  await expect(citation).toContainText('Stand: Version 1.0 vom 8. November 2017');
  await page.getByLabel('Sprache der Quellenangabe').selectOption('pt-BR');
  await expect(citation).toContainText('versão 1.0 de 8 de novembro de 2017');
  await expect(citation).toContainText(
    own.ticket('4053440' as typeof id, 'revision-1').replace(own.root(), ''),
  );
});

test('a link to a section that the text lacks says where it is', async ({ page }) => {
  await page.goto(other.advisory('it', behind, 'faq-2'));
  const notice = page.getByRole('region', { name: 'La sezione indicata nel link manca in questo testo' });
  await notice.getByRole('link', { name: 'Leggi in tedesco' }).click();
  await expect(page).toHaveURL(other.advisory('de-DE', behind, 'faq-2'));
});

test('the key that opens the search can be switched off', async ({ page }) => {
  await page.goto(own.search('de-DE'));
  await page.getByLabel('Mit der Taste / die Suche öffnen').uncheck();
  await page.goto(own.list('de-DE'));
  await page.keyboard.press('/');
  await page.keyboard.press('Control+K');
  await expect(page).toHaveURL(own.search('de-DE'));
  expect(await page.evaluate(() => history.length)).toBe(4);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a page has one citation to select, and no button that does nothing', async ({ page }) => {
    await page.goto(own.advisory('zh-CN', id));
    await page.getByText('引用', { exact: true }).click();
    await expect(page.locator('[data-citation]')).toContainText(
      '954474: Configuration Manager 2007 无法向 SMS 2003 客户端部署安全更新，最新修订：2008年6月17日',
    );
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });
  test('the list is whole', async ({ page }) => {
    await page.goto(other.list('de-DE'));
    await expect(page.getByRole('row')).toHaveCount(3);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
  });
});

test('who comes back after a revision sees what is new, until the tab is closed', async ({
  page,
  context,
}) => {
  await page.goto(other.advisory('it', behind));
  await expect(page.getByRole('link', { name: 'Novità dalla tua ultima visita' })).toBeHidden();

  // The German text has a revision more than the Italian one that was read.
  await page.goto(other.advisory('de-DE', behind));
  const notice = page.getByRole('link', { name: 'Neu seit Ihrem letzten Besuch' });
  await expect(notice).toBeVisible();
  await expect(page.locator('#revision-2').getByText('neu für Sie')).toBeVisible();
  await expect(page.locator('#revision-1').getByText('neu für Sie')).toBeHidden();

  await page.reload();
  await expect(notice).toBeVisible();
  const later = await context.newPage();
  await later.goto(other.advisory('de-DE', behind));
  await expect(later.getByRole('link', { name: 'Alle Revisionen' })).toBeVisible();
  await expect(later.getByRole('link', { name: 'Neu seit Ihrem letzten Besuch' })).toBeHidden();
});

test.describe('the list', () => {
  const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });

  test('is filtered by text, without accents and by product names too', async ({ page }) => {
    await page.goto(other.list('de-DE'));
    await page.getByLabel('Nummer, Gegenstand oder Produkt').fill('fax 2');
    await expect(rows(page)).toHaveCount(1);
    await expect(page.getByRole('status').first()).toHaveText('Angezeigt: 1 von 2');
    await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
    await expect(rows(page)).toHaveCount(2);
    await page.getByLabel('Nummer, Gegenstand oder Produkt').fill('nichts davon');
    await expect(page.getByText('Keine Sicherheitsempfehlung entspricht diesem Filter.')).toBeVisible();
  });

  test('can be shared as it is filtered, and an advisory leads back to it', async ({ page }) => {
    await page.goto(other.list('de-DE'));
    await page.getByLabel('Jahr').selectOption('2008');
    await expect(page).toHaveURL(`${other.list('de-DE')}?year=2008`);
    const shared = page.url();
    await page.getByRole('combobox', { name: 'Jahr' }).selectOption('');
    await page.goto(shared);
    await expect(rows(page)).toHaveCount(1);

    await page.getByRole('link', { name: /Der Faxdienst legt Dateien offen/ }).click();
    const back = page.getByRole('link', { name: 'Alle Sicherheitsempfehlungen' });
    await expect(back).toHaveAttribute('href', /year=2008/);
    await back.click();
    await expect(page).toHaveURL(`${other.list('de-DE')}?year=2008`);
    await expect(rows(page)).toHaveCount(1);
  });

  test('is sorted as its address says', async ({ page }) => {
    await page.goto(`${other.list('it')}?sort=id`);
    await expect(rows(page).first()).toContainText('123456');
    await expect(page.getByLabel('Ordina per')).toHaveValue('id');
    await page.getByLabel('Ordina per').selectOption('published');
    await expect(rows(page).first()).toContainText('ADV-2026-0001');
  });

  test('takes an address that names nothing for no filter', async ({ page }) => {
    await page.goto(`${other.list('it')}?year=1899&sort=nonsense`);
    await expect(rows(page)).toHaveCount(2);
  });
});

test('a reader goes on to the advisory before or after', async ({ page }) => {
  await page.goto(other.advisory('de-DE', behind));
  const neighbours = page.getByRole('navigation', { name: 'Weitere Sicherheitsempfehlungen' });
  await expect(neighbours.getByRole('link')).toHaveCount(1);
  await neighbours.getByRole('link', { name: /Der Faxdienst legt Dateien offen/ }).click();
  await expect(page).toHaveURL(other.advisory('de-DE', archived));
});

test('a report of an error names page, section and revision', async ({ page }) => {
  await page.goto(other.advisory('de-DE', behind, 'faq-2'));
  const link = page.getByRole('link', { name: 'Fehler auf dieser Seite melden' });
  await link.evaluate((element) => element.addEventListener('click', (event) => event.preventDefault()));
  await page.evaluate(() => document.querySelector('#faq-2')?.scrollIntoView());
  await link.dispatchEvent('click');
  const message = decodeURIComponent((await link.getAttribute('href')) ?? '');
  expect(message).toContain('mailto:security@example.org?subject=Fehler in ADV-2026-0001 (de-DE)');
  expect(message).toContain('/de-de/adv-2026-0001/#faq-2\nRevision: Version 2.0 vom 9. März 2026');
});

test('the contents stand folded on a narrow page and open beside a wide one', async ({ page }, {
  project,
}) => {
  await page.goto(own.advisory('nb-NO', id));
  const entry = page
    .getByRole('navigation', { name: 'På denne siden' })
    .getByRole('link', { name: 'Oversikt' });
  if (project.name === 'wide') await expect(entry).toBeVisible();
  else {
    await expect(entry).toBeHidden();
    await page.getByText('På denne siden').click();
    await expect(entry).toBeVisible();
  }
});

test('an old address leads to the edition, where the host can only serve files', async ({ page }) => {
  await page.goto(`${sites.test.root}de-DE/library/123456(v=Security.10)/`);
  await expect(page).toHaveURL(other.advisory('de-DE', archived));
});
