import { type Locale, localeFacts, locales } from './locales.ts';

/**
 * The locale that serves a reader best, by lookup (RFC 4647 §3.4) in the order of the reader’s wishes:
 * `pt-PT` finds `pt-BR`, `nn` finds `nb-NO`, `de-AT` finds `de-DE`. Traditional Chinese is another
 * script: it finds `zh-CN` only when nothing else that the reader names fits.
 *
 * @param wishes BCP 47 tags, the dearest first
 * @param offered the locales to choose from
 */
export function localeFor(
  wishes: readonly string[],
  offered: readonly Locale[] = locales,
): Locale | undefined {
  const [willing, reluctant] = [wishes.filter((tag) => !isTraditional(tag)), wishes.filter(isTraditional)];
  for (const tag of [...willing, ...reluctant]) {
    const found = offered.find((locale) => localeFacts[locale].ranges.some((range) => covers(range, tag)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Basic filtering (RFC 4647 §3.3.1): `zh` covers `zh` and `zh-Hans-SG`. */
function covers(range: string, tag: string): boolean {
  const [wide, narrow] = [range.toLowerCase(), tag.toLowerCase()];
  return narrow === wide || narrow.startsWith(`${wide}-`);
}

/** Second subtags of Chinese in the traditional script. */
export const traditionalSubtags = ['hant', 'tw', 'hk', 'mo'] as const;

const isTraditional = (tag: string): boolean => {
  const [language, second = ''] = tag.toLowerCase().split('-');
  return language === 'zh' && traditionalSubtags.some((subtag) => subtag === second);
};
