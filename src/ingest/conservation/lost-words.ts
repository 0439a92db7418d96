import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Finding } from '../../model/problem.ts';
import { withoutEscapes } from '../bytes/escapes.ts';
import { lineFinder } from '../bytes/lines.ts';
import type { Taken } from '../read-file.ts';
import { anyOf, everyWord } from '../words/languages.ts';
import { eachWordShown } from './shown.ts';
import { readSource, type Source } from './source.ts';
import { eachWord, foldedCase, hashes, hashOf } from './words.ts';

/*
 * The law of conservation: every word, address and line of code of a file is shown, is a typed field, or is reported
 * with its line. It is checked here by another route than the one that makes the page, for every file, so that
 * a rule that goes wrong is reported to the publisher.
 */

/** What was made of a file: the text that is shown, and what was taken out of it. */
export interface Handed extends Taken {
  /** HTML of the text, and of its headings. */
  readonly html: readonly string[];
  /** Targets of links that only this site can resolve. */
  readonly wanted: readonly string[];
  readonly findings: readonly Finding[];
}

/** More of them say no more. */
const mostFindings = 20;
/** So many words of a line are named. */
const mostWords = 12;

/**
 * What of a text is neither shown nor reported, by line.
 *
 * @param body the text as it was read, before anything was mended; its lines are those of the file
 */
export function lostWords(body: string, handed: Handed | undefined): Finding[] {
  if (handed === undefined) return [];
  const source = readSource(body);
  const lineAt = lineFinder(body);
  const shown = shownIn(handed);
  const lost = [
    ...lostOf(source, body, lineAt, handed, shown),
    ...lostAddresses(source, handed, shown),
    ...lostCode(source, shown),
  ];
  if (lost.length === 0) return [];
  const byLine = Map.groupBy(lost, ({ at }) => lineAt(at));
  const findings = [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, pieces]) => {
      const words = pieces.map(({ text }) => text);
      const shownWords = words.slice(0, mostWords).join(' ');
      return finding(line, words.length > mostWords ? `${shownWords} …` : shownWords);
    })
    .filter(({ line }) => !isReported(line, handed.findings));
  return findings.slice(0, mostFindings);
}

const finding = (line: number, words: string): Finding => ({
  outcome: 'repaired',
  rule: 'lost-words',
  line,
  what: `\`${words.slice(0, 200)}\` is in the file and not on the page`,
  remedy: 'write it in another way, and report this as a fault of Concord',
});

/** Whether another finding on that line says already what became of it. */
const isReported = (line: number | undefined, findings: readonly Finding[]): boolean =>
  findings.some((other) => other.line === line && explains.has(other.rule));

/** Rules that say of a line that something on it is not shown. */
const explains: ReadonlySet<string> = new Set([
  'surplus-cells',
  'unusable-link',
  'unsafe-element',
  'image',
  'link-without-words',
  'unclosed-comment',
  'unknown-date',
  'html-element',
  'invisible-mark',
]);

interface Shown {
  /** How often each word is shown, by its hash. */
  readonly counts: Int32Array;
  readonly addresses: ReadonlySet<string>;
  /** Everything shown, without white space, tags and references. */
  readonly run: () => string;
}

/** Used again for every file: making it would take longer than filling it. */
const counts = new Int32Array(hashes);

