import { eld } from 'eld/extrasmall';
import type { Root as HastRoot } from 'hast';
import { type Locale, primaryLanguage } from '../../model/locales.ts';
import type { Finding } from '../../model/problem.ts';
import { languages } from '../words/languages.ts';
import { type Prose, proseIn } from './prose.ts';

/** Shorter texts are names and numbers more than words; nothing is said of them. */
const fewestLetters = 300;
/** So many letters a paragraph has at least, before anything is said of its language. */
const fewestOfParagraph = 150;
/** More does not make the answer surer. */
const mostLetters = 2_500;
/** A Han character says about as much as three letters. */
const lettersOfHan = 3;
/** How much likelier another language must be than the one expected; scores go from 0 to 1. */
const margin = 0.08;

/** The language that a tag of the detector (ISO 639-1) means: it says `no` for `nb`. */
const languageOf = (tag: string): string =>
  languages.find(({ languageTags }) => languageTags.includes(tag))?.language ?? tag;

const lettersIn = (words: string): number =>
  (words.match(/\p{L}/gu)?.length ?? 0) + (lettersOfHan - 1) * (words.match(/\p{Script=Han}/gu)?.length ?? 0);

/**
 * The language that words are in, by their letters; undefined where nobody can say.
 *
 * @param expected a primary language subtag (BCP 47): the answer where it is as likely as another
 */
function languageIn(words: string, expected: string): string | undefined {
  const found = eld.detect(words.slice(0, mostLetters));
  if (!found.isReliable()) return undefined;
  const scores = new Map(Object.entries(found.getScores()).map(([tag, score]) => [languageOf(tag), score]));
  const language = languageOf(found.language);
  const lead = (scores.get(language) ?? 0) - (scores.get(expected) ?? 0);
  return language === expected || lead < margin ? expected : language;
}

/**
 * The language that a text is written in; undefined where it is too short to say.
 *
 * @param trees the text, in parts
 * @returns a primary language subtag (BCP 47)
 */
export function writtenLanguage(trees: readonly HastRoot[], locale: Locale): string | undefined {
  let words = '';
  for (const tree of trees) {
    for (const prose of proseIn(tree)) words += `${prose.words} `;
    if (words.length > mostLetters) break;
  }
  return lettersIn(words) < fewestLetters ? undefined : languageIn(words, primaryLanguage(locale));
}

/** @param written a primary language subtag, by the text or by the labels of its dates */
export function languageFindings(written: string | undefined, locale: Locale): Finding[] {
  if (written === undefined || written === primaryLanguage(locale)) return [];
  return [
    {
      outcome: 'repaired',
      rule: 'other-language',
      what: `is written in \`${written}\`, and is the edition for \`${locale}\``,
      remedy: 'published with its real language; translate it, or put it where its language belongs',
    },
  ];
}

/**
 * Marks the paragraphs that are in another language than the text, so that they are read out and hyphenated as what
 * they are.
 *
 * @param language of the text (BCP 47)
 */
export function markForeignParagraphs(trees: readonly HastRoot[], language: string): Finding[] {
  const own = primaryLanguage(language);
  return trees.flatMap(proseIn).flatMap((prose): Finding[] => {
    const found = isSuspicious(prose, own) ? languageIn(prose.words, own) : undefined;
    if (found === undefined || found === own) return [];
    const { element, words } = prose;
    element.properties.lang = found;
    return [
      {
        outcome: 'repaired',
        rule: 'other-language-paragraph',
        line: element.position?.start.line,
        what: `a paragraph is written in \`${found}\`: \`${words.slice(0, 60)}…\``,
        remedy: 'marked with its language; translate it',
      },
    ];
  });
}

/** Whether more of its words are common in another language: to ask the detector of every paragraph would take long. */
function isSuspicious({ words }: Prose, own: string): boolean {
  if (lettersIn(words) < fewestOfParagraph) return false;
  const written = words.toLowerCase().split(/[^\p{L}’']+/u);
  const common = (language: string): number => {
    const known = commonWords.get(language);
    return known === undefined ? 0 : written.filter((word) => known.has(word)).length;
  };
  const ofOwn = common(own);
  if (own !== 'zh' && (words.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 > words.length) return true;
  return [...commonWords.keys()].some((language) => language !== own && common(language) > ofOwn + 3);
}

const commonWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  languages.map(({ language, common }) => [language, new Set(common)]),
);
