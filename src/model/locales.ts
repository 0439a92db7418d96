/**
 * The locales of the site: the one list that everything else reads.
 *
 * Tags are BCP 47 (RFC 5646). The order is that of the native names, which is the order in which the
 * language switch shows them.
 */
export const locales = ['de-DE', 'it', 'nb-NO', 'pt-BR', 'zh-CN'] as const;

export type Locale = (typeof locales)[number];

interface LocaleFacts {
  /** The locale in an address; always lower case. */
  readonly path: string;
  /** The language's name in that language. */
  readonly name: string;
  /** Other tags under which a file may state this locale, in any letter case. */
  readonly aliases: readonly string[];
  /** Language ranges (RFC 4647) of readers who are served by this locale, the most telling first. */
  readonly ranges: readonly string[];
  /** Whose edition is shown when there is none in this locale: the first that exists. */
  readonly fallbacks: readonly Locale[];
  /** How the first of a month is written in a date, where it is an ordinal: CLDR does not say so. */
  readonly firstOfMonth?: string;
}

export const localeFacts: Readonly<Record<Locale, LocaleFacts>> = {
  'de-DE': {
    path: 'de-de',
    name: 'Deutsch',
    aliases: [],
    ranges: ['de'],
    fallbacks: ['nb-NO', 'it', 'pt-BR', 'zh-CN'],
  },
  it: {
    path: 'it',
    name: 'Italiano',
    aliases: ['it-IT'],
    ranges: ['it'],
    fallbacks: ['pt-BR', 'de-DE', 'nb-NO', 'zh-CN'],
    firstOfMonth: '1º',
  },
  'nb-NO': {
    path: 'nb-no',
    name: 'Norsk bokmål',
    aliases: [],
    ranges: ['nb', 'no', 'nn'],
    fallbacks: ['de-DE', 'it', 'pt-BR', 'zh-CN'],
  },
  'pt-BR': {
    path: 'pt-br',
    name: 'Português (Brasil)',
    aliases: [],
    ranges: ['pt'],
    fallbacks: ['it', 'de-DE', 'nb-NO', 'zh-CN'],
    firstOfMonth: '1º',
  },
  'zh-CN': {
    path: 'zh-cn',
    name: '简体中文',
    aliases: [],
    ranges: ['zh-CN', 'zh-Hans', 'zh'],
    fallbacks: ['de-DE', 'it', 'pt-BR', 'nb-NO'],
  },
};

const localeByTag: ReadonlyMap<string, Locale> = new Map(
  locales.flatMap((locale) =>
    [locale, ...localeFacts[locale].aliases].map((tag) => [tag.toLowerCase(), locale] as const),
  ),
);

/** The tag of a locale with its region, for systems that always name one: `it-IT`. */
export const regionalTag = (locale: Locale): string => localeFacts[locale].aliases[0] ?? locale;

/** The language of a BCP 47 tag without region or script: `pt` of `pt-BR`. */
export const primaryLanguage = (tag: string): string => tag.split('-')[0] ?? tag;

/** A tag with what it leaves out (CLDR, likely subtags): `nb` is `nb-Latn-NO`; undefined for what is not a tag. */
function wholeTag(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().baseName;
  } catch {
    return undefined;
  }
}

const localeByWholeTag: ReadonlyMap<string | undefined, Locale> = new Map(
  locales.map((locale) => [wholeTag(locale), locale]),
);

/**
 * The locale that a tag means, in any letter case and with hyphens or low lines; undefined for any other:
 *
 *   it-IT, IT, pt_BR            with or without the region
 *   nb, no, de, pt, zh-Hans     the language alone means the region where most people speak it
 *   pt-PT, zh-TW, de-AT, nn     other regions, scripts and languages are not these locales
 */
export function localeOfTag(tag: string): Locale | undefined {
  const plain = tag.toLowerCase().replaceAll('_', '-');
  // `no` names Norwegian as a whole, and is nearly always written for Bokmål.
  const found = localeByTag.get(plain) ?? localeByTag.get(plain.replace(/^no(?=$|-)/, 'nb'));
  if (found !== undefined || !/^[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?$/.test(plain)) return found;
  return localeByWholeTag.get(wholeTag(plain.replace(/^no(?=$|-)/, 'nb')));
}
