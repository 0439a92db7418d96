import type { Locale } from '../../model/locales.ts';
import type { Finding } from '../../model/problem.ts';
import { wordsOfLocale } from '../words/languages.ts';

/** UTF-8 that was read as a code page of one byte a character: `Ã¤`, `â€œ`. */
const utf8AsBytes = /Ã[\u0080-\u00BF]|â€[\u0080-\u02FF™œ]/;

/**
 * A text that was decoded with the wrong code page before it came here.
 *
 * @param text the whole file, so that lines are its lines
 */
export function mojibakeFindings(text: string, locale: Locale): Finding[] {
  const pattern = wordsOfLocale[locale].wrongLetters;
  // Nearly no file has any of it, and a look at the whole is faster than one at every line.
  if (!utf8AsBytes.test(text) && !text.includes('\uFFFD') && !pattern?.test(text)) return [];
  for (const [at, line] of text.split('\n').entries()) {
    const found = utf8AsBytes.exec(line)?.index ?? -1;
    const lost = line.indexOf('\uFFFD');
    const foreign = pattern?.exec(line)?.index ?? -1;
    const where = [found, lost, foreign].find((index) => index !== -1);
    if (where === undefined) continue;
    return [
      {
        outcome: 'repaired',
        rule: 'mojibake',
        line: at + 1,
        what: `\`${wordAt(line, where)}\`: characters of another code page`,
        remedy: 'published as it stands; save the file as UTF-8 from its source, and look at the rest of it',
      },
    ];
  }
  return [];
}

/** The word around a character, as far as it helps to find it. */
function wordAt(line: string, index: number): string {
  const before =
    line
      .slice(Math.max(0, index - 20), index)
      .split(/\s/)
      .at(-1) ?? '';
  return before + (line.slice(index, index + 20).split(/\s/)[0] ?? '');
}
