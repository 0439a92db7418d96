/** A text as the list compares it with what is typed: lower case, without accents. */
export const foldedText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A number as the search compares it with what is typed, `KB 954474`: lower case, without spaces. */
export const identifierKey = (id: string): string => id.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** An advisory by the numbers that people look for. */
export interface Identified {
  readonly id: string;
  /** Lower case, without spaces: `954474`, `kb954474`, `cve-2007-0671`, `ms07-015`. */
  readonly keys: readonly string[];
  readonly title: string;
  /** The language of the title, which is that of the text that the locale is shown. */
  readonly language: string;
  readonly url: string;
}
