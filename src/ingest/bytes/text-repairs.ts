import type { Finding } from '../../model/problem.ts';

/**
 * One way in which real files deviate from clean text, and its remedy.
 *
 * A repair never adds or removes a line, so that a line number stays true through all of them, and it
 * leaves its own result alone. It is never keyed by locale: the same deviations turn up in several.
 */
export interface TextRepair {
  readonly rule: string;
  readonly finds: string;
  readonly remedy: string;
  /** Whether every changed line is worth telling, or only that the file is written in this way. */
  readonly tell: 'each line' | 'once';
  apply(text: string): string;
}

export const textRepairs: readonly TextRepair[] = [
  {
    rule: 'byte-order-mark',
    finds: 'a byte order mark at the start',
    remedy: 'left out',
    tell: 'once',
    apply: (text) => text.replace(/^\uFEFF/, ''),
  },
  {
    rule: 'old-line-ends',
    finds: 'carriage returns instead of line feeds',
    remedy: 'read as line feeds',
    tell: 'once',
    apply: (text) => (text.includes('\n') ? text : text.replaceAll('\r', '\n')),
  },
  {
    rule: 'windows-line-ends',
    finds: 'Windows line ends',
    remedy: 'read as line feeds',
    tell: 'once',
    apply: (text) => text.replace(/\r+\n/g, '\n'),
  },
  {
    rule: 'stray-carriage-return',
    finds: 'a carriage return inside a line',
    remedy: 'read as a space',
    tell: 'each line',
    apply: (text) => text.replaceAll('\r', ' '),
  },
  {
    // YAML needs a plain space there: with another one the whole block is unreadable.
    rule: 'no-break-space-after-key',
    finds: 'a no-break space after the colon',
    remedy: 'read as a space',
    tell: 'each line',
    apply: (text) =>
      inFrontMatter(text, (line) => line.replace(/^(\s*(?:- )?[\w.:-]+:)[\u00A0\u202F\u2007]+/, '$1 ')),
  },
  {
    rule: 'full-width-colon-after-key',
    finds: 'a full-width colon after the field name',
    remedy: 'read as `: `',
    tell: 'each line',
    apply: (text) => inFrontMatter(text, (line) => line.replace(/^(\s*(?:- )?[\w.-]+)：\s*/, '$1: ')),
  },
  {
    // They cannot be seen, but they are copied, searched and compared. A joiner inside an emoji stays.
    rule: 'invisible-mark',
    finds: 'an invisible mark',
    remedy: 'left out',
    tell: 'each line',
    apply: withoutInvisibleMarks,
  },
];

/**
 * Characters that are shown as nothing by what Unicode says of them, but for joiners and variation selectors,
 * which are meant in some places, and those that no file may hold (decode.ts); and marks around annotations.
 */
const invisible =
  /(\u{1F3F4}[\u{E0020}-\u{E007E}]{2,6}\u{E007F})|[\p{Default_Ignorable_Code_Point}--[\u200C\u200D\u202A-\u202E\u2066-\u2069\p{Variation_Selector}]]|[\uFFF9-\uFFFB]/gv;

/** Joiners are spelling in scripts whose letters change beside each other (Unicode 23.2): Persian, Hindi. */
const joiner =
  /(?<!\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)(?<![[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Inherited}]])[\u200C\u200D]/gv;

/** The text without characters that nobody sees: they would be copied, searched and compared. */
export function withoutInvisibleMarks(text: string): string {
  const visible = text
    .replace(invisible, '$1')
    // They end a line to some programs: without a space two words would be one.
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(joiner, '');
  // One says how the character before it is drawn. More of them say nothing, and can hide a text.
  return visible.replace(/(?<=^|\s|\p{Variation_Selector})\p{Variation_Selector}/gu, '');
}

/** The text after every repair, and what was repaired. */
export function repairText(text: string): { text: string; findings: Finding[] } {
  const findings: Finding[] = [];
  let repaired = text;
  for (const repair of textRepairs) {
    const before = repaired;
    repaired = repair.apply(before);
    if (repaired !== before) findings.push(...told(repair, before, repaired));
  }
  return { text: repaired, findings };
}

function told({ rule, finds, remedy, tell }: TextRepair, before: string, after: string): Finding[] {
  const finding: Finding = { outcome: 'repaired', rule, what: finds, remedy };
  if (tell === 'once') return [finding];
  const repairedLines = after.split('\n');
  return before.split('\n').flatMap((line, index) => {
    if (line === repairedLines[index]) return [];
    const field = /^\s*(?:- )?([\w.:-]+?)[:：]/.exec(line)?.[1];
    const inHeader = rule.endsWith('after-key');
    return [{ ...finding, line: index + 1, ...(inHeader && field ? { field } : {}) }];
  });
}

/** Changes lines between the first two `---` lines only. */
function inFrontMatter(text: string, change: (line: string) => string): string {
  const lines = text.split('\n');
  const open = lines.findIndex((line) => line.trim() !== '');
  if (lines[open]?.trimEnd() !== '---') return text;
  const close = lines.findIndex((line, index) => index > open && line.trimEnd() === '---');
  return lines.map((line, index) => (index > open && index < close ? change(line) : line)).join('\n');
}

/** A mark that came in as a character reference, which only a tree knows of. */
export const invisibleReference = (line: number | undefined): Finding => ({
  outcome: 'repaired',
  rule: 'invisible-mark',
  line,
  what: 'an invisible mark as a character reference',
  remedy: 'left out',
});
