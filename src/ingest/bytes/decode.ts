import { codePointName } from '../../model/code-point.ts';
import type { Finding } from '../../model/problem.ts';

/** The largest file that is read, in bytes. The largest of some 800 real advisories has 83,000. */
export const maxBytes = 1024 * 1024;

/**
 * Bytes → text, or why not: too large, empty, not UTF-8, or with characters that have no business in a
 * text.
 */
export function decode(bytes: Uint8Array): { text: string } | { refusal: Finding } {
  if (bytes.length > maxBytes) {
    return {
      refusal: refusal('too-large', `has ${bytes.length} bytes`, `the limit is ${maxBytes}; divide the file`),
    };
  }
  let text: string;
  try {
    // `ignoreBOM` keeps the mark: taking it away is a repair, and reported as one.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const line = lineOfInvalidByte(bytes);
    return {
      refusal: { ...refusal('invalid-utf-8', 'is not valid UTF-8 text', 'save the file as UTF-8'), line },
    };
  }
  const at = text.search(forbiddenCharacters);
  if (at !== -1) {
    return {
      refusal: {
        ...refusal('forbidden-character', `holds ${nameOf(text.charAt(at))}`, 'remove it'),
        line: text.slice(0, at).split('\n').length,
      },
    };
  }
  return { text };
}

/**
 * Control characters except tab and line ends, and the marks that turn the direction of writing, with
 * which a text can show something else than it holds (Unicode TR 36, “Trojan Source”, CVE-2021-42574).
 */
export const forbiddenCharacters = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;

/** The character by its number, as the Unicode charts write it. */
export const nameOf = (character: string): string => `the control character ${codePointName(character)}`;

const refusal = (rule: string, what: string, remedy: string): Finding => ({
  outcome: 'refused',
  rule,
  what,
  remedy,
});

/** The first line that does not decode by itself. UTF-8 never uses the byte of a line feed otherwise. */
function lineOfInvalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) break;
    start = end + 1;
  }
  return line;
}
