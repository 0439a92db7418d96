import type { Locale } from '../model/locales.ts';
import type { Finding } from '../model/problem.ts';

/** UTF-8 that was read as a code page of one byte a character: `Ã¤`, `â€œ`. */
const utf8AsBytes = /Ã[\u0080-\u00BF]|â€[\u0080-\u02FF™œ]/;

/**
 * Letters that ISO 8859-2 has where ISO 8859-1 has one of the language’s own (`õ` is 0xF5 in one and `ő`
 * in the other). They stand in names too, so that they are told and not mended.
 */
const latin2For: Readonly<Record<Locale, RegExp | undefined>> = {
  'de-DE': undefined,
  it: /\p{L}*[ŕčěňů]\p{L}*/u,
  'nb-NO': /\p{L}*[řĺć]\p{L}*/u,
  'pt-BR': /\p{L}*[őăęŕű]\p{L}*/u,
  'zh-CN': undefined,
};

/**
 * A text that was decoded with the wrong code page before it came here.
 *
 * @param text the whole file, so that lines are its lines
 */
export function mojibakeFindings(text: string, locale: Locale): Finding[] {
  const pattern = latin2For[locale];
  for (const [at, line] of text.split('\n').entries()) {
    const found = utf8AsBytes.exec(line)?.[0] ?? (line.includes('�') ? '�' : pattern?.exec(line)?.[0]);
    if (found === undefined) continue;
    return [
      {
        outcome: 'repaired',
        rule: 'mojibake',
        line: at + 1,
        what: `\`${found}\`: characters of another code page`,
        remedy: 'published as it stands; save the file as UTF-8 from its source, and look at the rest of it',
      },
    ];
  }
  return [];
}
