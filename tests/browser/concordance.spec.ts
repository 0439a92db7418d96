import { expect, test } from 'playwright/test';
import { locales } from '../../src/model/locales.ts';
import { addresses } from '../../src/site/urls.ts';
import { sites } from './sites.ts';

const other = addresses(sites.test.root);
const id = '123456' as Parameters<typeof other.ticket>[0];

test('a reader is told at the spot what other languages have, in the language of the page', async ({
  page,
}) => {
  await page.goto(other.advisory('nb-NO', id));
  const link = page.getByRole('link', { name: 'artikkel 912345' });
  await expect(link).toHaveAttribute('href', 'https://support.microsoft.com/kb/912346');
  const note = page.locator('.discord');
  await expect(note).toHaveText('Lenketeksten viser til 912345, men lenken fører til et annet sted');
  await note.getByRole('link').click();
  await expect(page).toHaveURL(/\/nb-no\/concordance\/123456\/#page-finding-1$/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(
    'Lenketeksten og lenkemålet stemmer ikke overens',
  );
});

test('a reader of another language sees the note in that language', async ({ page }) => {
  await page.goto(other.advisory('it', id));
  // There is no Italian edition: the one that is shown may be the German one, which has no such link.
  await expect(page.locator('.discord[lang="nb-NO"]')).toHaveCount(0);
});

test('a publisher goes from the matrix to what differs, and from there to the spot', async ({ page }) => {
  await page.goto(other.list('de-DE'));
  await page.getByRole('link', { name: 'Übersetzungen vergleichen' }).click();
  await expect(page).toHaveURL(other.concordance('de-DE'));
  const row = page.getByRole('row').filter({ hasText: '123456' });
  await expect(row).toContainText('fehlt');
  await row.getByRole('link', { name: /1 Widerspruch/ }).click();
  await expect(page).toHaveURL(other.concordance('de-DE', id));
  const accused = page.getByRole('row').filter({ hasText: '912346' });
  await expect(accused.getByRole('rowheader')).toHaveText('Norsk bokmål');
  await accused.getByRole('link').click();
  await expect(page).toHaveURL(other.advisory('nb-NO', id, 'overview'));
});

for (const locale of locales)
  test(`every link in a row is a target that a finger finds, ${locale}`, async ({ page }) => {
    await page.goto(other.concordance(locale));
    const links = page.locator('table a');
    expect(await links.count()).toBeGreaterThan(2);
    for (const link of await links.all()) {
      // However short a title is.
      await link.evaluate((element) => {
        element.textContent = 'Kurz';
      });
      const box = await link.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(24);
      expect(box?.width).toBeGreaterThanOrEqual(24);
    }
  });

test('the comparison is one page in five languages', async ({ page }) => {
  await page.goto(other.concordance('de-DE', id));
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(other.concordance('zh-CN', id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('译文一致性：123456');
});
