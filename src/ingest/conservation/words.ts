import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/*
 * Words of a text, fast: this looks at every character of every file and of what is made of it. A word is a run of
 * letters, or of digits, or one Han character, in lower case:
 *
 *   KB954474, V1.0 vom 06.06.2008  →  kb 954474 v 1 0 vom 6 6 2008
 */

const letter = 1;
const digit = 2;
const han = 3;
/** Shown as nothing: it neither is nor ends a word. */
const ignorable = 4;

let classes: Uint8Array | undefined;

/** What each UTF-16 code unit is; 0 for all that ends a word. */
function classesOfCharacters(): Uint8Array {
  if (classes !== undefined) return classes;
  classes = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code);
    if (/\p{Nd}/u.test(character)) classes[code] = digit;
    else if (/\p{Script=Han}/u.test(character)) classes[code] = han;
    else if (/[\p{L}\p{M}\p{N}\p{Cs}]/u.test(character)) classes[code] = letter;
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) classes[code] = ignorable;
  }
  return classes;
}

/** Told of every word: a number that stands for it, and where it is in the text. */
export type OnWord = (hash: number, start: number, end: number) => void;

/** Hashes are below this; two words of one file have the same one hardly ever. */
export const hashes = 1 << 18;

const seed = 0x811c9dc5;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const folded = (hash: number): number => (hash ^ (hash >>> 15)) & (hashes - 1);

/** In lower case, each character by itself, so that none moves and none depends on those beside it. */
export const foldedCase = (text: string): string =>
  text.replaceAll('\u0130', 'i').toLowerCase().replaceAll('\u03C2', '\u03C3');

/** The number of a word; undefined for what is more than one word, or none. */
export function hashOf(word: string): number | undefined {
  const found: number[] = [];
  const folded = foldedCase(word);
  eachWord(folded, 0, folded.length, (hash) => {
    found.push(hash);
  });
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Visits the words of a part of a text.
 *
 * @param text in lower case
 */
export function eachWord(text: string, from: number, to: number, onWord: OnWord): void {
  const classOf = classesOfCharacters();
  let kind = 0;
  let hash = seed;
  let start = from;
  const close = (end: number) => {
    if (kind !== 0) onWord(folded(hash), start, end);
    kind = 0;
  };
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const reference = code === 38 ? referenceAt(text, at) : undefined;
    const end = at + (reference?.length ?? 1);
    for (const unit of reference?.units ?? [code]) {
      const next = classOf[unit] ?? 0;
      if (next === ignorable) continue;
      if (next !== kind || next === han) {
        close(at);
        if (next !== 0) {
          kind = next;
          hash = seed;
          start = at;
        }
      }
      if (kind !== 0 && !isLeadingZero(text, at, kind === digit && hash === seed)) hash = step(hash, unit);
    }
    at = end - 1;
  }
  close(to);
}

/** In a day or a month a zero in front says nothing: 06 is 6. */
function isLeadingZero(text: string, at: number, isFirst: boolean): boolean {
  const classOf = classesOfCharacters();
  return (
    isFirst &&
    text.charCodeAt(at) === 48 &&
    classOf[text.charCodeAt(at + 1)] === digit &&
    classOf[text.charCodeAt(at + 2)] !== digit
  );
}

/** What a reference stands for (`&uuml;`, `&#x3c;`), in UTF-16 code units; undefined for a plain `&`. */
function referenceAt(text: string, at: number): { units: number[]; length: number } | undefined {
  const end = text.indexOf(';', at);
  if (end === -1 || end - at > longestReference) return undefined;
  const name = text.slice(at + 1, end);
  if (!/^(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]*)$/.test(name)) return undefined;
  const character = name.startsWith('#') ? characterOf(Number(`0${name.slice(1)}`)) : namedCharacter(name);
  const units = foldedCase(character)
    .split('')
    .map((unit) => unit.charCodeAt(0));
  return { units: units.length === 0 ? [32] : units, length: end - at + 1 };
}

/** No name is longer. */
const longestReference = 40;

/** What is no character is shown as U+FFFD, which is no word. */
const characterOf = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? ' ' : String.fromCodePoint(code);

/** The text is in lower case, and some names are not: those of marks, which are no words. */
const namedCharacter = (name: string): string => decodeNamedCharacterReference(name) || ' ';
