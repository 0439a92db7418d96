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

const traditional = `zh-(?:${traditionalSubtags.join('|')})`;
const rest = '(?:-[^,;]*)?';
/** What stands between two languages; empty ones count for nothing (RFC 9110, 5.6.1.2). */
const gap = '[ \\t]*,[ \\t,]*';
const weight = '(?:[ \\t]*;[^,]*)?';
/** Any weight but 0, which says that the language is none for the reader (12.4.2). */
const someWeight = '(?:[ \\t]*;[ \\t]*q=(?:1(?:\\.0*)?|0?\\.0*[1-9][0-9]*))?[ \\t]*(?:,|$)';
const refused = '[^,;]*;[ \\t]*q=0?(?:\\.0*)?';
const otherLanguage = `${otherThan(locales.flatMap(languagesOf))}${rest}${weight}`;
/** Languages that are passed over, each with the comma behind it. */
const passedOver = (...languages: string[]): string =>
  `^[ \\t,]*(?:(?:${[`\\*${weight}`, refused, ...languages].join('|')})${gap})*`;

/** What is taken for a locale: any of its languages; of Chinese, not the traditional script. */
const tagsOf = (locale: Locale): string =>
  `(?:${languagesOf(locale)
    .map((language) =>
      language === 'zh' ? `zh(?:-${otherThan(traditionalSubtags)}${rest})?` : `${language}${rest}`,
    )
    .join('|')})`;

/**
 * Expressions to be tried in their order, regardless of letter case, on the whole header; the first that
 * matches names the locale. The last takes the traditional script where nothing else fits.
 */
export const acceptedLanguage: readonly (readonly [expression: string, locale: Locale])[] = [
  ...locales.map(
    (locale) =>
      [
        `${passedOver(otherLanguage, `${traditional}${rest}${weight}`)}${tagsOf(locale)}${someWeight}`,
        locale,
      ] as const,
  ),
  [`${passedOver(otherLanguage)}${traditional}${rest}${someWeight}`, 'zh-CN'],
];
