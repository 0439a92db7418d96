import { type Locale, localeFacts, locales } from '../model/locales.ts';
import { isBuilt } from './here.ts';

/** The static paths of what each locale has one of. */
export const localePages = (): { params: { locale: string }; props: { locale: Locale } }[] =>
  locales
    .filter(isBuilt)
    .map((locale) => ({ params: { locale: localeFacts[locale].path }, props: { locale } }));
