import { expect, type Page, test } from 'playwright/test';
import { addresses } from '../../src/site/urls.ts';
import { accessibilityFaults } from './accessibility.ts';
import { sites } from './sites.ts';

/* How the pages hold under what readers set: the size of the window and of the type, colours, motion. */

const own = addresses(sites.own.root);
const wideTables = '2905247' as Parameters<typeof own.ticket>[0];
const manyRevisions = '2755801' as typeof wideTables;

const kinds: readonly (readonly [string, string])[] = [
  ['the start', own.root()],
  ['the list', own.list('de-DE')],
  ['a filtered list', `${own.list('it')}?q=excel`],
  ['the search', own.search('nb-NO')],
  ['wide tables', own.advisory('pt-BR', wideTables)],
  ['many revisions', own.advisory('zh-CN', manyRevisions)],
  ['a missing edition', own.advisory('nb-NO', manyRevisions, 'revisions')],
  ['a ticket page', own.ticket(manyRevisions)],
];

/** What stands past the right edge of the window, except in a part that scrolls by itself. */
const stickingOut = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(element))
      .map((element) => element.outerHTML.slice(0, 80));
  });

// No language that the site has, so that a ticket page stays where it is.
test.use({ locale: 'fr' });

for (const [kind, url] of kinds) {
  test(`${kind}: nothing moves while the page loads`, async ({ page }) => {
    await page.addInitScript(() => {
      // A visit before the last revisions, so that there is news to be told.
      for (const id of ['2755801', '2905247']) localStorage.setItem(`concord-seen-${id}`, '["1.0"]');
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push(JSON.stringify(entry));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url);
    for (const control of await page.locator('.scripted:not([data-new])').all())
      await expect(control).toHaveAttribute('data-ready');
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  });
}

test('the line of the ticket link is as high before its button has come', async ({ page }) => {
  await page.goto(own.advisory('de-DE', manyRevisions));
  const places = () =>
    page.evaluate(() =>
      ['.ticket a', '.cite'].map((part) => document.querySelector(part)?.getBoundingClientRect().top),
    );
  const whole = await places();
  await page.evaluate(() => document.querySelector('.ticket button')?.remove());
  expect(await places()).toEqual(whole);
});

test.describe('in a window so low that the bar scrolls away', () => {
  test.use({ viewport: { width: 740, height: 360 } });

  test('the languages lead to the section that was read', async ({ page }) => {
    await page.goto(own.advisory('de-DE', manyRevisions));
    await page.locator('#faq-2').evaluate((heading) => heading.scrollIntoView());
    await page.waitForFunction(() => scrollY > 0);
    await page.getByRole('navigation', { name: 'Sprachen' }).getByRole('link', { name: 'Italiano' }).click();
    await expect(page).toHaveURL(own.advisory('it', manyRevisions, 'faq-2'));
  });
});

test('a larger type pushes no heading under the bar', async ({ page }) => {
  await page.goto(own.advisory('de-DE', manyRevisions));
  await page.locator('html').evaluate((root) => root.style.setProperty('font-size', '150%'));
  await expect(page.locator('html')).toHaveAttribute('style', /--bar: (?:0|7\d)px/);
  await page.evaluate(() => {
    location.hash = 'faq-2';
  });
  const bar = (await page.getByRole('banner').boundingBox()) ?? { y: 0, height: 0 };
  await expect
    .poll(async () => (await page.locator('#faq-2').boundingBox())?.y)
    .toBeGreaterThan(bar.y + bar.height);
});

test.describe('at any width', () => {
  test.skip(({ viewport }) => viewport?.width !== 1440, 'sets the width itself');

  for (const [kind, url] of kinds) {
    test(`${kind}: nothing sticks out from 320 to 1440 px`, async ({ page }) => {
      await page.goto(url);
      for (let width = 320; width <= 1440; width += 20) {
        await page.setViewportSize({ width, height: 800 });
        expect({ width, out: await stickingOut(page) }).toEqual({ width, out: [] });
      }
    });
  }
});

test.describe('at 400 % zoom of a window of 1280 by 1024 px', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  for (const [kind, url] of kinds) {
    test(`${kind}: one column, and the bar scrolls away`, async ({ page }) => {
      await page.goto(url);
      expect(await stickingOut(page)).toEqual([]);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const bar = await page.getByRole('banner').boundingBox();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (height > 600) expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(0);
    });
  }
});

test('a table that scrolls is a stop with a name, and its rows stay told', async ({ page }, { project }) => {
  await page.goto(own.advisory('de-DE', wideTables));
  const table = page.locator('.scroller').first();
  if (project.name === 'wide') return expect(table).not.toHaveAttribute('tabindex');

  await expect(page.getByRole('group', { name: 'Betroffene Software' })).toHaveAttribute('tabindex', '0');
  await table.focus();
  const system = table.getByRole('cell', { name: 'Windows 7 SP1' });
  const { x } = (await system.boundingBox()) ?? {};
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  expect((await system.boundingBox())?.x).toBe(x);
});

test('in colours of the reader’s own, the language and the place linked to are told by form', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(own.advisory('de-DE', manyRevisions, 'faq-1'));
  const underlines = await page
    .locator('.languages a')
    .evaluateAll((links) =>
      links.map((link) => [link.ariaCurrent, getComputedStyle(link).borderBlockEndStyle]),
    );
  expect(underlines).toEqual([
    ['true', 'solid'],
    [null, 'none'],
    [null, 'none'],
    [null, 'none'],
    [null, 'none'],
  ]);
  await expect(page.locator('#faq-1')).toHaveCSS('outline-style', 'solid');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('who wants no motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [, url] of kinds) {
    await page.goto(url);
    const moving = await page.evaluate(
      () =>
        document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0)
          .length,
    );
    expect(moving).toBe(0);
    await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
  }
});
