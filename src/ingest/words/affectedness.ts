import { anyOf, everyWord } from './languages.ts';

/** A converter may have lost the spaces: `Softwaresnãoafetados`. */
const anySpaces = (pattern: string): string => pattern.replace(/(?:\\?\s)+/g, String.raw`\s*`);
const notAffected = new RegExp(anySpaces(anyOf(everyWord((words) => words.notAffected))), 'giu');
const affected = new RegExp(anyOf(everyWord((words) => words.affected)), 'iu');

/** In characters. What is longer is a sentence, and says more than a name. */
const longest = 120;

/**
 * Whether a heading, a label, a caption or a cell names what is not affected, whatever the noun and the language:
 *
 *   Nicht betroffene Geräte, Periferiche non interessate, 不受影响的设备   yes
 *   Betroffene und nicht betroffene Software                          no: it names both
 *   Betroffene Software, Windows 7                                    no
 */
export function saysNotAffected(text: string): boolean {
  if (text.length > longest) return false;
  const plain = text.normalize('NFC');
  const rest = plain.replace(notAffected, '');
  return rest !== plain && !affected.test(rest);
}
