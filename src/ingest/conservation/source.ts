import { htmlTagNames } from 'html-tag-names';
import { markupIn } from '../../html/tags.ts';

/*
 * What of a source is a word for its reader, found without a parser of Markdown: by another route than the one that
 * makes the page. Everything else is blanked, so that every character stays where it is.
 */

/**
 * What is left out on purpose. This list is closed: a word that is lost for any other reason is reported.
 *
 * - comments of HTML;
 * - tags of HTML, as far as their attributes say nothing to a reader (html/left-out.ts reports those), and the tail of
 *   one whose `<` was lost (`span id="x" />`);
 * - labels that only Markdown reads: of footnotes (`[^a]`), of references (`[text][label]`), of notes (`[!NOTE]`);
 * - where an image is (html/settled-html.ts reports it);
 * - the line that says when a page was generated (repairs/trailer.ts), and the one above a title that names the kind
 *   of page (parts/header.ts);
 * - the words around dates that became fields: labels, names of months and of weekdays.
 */
const blankedMarks: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['span id=', /\bspan id="[^"]*"\s*\/?(?:>|&gt;)/g],
  ['[^', /\[\^[^\]\n]*\]/g],
  ['[!', /\[!(?:note|tip|important|warning|caution)\]/g],
  ['][', /(?<=\])\[[^\]\n]*\]/g],
  [']:', /^ {0,3}\[[^\]\n]+\]:/gm],
];
const imageSource = /!\[[^\]]*\]\([^)\s]*/g;

/** An address with its scheme, or in the brackets of a link. */
const absolute = /\b(?:https?|ftp|mailto|tel):[^\s<>"“”„»«’`|]+/g;
const destination = /\]\(\s*(<[^>\n]*>|(?:[^()\s]|\([^()\s]*\))+)/g;

export interface Source {
  /** In lower case, with spaces for all that is no word. */
  readonly words: string;
  /** The addresses that it links to, and where. */
  readonly addresses: readonly { readonly address: string; readonly at: number }[];
  /** Lines of fenced code, and where. */
  readonly code: readonly { readonly line: string; readonly at: number }[];
}

const blanks = (text: string): string => text.replace(/[^\n]/g, ' ');

export function readSource(body: string): Source {
  const lower = body.toLowerCase();
  // A letter whose lower case is longer would move everything behind it.
  let words = lower.length === body.length ? lower : body;
  const code = fencedLines(words);
  if (words.includes('<')) words = withoutMarkup(words, code.ranges);
  const addresses: { address: string; at: number }[] = [];
  const take = (pattern: RegExp, read: (found: string) => string) => {
    words = words.replace(pattern, (whole: string, ...rest: unknown[]) => {
      const at = Number(rest.find((one) => typeof one === 'number'));
      const address = read(typeof rest[0] === 'string' ? rest[0] : whole);
      if (address === '' || isInside(at, code.ranges)) return whole;
      addresses.push({ address, at });
      return typeof rest[0] === 'string'
        ? `](${blanks(whole.slice(2))}`
        : `${blanks(whole.slice(0, address.length))}${whole.slice(address.length)}`;
    });
  };
  if (words.includes('!['))
    words = words.replace(
      imageSource,
      (image) => `${image.slice(0, image.lastIndexOf('('))}${blanks(image.slice(image.lastIndexOf('(')))}`,
    );
  for (const [sign, pattern] of blankedMarks)
    if (words.includes(sign)) words = words.replace(pattern, blanks);
  if (words.includes('](')) take(destination, (found) => found.replace(/^<|>$/g, ''));
  if (words.includes(':')) take(absolute, endOfAddress);
  return { words, addresses, code: code.lines };
}

/** Punctuation at the end belongs to the sentence. */
function endOfAddress(found: string): string {
  const cut = found.search(/[\u2018-\u201f\u2026\u3000-\u303f\uff00-\uff65]|\]\(|\*\*|~~/);
  const address = (cut === -1 ? found : found.slice(0, cut)).replace(/[?!.,:;*_~'"\]\\]+$/, '');
  const isOpened = address.split('(').length >= address.split(')').length;
  return isOpened ? address : address.replace(/\)[^)]*$/, '');
}

type Range = readonly [from: number, to: number];
const isInside = (at: number, ranges: readonly Range[]): boolean =>
  ranges.some(([from, to]) => at >= from && at < to);

/** Fences as they begin lines, also in lists and quotations. */
function fencedLines(text: string): { lines: { line: string; at: number }[]; ranges: Range[] } {
  const lines: { line: string; at: number }[] = [];
  const ranges: Range[] = [];
  if (!text.includes('```') && !text.includes('~~~')) return { lines, ranges };
  let open: { mark: string; from: number } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const mark = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (open === undefined && mark !== undefined) open = { mark, from: at };
    else if (open !== undefined && mark?.startsWith(open.mark) && line.trim().endsWith(mark)) {
      ranges.push([open.from, at]);
      open = undefined;
    } else if (open !== undefined && line.trim() !== '')
      lines.push({ line: line.replace(/^[ \t]*(?:>[ \t]?)*/, '').trim(), at });
    at += line.length + 1;
  }
  if (open !== undefined) ranges.push([open.from, text.length]);
  return { lines, ranges };
}

const known: ReadonlySet<string> = new Set(htmlTagNames);
const spoken = new Set(['title', 'alt', 'aria-label']);

/** Without comments and tags; what an attribute says to a reader stays. */
function withoutMarkup(text: string, fenced: readonly Range[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { kind, name, attributes, start, end } of markupIn(withoutRanges(text, fenced))) {
    if (start < from || isInCode(text, start)) continue;
    const tag = text.slice(start, end);
    if (kind === 'comment' ? !/^<!--[\s\S]*-->$/.test(tag) : !known.has(name)) continue;
    let kept = blanks(tag);
    for (const [attribute, value] of attributes) {
      if (!spoken.has(attribute) && attribute !== 'href') continue;
      const at = tag.indexOf(value);
      if (at > 0) kept = `${kept.slice(0, at)}${value}${kept.slice(at + value.length)}`;
    }
    pieces.push(text.slice(from, start), kept.length === tag.length ? kept : blanks(tag));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

function withoutRanges(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    pieces.push(text.slice(end, from), blanks(text.slice(from, to)));
    end = to;
  }
  return pieces.join('') + text.slice(end);
}

/** Whether an odd number of backticks is before it on its line. */
function isInCode(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return before.includes('`') && (before.match(/`+/g)?.length ?? 0) % 2 === 1;
}
