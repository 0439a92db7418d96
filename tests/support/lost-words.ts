/*
 * An audit of ingest by another route: the source is read with a few expressions and nothing of our own
 * code, the page as a browser’s reader would copy it. What the first has and the second has not is lost.
 */

/** What a text holds that must not be lost. */
export interface Inventory {
  readonly words: readonly string[];
  readonly links: readonly string[];
  /** Lines of fenced code, without the white space around them. */
  readonly verbatim: readonly string[];
}

/**
 * Noise, which is left out on purpose: front matter (it goes into fields), the line above the title that
 * names the template, the dates and the version below it and at every revision (fields, shown in the
 * form of the page), the line at the end that tells when the page was generated.
 */
export function inventoryOfSource(file: string): Inventory {
  const body = file
    .replace(/^\uFEFF?\s*---[^\n]*\n[\s\S]*?\n---[^\n]*\n/, '')
    .replace(/\r\n?/g, '\n')
    // The tail of a tag whose `<` was lost.
    .replace(/span id="[^"]*"\s*\/?(?:>|&gt;)/g, '')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]/g, '');
  const lines = body.split('\n').filter((line) => !isNoise(line));
  const titleAt = lines.findIndex((line) => /^#|^=+\s*$/.test(line));
  const kept = lines.map((line, at) =>
    (at < headerLines && isDateLine(line)) || (at < titleAt - 1 && !/^#/.test(line)) ? '' : withoutDate(line),
  );
  const text = kept.join('\n');
  const verbatim = [...text.matchAll(/^[ >]*```[^\n]*\n([\s\S]*?)^[ >]*```/gm)].flatMap(([, code = '']) =>
    // A fence that stands too far right to open one leaves the closing one to swallow sentences.
    (/\*\*[^*\n]+\*\*/.test(code) ? '' : code)
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter((line) => line !== ''),
  );
  return { words: wordsOf(plainMarkdown(text)), links: linksInMarkdown(text), verbatim };
}

/** What a reader gets: the words of the page’s main part, where its links lead, its code. */
export function inventoryOfPage(html: string): Inventory {
  const main = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<head[\s\S]*?<\/head>/, '');
  const links = [...main.matchAll(/(?:href|data-original)="([^"]*)"/g)].map(([, link = '']) =>
    comparable(unescaped(link)),
  );
  const text = unescaped(
    main
      .replace(/<\/?(?:b|strong|em|i|code|span|sup|sub|del|small)(?:\s[^>]*)?>/g, '')
      .replace(/<[^>]+>/g, ' '),
  );
  return { words: wordsOf(text), links, verbatim: [text.replace(/\s+/g, ' ')] };
}

/** What the source has and the page has not, each as often as it is lost. */
export function lostIn(source: Inventory, page: Inventory): string[] {
  const there = new Map<string, number>();
  for (const word of page.words.map((one) => one.toLowerCase())) there.set(word, (there.get(word) ?? 0) + 1);
  const words = source.words.filter((word, at) => {
    const key = word.toLowerCase();
    const count = there.get(key) ?? 0;
    there.set(key, count - 1);
    return count <= 0 && !isRunTogether(word, there) && !isCutInTwo(source.words, at, there);
  });
  const links = source.links.filter((link) => !page.links.includes(link));
  const verbatim = source.verbatim.filter((line) => !page.verbatim.some((text) => text.includes(line)));
  return [...words, ...links, ...verbatim];
}

/** So far down the dates below a title may stand. */
const headerLines = 30;

/** Words that stood without a space between them, `OptionNeu`, and that the page sets apart. */
function isRunTogether(word: string, there: ReadonlyMap<string, number>): boolean {
  const [, first = '', second = ''] = /^(.*[\p{Ll}\p{N}])(\p{Lu}.*)$/u.exec(word) ?? [];
  return first !== '' && there.has(first.toLowerCase()) && there.has(second.toLowerCase());
}

/** A word that bold, a link or a line end cut into pieces (`290` `5247`), and that the page has whole. */
function isCutInTwo(words: readonly string[], at: number, there: ReadonlyMap<string, number>): boolean {
  const pieces = [
    words.slice(at, at + 2),
    words.slice(at, at + 3),
    words.slice(Math.max(0, at - 1), at + 1),
    words.slice(Math.max(0, at - 1), at + 2),
    words.slice(Math.max(0, at - 2), at + 1),
  ];
  return pieces.some((piece) => piece.length > 1 && there.has(piece.join('').toLowerCase()));
}

const isNoise = (line: string): boolean =>
  /^\s*\*[^*]*\d{1,2}:\d{2}[^*]*\*\s*$/.test(line) ||
  /^\s*\*Built at /.test(line) ||
  /^\s*<!--.*-->\s*$/.test(line);

/** `Label: date | Label: date`, `**Version:** 2.0`. */
const isDateLine = (line: string): boolean =>
  /^\s*\p{L}[\p{L} ]{3,30}[:：].{0,45}(?:\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}).{0,60}$/u.test(line) ||
  /^\s*\*\*\p{L}+\s*[:：]\s*\*\*\s*\d+\.\d+\s*$/u.test(line);

/** The head of a revision: version and date up to the text. */
const withoutDate = (line: string): string =>
  line
    // `V1.0 (13. Juni 2008): text`, `13. Juni 2008: text`, `(2008 年 6 月 13 日): text`
    .replace(
      /^(\s*(?:[-*]\s+)?)\(?(?:V(?:ersi?[a-zãê]*|ersjon)?\s?)?(?:\d+\.\d+)?\s*[(（]?[^:：()（）[\]]{0,26}(?:\d{4}|\d\.\d\d)[^:：()[\]]{0,20}?[)）]?\s*[:：]\s*/iu,
      '$1',
    )
    // `V3.0 (14. April 2015) text`: the brackets end it.
    .replace(/^(\s*(?:[-*]\s+)?)V\s?\d+\.\d+\s*[(（][^)）]{6,40}[)）]\s*/u, '$1');

function plainMarkdown(text: string): string {
  return unescaped(
    text
      .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/g, ' ')
      .replace(/<https?:[^>]*>/g, (address) => address.slice(1, -1))
      .replace(/<\/?(?:b|strong|em|i|code|span|sup|sub|del|small)(?:\s[^>]*)?\/?>/gi, '')
      .replace(/<\/?[a-z][^>]*>/gi, ' ')
      .replace(/^[ >]*(?:```|~~~).*$/gm, ' ')
      .replace(/^([ >]*(?:[-*+]\s+)?)\d{1,3}[.)]\s+(?!\p{L}+ \d{4})/gmu, '$1')
      .replace(/\[!(?:NOTE|WARNING|IMPORTANT|TIP|CAUTION)\]/gi, ' ')
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
      .replace(/\*+|`+/g, ''),
  );
}

function linksInMarkdown(text: string): string[] {
  const markdown = [...text.matchAll(/\]\(<?(https?:(?:[^()\s<>]|\([^()]*\))*)/g)].map(
    ([, link = '']) => link,
  );
  const html = [...text.matchAll(/href="(https?:[^"]*)"/g)].map(([, link = '']) => link);
  return [...markdown, ...html].map((link) =>
    comparable(unescaped(link.replace(/\\(?=[!-/:-@[-`{-~])/g, ''))),
  );
}

/** Two ways to write one address: percent-encoding, and the order of nothing. */
function comparable(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
};

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });

/** Runs of letters and digits; a Han character is a word. */
const wordsOf = (text: string): string[] =>
  text.normalize('NFC').match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? [];
