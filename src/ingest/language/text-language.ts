import { eld } from 'eld/extrasmall';
import type { Root as HastRoot } from 'hast';
import { type Locale, primaryLanguage } from '../../model/locales.ts';
import type { Finding } from '../../model/problem.ts';
import { visitAll } from '../tree/visit.ts';
import { languages } from '../words/languages.ts';

/** Shorter texts are names and numbers more than words; nothing is said of them. */
const fewestLetters = 300;
/** More does not make the answer surer. */
const mostLetters = 2_500;
/** A Han character says about as much as three letters. */
const lettersOfHan = 3;
/** How much likelier another language must be than that of the locale; scores go from 0 to 1. */
const margin = 0.08;

/** The language that a tag of the detector (ISO 639-1) means: it says `no` for `nb`. */
const languageOf = (tag: string): string =>
  languages.find(({ languageTags }) => languageTags.includes(tag))?.language ?? tag;

/**
 * The language that a text is written in, by its letters; undefined where it is too short to tell, or
 * where the language of the locale is as likely.
 *
 * @param trees the text, in parts
 * @returns a primary language subtag (BCP 47)
 */
export function writtenLanguage(trees: readonly HastRoot[], locale: Locale): string | undefined {
  const words = proseOf(trees);
  const letters =
    (words.match(/\p{L}/gu)?.length ?? 0) +
    (lettersOfHan - 1) * (words.match(/\p{Script=Han}/gu)?.length ?? 0);
  if (letters < fewestLetters) return undefined;
  const found = eld.detect(words);
  if (!found.isReliable()) return undefined;
  const expected = primaryLanguage(locale);
  const scores = new Map(Object.entries(found.getScores()).map(([tag, score]) => [languageOf(tag), score]));
  const language = languageOf(found.language);
  const lead = (scores.get(language) ?? 0) - (scores.get(expected) ?? 0);
  return language === expected || lead < margin ? expected : language;
}

/** @param written a primary language subtag, told by the text or by the labels of its dates */
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

/** The words outside code, up to what is needed. */
function proseOf(trees: readonly HastRoot[]): string {
  let words = '';
  for (const tree of trees) {
    visitAll(tree, (node) => {
      if (words.length > mostLetters) return 'stop';
      if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return 'skip';
      if (node.type === 'text') words += `${node.value.replace(/https?:\S+/g, ' ')} `;
      return;
    });
  }
  return words.slice(0, mostLetters);
}
