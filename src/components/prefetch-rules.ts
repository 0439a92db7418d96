import { locales } from '../model/locales.ts';
import type { Addresses } from '../site/urls.ts';

/**
 * A page of this site that the reader points at is fetched before the click, by browsers that know
 * speculation rules (https://wicg.github.io/nav-speculation/speculation-rules.html) and not on a metered
 * connection. No script of ours, and no request where nobody points.
 *
 * @returns the text of a script element of the type `speculationrules`
 */
export const prefetchRules = (urls: Addresses): string =>
  JSON.stringify({
    prefetch: [
      {
        where: {
          and: [
            { href_matches: locales.map((locale) => `${urls.list(locale)}*`) },
            { not: { href_matches: [`${urls.root()}*.json`, `${urls.root()}*.md`] } },
          ],
        },
        eagerness: 'moderate',
      },
    ],
  });
