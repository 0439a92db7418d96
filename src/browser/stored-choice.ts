import { type Locale, localeOfTag } from '../model/locales.ts';

const key = 'concord-locale';

/** The language that the reader chose with the switch; undefined where none was, or storage is closed. */
export function storedLocale(): Locale | undefined {
  try {
    return localeOfTag(localStorage.getItem(key) ?? '');
  } catch {
    return undefined;
  }
}

/** Remembers a choice, where the browser lets us. */
export function storeLocale(tag: string): void {
  try {
    localStorage.setItem(key, tag);
  } catch {
    // A reader who forbids storage chooses anew next time.
  }
}
