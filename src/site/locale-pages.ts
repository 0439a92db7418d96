import { type Locale, localeFacts, locales } from '../model/locales.ts';

/** The static paths of what each locale has one of. */
export const localePages = (): { params: { locale: string }; props: { locale: Locale } }[] =>
  locales.map((locale) => ({ params: { locale: localeFacts[locale].path }, props: { locale } }));