function shownIn({ html, fields, dated, wanted }: Handed): Shown {
  counts.fill(0);
  const addresses = new Set<string>();
  const onWord = (hash: number) => {
    counts[hash] = (counts[hash] ?? 0) + 1;
  };
  const onAddress = (address: string) => {
    addresses.add(normal(address));
  };
  const lower = html.map(foldedCase);
  for (const piece of lower) eachWordShown(piece, onWord, onAddress);
  for (const field of [...fields, ...dated]) {
    if (field === undefined) continue;
    const folded = foldedCase(field);
    eachWord(folded, 0, folded.length, onWord);
  }
  for (const target of wanted) onAddress(target);
  let run: string | undefined;
  return {
    counts,
    addresses,
    run: () => {
      run ??= dereferenced(lower.join('\n').replace(/<[^>]*>/g, '')).replace(/\s+/g, '');
      return run;
    },
  };
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

/** Every word of a source, one after the other, as numbers: hash, start, end. Objects would take three times as long. */
let all = new Int32Array(3 * 20_000);

function lostOf(
  { words }: Source,
  body: string,
  lineAt: (at: number) => number,
  handed: Handed,
  { counts: left }: Shown,
): Piece[] {
  let length = 0;
  const missing = new Map<number, number>();
  eachWord(words, 0, words.length, (hash, start, end) => {
    if (length + 3 > all.length) {
      const longer = new Int32Array(all.length * 2);
      longer.set(all);
      all = longer;
    }
    all[length] = hash;
    all[length + 1] = start;
    all[length + 2] = end;
    length += 3;
    const count = (left[hash] ?? 0) - 1;
    left[hash] = count;
    if (count < 0) missing.set(hash, -count);
  });
  if (missing.size === 0) return [];
  const wordAt = (at: number): string => words.slice(all[at + 1], all[at + 2]);
  // Emphasis, a link or a line end cut a word in two, and it is whole on the page.
  const isCut = (at: number): boolean =>
    [
      [0, 1],
      [-1, 0],
      [0, 2],
      [-1, 1],
      [-2, 0],
    ].some(([from = 0, to = 0]) => {
      let whole = '';
      for (let near = at + from * 3; near <= at + to * 3 && near < length; near += 3)
        if (near >= 0) whole += wordAt(near);
      const hash = hashOf(whole);
      return hash !== undefined && (left[hash] ?? 0) > 0;
    });
  const lost: Word[] = [];
  for (let at = 0; at < length; at += 3) {
    const hash = all[at] ?? 0;
    const count = missing.get(hash);
    if (count === undefined) continue;
    const start = all[at + 1] ?? 0;
    const line = lineAt(start);
    const isTaken = handed.leftOut.has(line) || (handed.dateLines(line) && isOfDate(wordAt(at)));
    // It is one of those that are missing, and nothing is wrong with that.
    if (isTaken || isCut(at)) missing.set(hash, count - 1);
    else lost.push({ hash, at: at / 3, start, end: all[at + 2] ?? 0 });
  }
  return chosen(lost, missing).map(({ start, end }) => ({ text: body.slice(start, end), at: start }));
}

interface Word {
  readonly hash: number;
  /** Which word of the source it is. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Of a word that is there more often than it is shown, those that are lost: beside others that are lost, where there
 * are any, else the last.
 *
 * @param missing how often each is missing, by its hash
 */
function chosen(lost: readonly Word[], missing: ReadonlyMap<number, number>): Word[] {
  const places = new Set(lost.map(({ at }) => at));
  const isBeside = ({ at }: Word) => places.has(at - 1) || places.has(at + 1);
  return [...Map.groupBy(lost, ({ hash }) => hash)]
    .flatMap(([hash, words]) =>
      [...words.filter(isBeside), ...words.filter((word) => !isBeside(word)).reverse()].slice(
        0,
        Math.max(0, missing.get(hash) ?? 0),
      ),
    )
    .sort((a, b) => a.at - b.at);
}

const ofDates = new RegExp(
  `^(?:${anyOf(
    [
      ...everyWord((words) => words.months),
      ...everyWord((words) => words.weekdays),
      ...everyWord((words) => words.published),
      ...everyWord((words) => words.updated),
      ...everyWord((words) => words.version),
      ...everyWord((words) => words.revision),
      ...everyWord((words) => words.beforeDay),
      ...everyWord((words) => words.insideDate),
      ...everyWord((words) => words.beforeTime),
      ...everyWord((words) => words.afterTime),
      ...[
        'v',
        'ver',
        'rev',
        '年',
        '月',
        '日',
        '号',
        '號',
        '星',
        '期',
        '년',
        '월',
        '일',
        'º',
        'ª',
        'th',
        'st',
        'nd',
        'rd',
      ],
    ].flatMap((words) => words.toLowerCase().split(/[\s-]+|(?=\p{Script=Han})/u)),
  )})$`,
  'u',
);

/** A word around a date or in it, or a number of it: those that are a day of the calendar are fields. */
const isOfDate = (word: string): boolean =>
  ofDates.test(word) || /^\d{1,4}$/.test(word) || isMonthStart(word);

/** `jun`, `sept`: the first letters of a month. */
const isMonthStart = (word: string): boolean =>
  word.length >= 3 && monthNames.some((month) => month.startsWith(word));
const monthNames = everyWord((words) => words.months);

/** So many of what looks lost are sought in all that is shown; to seek more would take long, and say no more. */
const mostSought = 200;

function lostAddresses({ addresses }: Source, { findings }: Handed, shown: Shown): Piece[] {
  const missing = addresses.filter(({ address }) => {
    const plain = normal(address);
    return plain !== '' && !shown.addresses.has(plain) && !shown.addresses.has(withoutEnd(plain));
  });
  const reported = missing.length === 0 ? '' : foldedCase(findings.map(({ what }) => what).join('\n'));
  return missing.slice(0, mostSought).flatMap(({ address, at }): Piece[] => {
    const isShown =
      reported.includes(address.slice(0, 100)) ||
      [address, withoutEscapes(dereferenced(address))].some((one) =>
        shown.run().includes(one.replace(/\s+/g, '')),
      );
    return isShown ? [] : [{ text: address, at }];
  });
}

const withoutEnd = (address: string): string => address.replace(/\/$/, '');

/** Two ways to write one address are one: references, escapes of Markdown, and those of addresses. */
const normal = (address: string): string =>
  withoutEscapes(dereferenced(foldedCase(address))).replace(/(?:%[0-9a-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });

const dereferenced = (text: string): string =>
  withoutInvisible(
    text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]*));/g, (whole, hex, decimal, name) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    }),
  );

const withoutInvisible = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Lines of code of which a character is lost, or which are no longer in one piece. */
function lostCode({ code }: Source, shown: Shown): Piece[] {
  let bare: string | undefined;
  let sought = 0;
  let from = 0;
  return code.flatMap(({ line, at }): Piece[] => {
    if (!/[\p{L}\p{N}]/u.test(line) || sought === mostSought) return [];
    const run = withoutInvisible(line).replace(/\s+/g, '');
    // Nearly always the next line of code is the next that is shown.
    const next = shown.run().indexOf(run, from);
    if (next !== -1) {
      from = next + run.length;
      return [];
    }
    sought += 1;
    if (shown.run().includes(run)) return [];
    // What looks like code here may be text to Markdown, where a fence begins in the middle of a line.
    bare ??= withoutMarks(shown.run());
    return bare.includes(withoutMarks(run)) ? [] : [{ text: line, at }];
  });
}

/** Without the marks of Markdown that text loses on its way. */
const withoutMarks = (run: string): string => run.replace(/^(?:\d{1,9}[.)]|[-*+])/, '').replace(/[*_`]/g, '');
