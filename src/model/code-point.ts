/** A character by the number of its code point in hexadecimal digits: `9`, `200B`, `1F3F4`. */
export const codePointOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase();

/** The same as the Unicode charts write it, with four digits at least: `U+0009`. */
export const codePointName = (character: string): string => `U+${codePointOf(character).padStart(4, '0')}`;
