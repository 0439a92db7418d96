import { type Locale, locales } from '../model/locales.ts';
import { keepValue, keptValue } from './kept-values.ts';

const name = 'locale';

/** The language that the reader chose with the switch; undefined where none was. */
export function storedLocale(): Locale | undefined {
  const kept = keptValue('visits', name);
  return locales.find((locale) => locale === kept);
}

/** Remembers a choice for the next visits. */
export function storeLocale(tag: string): void {
  keepValue('visits', name, tag);
}
