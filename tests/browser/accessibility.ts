import axe from 'axe-core';
import type { Page } from 'playwright/test';

/**
 * What axe finds wrong on a page, a line for each rule; empty where nothing is.
 *
 * @param rules only these; without, all that are on by default, and the one for sizes of targets (WCAG 2.2, 2.5.8)
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // What is evaluated by a debugger is not held to the policy of the page.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  const { violations } = await page.evaluate(
    (chosen) => (window as unknown as { axe: typeof axe }).axe.run(document, chosen),
    options,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
