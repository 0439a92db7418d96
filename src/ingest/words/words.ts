import type { SectionRole } from '../../model/section-roles.ts';

/** In which order day and month are in `3/4/2008`. */
export type NumericOrder = 'day first' | 'month first' | 'unknown';

/**
 * What archive files in one language are read by. All words are in lower case; every list may be empty. A word may
 * be in the files of several languages, as long as it means the same in all of them.
 */
export interface Words {
  /** Primary language subtag (BCP 47). */
  readonly language: string;

  /** The names of the twelve months; none where they are written by their numbers. */
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  readonly numericDates: NumericOrder;
  /** What may come before the day: `den 13. juni`. */
  readonly beforeDay: readonly string[];
  /** What may come between day, month and year: `13 de junho de 2008`. */
  readonly insideDate: readonly string[];
  /** What may come before and after the time of day behind a date: `um 10:00 Uhr`. */
  readonly beforeTime: readonly string[];
  readonly afterTime: readonly string[];

  /** Labels of the date line below a title, without the colon. */
  readonly published: readonly string[];
  readonly updated: readonly string[];
  /** What a version of the advisory is called, and what else its history calls one. */
  readonly version: readonly string[];
  readonly revision: readonly string[];
  /** What the label of a support article is known by. */
  readonly article: readonly string[];

  /** The words that nearly every sentence has one of; none where words are not apart. */
  readonly common: readonly string[];

  /** Its tags in host names and paths, and those of its regions: `nb`, `no`; `br`. */
  readonly languageTags: readonly string[];
  readonly regionTags: readonly string[];
  /** Its tags of three letters in names of files: `deu`. */
  readonly fileTags: readonly string[];

  /**
   * Letters that ISO 8859-2 has where ISO 8859-1 has one of the language’s own: `õ` is 0xF5 in one, `ő` in the
   * other. Absent where the two agree in all of its letters.
   */
  readonly wrongLetters?: RegExp;

  /** Beginnings of words that say of products that they are not affected, and that they are. */
  readonly notAffected: readonly string[];
  readonly affected: readonly string[];

  /** How headings of each role are worded. `…` at the end takes any further words, and at the beginning any before. */
  readonly headings: Readonly<Partial<Record<SectionRole, readonly string[]>>>;
}
