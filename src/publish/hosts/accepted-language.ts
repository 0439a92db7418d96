import { type Locale, localeFacts, locales, primaryLanguage } from '../../model/locales.ts';
import { traditionalSubtags } from '../../model/negotiation.ts';

/*
 * The rule of model/negotiation.ts for servers, which have no more than regular expressions: the first
 * language in `Accept-Language` (RFC 9110, 12.5.4) that the site has. They cannot weigh `q`: the order counts,
 * and every browser writes the dearest first. The expressions have no look-ahead, so that every engine takes them.
 */

const languagesOf = (locale: Locale): string[] => [
  ...new Set(localeFacts[locale].ranges.map((range) => primaryLanguage(range).toLowerCase())),
];

/**
 * Matches what letters and digits can spell, except the given words: no engine without look-ahead can be told
 * so in fewer words.
 */
export function otherThan(words: readonly string[]): string {
  const firsts = [...new Set(words.flatMap((word) => word.slice(0, 1)))].filter((letter) => letter !== '');
  const others = [...'abcdefghijklmnopqrstuvwxyz0123456789'].filter((letter) => !firsts.includes(letter));
  const ways = [
    `[${others.join('')}][a-z0-9]*`,
    ...firsts.map((letter) => {
      const rest = words.filter((word) => word.startsWith(letter)).map((word) => word.slice(1));
      return `${letter}${otherThan(rest)}${rest.includes('') ? '' : '?'}`;
    }),
  ];
  return `(?:${ways.join('|')})`;
}

/** A header that is longer is nobody’s list of languages: it is answered as if there were none. */
export const longestWish = 500;

/*
 * Every character can be matched in one way only, so that an engine that goes back has nowhere to go back to, and
 * takes time in proportion to the length of the header, whatever is in it. The sample is the expression for Italian,
 * shortened, on `fr;q=0.9, de;q=0 ,it-CH`:
 *
 *   ^(?:[ \t]*(?:…other language…)?,)*     fr;q=0.9,  de;q=0 ,
 *   [ \t]*it(?:-[^,; \t]*)?               it-CH
 *   [ \t]*(?:;[ \t]*q=…)?(?:,|$)
 */
const gap = '[ \\t]*';
const rest = '(?:-[^,; \\t]*)?';
/** White space and parameters behind a language, up to the comma. */
const anyWeight = `${gap}(?:;[^,]*)?`;
/** Any weight but 0, which says that the reader does not accept the language (RFC 9110, 12.4.2). */
const someWeight = `${gap}(?:;${gap}q=(?:1(?:\\.0*)?|0?\\.0*[1-9][0-9]*)${gap})?(?:,|$)`;
const noWeight = `${gap};${gap}q=0(?:\\.0*)?${gap}`;

const traditional = `zh-(?:${traditionalSubtags.join('|')})${rest}`;

/** What is taken for a locale: any of its languages; of Chinese, not the traditional script. */
const tagsOf = (locale: Locale): string =>
  `(?:${languagesOf(locale)
    .map((language) =>
      language === 'zh' ? `zh(?:-${otherThan(traditionalSubtags)}${rest})?` : `${language}${rest}`,
    )
    .join('|')})`;

/** A language that no page is in. What follows it may be anything: `en_US` is passed over like `en-US`. */
const otherTag = `${otherThan(locales.flatMap(languagesOf))}(?:[^a-z0-9,; \\t][^,; \\t]*)?`;

/** Items that are passed over, each with the comma behind it; empty ones count for nothing (RFC 9110, 5.6.1.2). */
const passedOver = (...more: string[]): string => {
  const items = [
    `\\*${anyWeight}`,
    `${otherTag}${anyWeight}`,
    ...locales.map((locale) => `${tagsOf(locale)}${noWeight}`),
    ...more,
  ];
  return `^(?:${gap}(?:${items.join('|')})?,)*${gap}`;
};

/**
 * Expressions to be tried in their order, regardless of letter case, on the whole header; the first that
 * matches names the locale. The last takes the traditional script where nothing else fits.
 */
export const acceptedLanguage: readonly (readonly [expression: string, locale: Locale])[] = [
  ...locales.map(
    (locale) =>
      [`${passedOver(`${traditional}${anyWeight}`)}${tagsOf(locale)}${someWeight}`, locale] as const,
  ),
  [`${passedOver(`${traditional}${noWeight}`)}${traditional}${someWeight}`, 'zh-CN'],
];
