import type { CalendarDate } from '../model/calendar-date.ts';
import type { Revision } from '../model/edition.ts';
import { type Locale, localeFacts } from '../model/locales.ts';
import { german } from './de-DE.ts';
import type { Dictionary, MessageKey } from './dictionary.ts';
import { italian } from './it.ts';
import { norwegian } from './nb-NO.ts';
import { portuguese } from './pt-BR.ts';
import { chinese } from './zh-CN.ts';

export const dictionaries: Readonly<Record<Locale, Dictionary>> = {
  'de-DE': german,
  it: italian,
  'nb-NO': norwegian,
  'pt-BR': portuguese,
  'zh-CN': chinese,
};

type Values = Readonly<Record<string, string | number>>;

/** The text of a key in one locale. A `count` among the values chooses the plural form. */
export type Translate = (key: MessageKey, values?: Values) => string;

/** What `make` gives for a locale, made once: an `Intl` formatter takes longer to make than to use. */
function onceForLocale<Made>(make: (locale: Locale) => Made): (locale: Locale) => Made {
  const made = new Map<Locale, Made>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

/** @returns a function that throws where a text needs a value that is not given: a fault of ours */
export const translateInto = onceForLocale((locale): Translate => {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const message = dictionaries[locale][key];
    const count = Number(values.count ?? 0);
    const text = typeof message === 'string' ? message : (message[plural.select(count)] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The text “${key}” needs a value for {${name}}.`);
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
});

const dayFormat = onceForLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
);

/** `13. Juni 2008`, as the locale writes a day. */
export function longDate(date: CalendarDate, locale: Locale): string {
  const day = dayFormat(locale).format(new Date(`${date}T00:00:00Z`));
  return day.replace(/^1(?= )/, localeFacts[locale].firstOfMonth ?? '1');
}

/** The tag under which CLDR names the language of a locale without more than a reader wants to know. */
const namingTags: Readonly<Record<Locale, string>> = {
  'de-DE': 'de',
  it: 'it',
  'nb-NO': 'nb',
  'pt-BR': 'pt-BR',
  'zh-CN': 'zh-Hans',
};

const languageNames = onceForLocale(
  (locale) =>
    new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard', fallback: 'code' }),
);

/** The name of a language in another: `italiensk` for `it` in Norwegian. */
export function languageName(language: string, locale: Locale): string {
  const tag = namingTags[language as Locale] ?? language;
  return languageNames(locale).of(tag) ?? tag;
}

const revisionNames = {
  byItself: {
    whole: 'revision.versionAndDate',
    version: 'revision.version',
    ordinal: 'revision.ordinal',
  },
  inSentence: {
    whole: 'citedRevision.versionAndDate',
    version: 'citedRevision.version',
    ordinal: 'citedRevision.ordinal',
  },
} as const;

/**
 * `Version 2.0 vom 12. Dezember 2017`, or what is known of it.
 *
 * @param place whether it stands by itself or inside a sentence: `versjon 2.0 fra 12. desember 2017`
 */
export function revisionName(
  { version, date, ordinal }: Revision,
  locale: Locale,
  t: Translate,
  place: keyof typeof revisionNames = 'byItself',
): string {
  const names = revisionNames[place];
  const day = date === undefined ? undefined : longDate(date, locale);
  if (version !== undefined && day !== undefined) return t(names.whole, { version, date: day });
  if (version !== undefined) return t(names.version, { version });
  return day === undefined ? t(names.ordinal, { ordinal }) : t('revision.date', { date: day });
}
