import type { Locale } from '../../model/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nb } from './nb.ts';
import { pt } from './pt.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

/** The words of the language of each locale. */
export const wordsOfLocale: Readonly<Record<Locale, Words>> = {
  'de-DE': de,
  it,
  'nb-NO': nb,
  'pt-BR': pt,
  'zh-CN': zh,
};

/** All languages that files are read in. English and French are no locales, but files are written in them. */
export const languages: readonly Words[] = [...Object.values(wordsOfLocale), en, fr];

/** A list of words of every language. */
export const everyWord = (list: (words: Words) => readonly string[]): string[] => [
  ...new Set(languages.flatMap(list)),
];

/** Tags of languages, and of their regions, as alternatives: `de|en|…`. */
export const languageTags = everyWord((words) => words.languageTags).join('|');
export const regionTags = everyWord((words) => words.regionTags).join('|');

/** Alternatives for a regular expression, the longest first. */
export const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
