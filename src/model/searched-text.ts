/** A text as the list compares it with what is typed: lower case, without accents. */
export const foldedText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A number as the search compares it with what is typed, `KB 954474`: lower case, without spaces. */
export const identifierKey = (id: string): string => id.toLowerCase().replace(/\s+/g, '');
