import { htmlTagNames } from 'html-tag-names';
import { markupIn } from '../../html/tags.ts';
import { changedAround, fencedCode, inlineCodeIn, isInside, type Range, withPlainCode } from './code.ts';
import { foldedCase } from './words.ts';

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
 * - the numbers of items and the boxes of tasks (tree/list-numbers.ts reports numbers that change);
 * - what is written behind the mark of a fence, which is for programs;
 * - where an image is, which the text keeps as a mark (html/images.ts);
 * - the line that says when a page was generated (repairs/trailer.ts), and the one above a title that names the kind
 *   of page (parts/header.ts);
 * - the words around dates that became fields: labels, names of months and of weekdays.
 */
const blankedMarks: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['span id=', /\bspan id="[^"]*"\s*\/?(?:>|&gt;)/g],
  ['[//]:', /^[ \t>]*\[\/\/\]:.*$/gm],
  ['[^', /\[\^[^\]\n]*\]/g],
  ['[!', /\[!(?:note|tip|important|warning|caution)\]/g],
  ['][', /(?<=\])\[[^\]]{0,300}\]/g],
];
const itemMark = /^([ \t>]*(?:[-*+][ \t]+)*)(?:\d{1,9}[.)]|[-*+])(?=[ \t]|$)(?:[ \t]+\[[ x]\](?=\s))?/gm;
const imageSource = /(!\[[^\]\n]{0,500}\]\()(<[^>\n]*>|[^)\s]*)/g;
/** `[label]: address` */
const definition = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[)([^\]\n]+)(\]:[ \t]*)(<[^>\n]*>|\S+)/gm;
/** `](address`, with brackets in it as far as people write them. */
const destination = /(\]\(\s*)(<[^>\n]*>|(?:\\.|[^()\s\\]|\((?:\\.|[^()\s\\]|\([^()\s]*\))*\))+)/g;
const absolute = /\b(?:https?|ftp|mailto|tel):[^\s<>"“”„»«’`|]+/g;

interface Address {
  readonly address: string;
  readonly at: number;
}

export interface Source {
  /** In lower case, with spaces for all that is no word. */
  readonly words: string;
  /** The addresses that it links to, and where. */
  readonly addresses: readonly Address[];
  /** Lines of fenced code, and where. */
  readonly code: readonly { readonly line: string; readonly at: number }[];
}

const blanks = (text: string): string => text.replace(/[^\n]/g, ' ');

/** @param body the text of a file, without its front matter */
export function readSource(body: string): Source {
  let words = foldedCase(body);
  const { lines, ranges, infos } = fencedCode(words);
  const addresses: Address[] = [];
  const add = (written: string, at: number) => {
    const address = written.replace(/^<|>$/g, '');
    if (address !== '') addresses.push({ address, at });
  };
  words = changedAround(words, infos, (piece) => piece, blanks);
  if (words.includes('<')) words = withoutMarkup(words, ranges, add);
  if (words.includes('&')) words = withPlainCode(words, ranges);
  words = words.replace(
    itemMark,
    (mark: string, before: string) => `${before}${blanks(mark.slice(before.length))}`,
  );
  for (const [sign, pattern] of blankedMarks)
    if (words.includes(sign)) words = words.replace(pattern, blanks);
  if (words.includes('!['))
    words = words.replace(imageSource, (_, before: string, source: string) => `${before}${blanks(source)}`);
  if (words.includes(']:'))
    words = words.replace(
      definition,
      (_, before: string, label: string, between: string, address: string, at: number) => {
        add(address, at);
        return `${before}${blanks(label)}${between}${blanks(address)}`;
      },
    );
  if (words.includes(']('))
    words = words.replace(destination, (whole, before: string, address: string, at: number) => {
      if (isInside(at, ranges)) return whole;
      add(address, at);
      return `${before}${blanks(address)}`;
    });
  if (words.includes(':'))
    words = words.replace(absolute, (found: string, at: number) => {
      if (isInside(at, ranges)) return found;
      const address = endOfAddress(found);
      add(address, at);
      return `${blanks(address)}${found.slice(address.length)}`;
    });
  return { words, addresses, code: lines };
}

/** Punctuation at the end belongs to the sentence, and so does a bracket that did not open in the address. */
function endOfAddress(found: string): string {
  const cut = found.search(/[\u2018-\u201f\u2026\u3000-\u303f\uff00-\uff65]|\]\(|\*\*|~~|&lt;|&gt;/);
  const address = (cut === -1 ? found : found.slice(0, cut)).replace(/[?!.,:;*_~'"\]\\]+$/, '');
  const isOpened = address.split('(').length >= address.split(')').length;
  return isOpened ? address : address.replace(/\)[^)]*$/, '');
}

const known: ReadonlySet<string> = new Set(htmlTagNames);
const spoken = new Set(['title', 'alt', 'aria-label']);

/** Without comments and tags; what an attribute says to a reader stays. */
function withoutMarkup(
  text: string,
  fenced: readonly Range[],
  add: (address: string, at: number) => void,
): string {
  const pieces: string[] = [];
  let from = 0;
  const plain = changedAround(text, fenced, (piece) => piece, blanks);
  const inline = inlineCodeIn(plain);
  for (const { kind, name, attributes, start, end } of markupIn(plain)) {
    if (start < from || isInside(start, inline)) continue;
    const tag = text.slice(start, end);
    if (kind === 'comment' ? !/^<!--[\s\S]*-->$/.test(tag) : !known.has(name)) continue;
    if (name === 'a') add(attributes.get('href') ?? '', start);
    let kept = blanks(tag);
    for (const [attribute, value] of attributes) {
      const at = spoken.has(attribute) ? tag.indexOf(value) : -1;
      if (at > 0) kept = `${kept.slice(0, at)}${value}${kept.slice(at + value.length)}`;
    }
    pieces.push(text.slice(from, start), kept.length === tag.length ? kept : blanks(tag));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}
