import { localeFor } from '../model/negotiation.ts';
import { placeBehind } from './places.ts';
import { linkedId } from './section-in-view.ts';
import { storedLocale } from './stored-choice.ts';

/**
 * Opens the page in the reader’s language: the one chosen before, else the browser’s first that fits.
 * The section in the address is kept. Replacing the entry in the history lets the back button go back to
 * where the link was, not here.
 */
const chosen = storedLocale() ?? localeFor(navigator.languages);
const link = document.querySelector<HTMLAnchorElement>(`.languages a[data-locale="${chosen}"]`);
if (link !== null) {
  const section = placeBehind(link, linkedId());
  location.replace(`${link.getAttribute('href')}${section === undefined ? '' : `#${section}`}`);
}
