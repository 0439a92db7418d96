import type { Finding } from '../model/problem.ts';
import { excess, maxNesting, tooDeep } from './limits.ts';

/*
 * What would take too long to parse, counted before anything is parsed, in one pass over the lines. Parsers of
 * Markdown and HTML take more than time in proportion on some texts, and on all others time in proportion to the
 * number of marks, not of letters. Each figure keeps what it counts well below a second, and is many times what
 * the largest of some 900 real documents has (530 kB, 10,000 lines); that figure is in brackets.
 */

/** Lines of the file [10,072]. */
const maxLines = 30_000;
/** Lines that begin with a list marker or a quotation mark [375]. */
const maxMarkers = 4000;
/** Lines that are a heading, or underline one [97]. */
const maxHeadings = 2000;
/** Bars of one line [4]. */
const maxBarsOfLine = 1000;
/** Emphasis, code, strike-through and openings of links in one block [206]. */
const maxDelimitersOfBlock = 1500;
/** Ends of links in one block: each may be sought a beginning [206]. */
const maxEndsOfBlock = 4000;

/** A mark that is counted over the whole file. */
interface Counted {
  readonly most: number;
  readonly what: string;
}

const counted = {
  // An inline comment, instruction or declaration is sought its end through the rest of its block [44].
  openings: { most: 2000, what: 'comments, instructions and declarations (`<!`, `<?`)' },
  tags: { most: 100_000, what: 'characters `<`' },
  references: { most: 50_000, what: 'characters `&`' },
  escapes: { most: 150_000, what: 'backslashes' },
  bars: { most: 20_000, what: 'bars of tables' },
  addresses: { most: 10_000, what: 'addresses' },
  footnotes: { most: 4000, what: 'footnotes and mentions of them' },
  delimiters: { most: 60_000, what: 'characters of markup (`*`, `_`, `~`, `` ` ``)' },
} as const satisfies Record<string, Counted>;

const marks = /<[!?]?|&|\\|\||:\/\/|www\.|@|\[\^?|\]|[*_`~]/gi;

function counterOf(mark: string): keyof typeof counted | undefined {
  if (mark === '<!' || mark === '<?') return 'openings';
  if (mark === '<') return 'tags';
  if (mark === '&') return 'references';
  if (mark === '\\') return 'escapes';
  if (mark === '|') return 'bars';
  if (mark === '[^') return 'footnotes';
  if (/[@:.]/.test(mark)) return 'addresses';
  return /[*_`~]/.test(mark) ? 'delimiters' : undefined;
}

/**
 * What begins an HTML block of the sixth kind (CommonMark 4.6): nothing in it is Markdown until a blank
 * line.
 */
const htmlBlock =
  /^ {0,3}<\/?(?:blockquote|caption|center|col|colgroup|dd|div|dl|dt|h[1-6]|hr|li|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)(?=[ \t>]|\/>|$)/i;

const marker = /^(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/;
const heading = /^(?:#{1,6}(?=[ \t]|$)|(?:=+|-{2,})[ \t]*$)/;

/** What in the text would take too long to parse. To be asked before parsing. */
export function excessBeforeParsing(body: string): Finding | undefined {
  const lines = body.split('\n');
  if (lines.length > maxLines) return excess(`more than ${maxLines} lines`, 'divide the file', maxLines + 1);
  const totals = new Map<string, number>();
  const around = containers();
  let [markers, headings, delimiters, ends] = [0, 0, 0, 0];
  let blank = true;
  let inHtml = false;
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (blank) inHtml = htmlBlock.test(line);
    // Only spaces and tabs make a line blank (CommonMark 2.1).
    blank = /^[ \t]*$/.test(line);
    const { depth, opened, rest } = around.enter(line, blank);
    if (depth > maxNesting) return tooDeep(at);
    if (opened) markers += 1;
    if (heading.test(rest)) headings += 1;
    // A row of a table and an item of a list are parsed by themselves.
    if (blank || opened || rest.startsWith('|')) [delimiters, ends] = [0, 0];
    const bars = totals.get('bars') ?? 0;
    for (const [mark] of inHtml ? [] : line.matchAll(marks)) {
      if (mark.startsWith('[') || /[*_`~]/.test(mark)) delimiters += 1;
      if (mark === ']') ends += 1;
      const counter = counterOf(mark);
      if (counter === undefined) continue;
      const total = (totals.get(counter) ?? 0) + 1;
      totals.set(counter, total);
      const { most, what } = counted[counter];
      if (total > most) return excess(`more than ${most} ${what}`, 'divide the file', at);
    }
    if ((totals.get('bars') ?? 0) - bars > maxBarsOfLine)
      return excess(`a line with more than ${maxBarsOfLine} bars`, 'divide the table', at);
    if (markers > maxMarkers)
      return excess(`more than ${maxMarkers} list items and quotations`, 'divide the file', at);
    if (headings > maxHeadings) return excess(`more than ${maxHeadings} headings`, 'divide the file', at);
    if (delimiters > maxDelimitersOfBlock)
      return excess(
        `a block with more than ${maxDelimitersOfBlock} characters of markup`,
        'divide it by blank lines',
        at,
      );
    if (ends > maxEndsOfBlock)
      return excess(`a block with more than ${maxEndsOfBlock} brackets`, 'divide it by blank lines', at);
  }
  return undefined;
}

/** Where a line is in lists and quotations. */
interface Entered {
  /** How many are around its text. */
  readonly depth: number;
  /** Whether it begins one. */
  readonly opened: boolean;
  /** Its text, behind indentation and markers. */
  readonly rest: string;
}

/**
 * Follows lists and quotations from line to line by their indentation (CommonMark 5.1, 5.2):
 *
 *   - a            1 around `a`
 *     - b          2 around `b`: indented to the text of the item before
 *    - c           1: less than that
 *   > - d          2 around `d`
 *          - e     0 more: four spaces further in than any text before is code, or goes on with a paragraph
 */
function containers(): { enter(line: string, blank: boolean): Entered } {
  /** For each item that is open, the column in which its text begins. */
  let columns: number[] = [];
  let afterBlank = true;
  return {
    enter(line, blank) {
      if (blank) {
        afterBlank = true;
        return { depth: columns.length, opened: false, rest: '' };
      }
      let { column, at } = indentation(line, 0, 0);
      const inside = columns.filter((start) => start <= column);
      let depth = inside.length;
      const isMarker = (base: number) => column - base < 4 && marker.test(line.slice(at));
      if (afterBlank || isMarker(inside.at(-1) ?? 0)) columns = inside;
      let opened = false;
      let base = inside.at(-1) ?? 0;
      while (isMarker(base)) {
        opened = true;
        depth += 1;
        const [mark = ''] = marker.exec(line.slice(at)) ?? [];
        const next = indentation(line, at + mark.length, column + mark.length);
        const width = next.column - column - mark.length;
        // More than four spaces behind a marker belong to its text.
        base = column + mark.length + (mark === '>' ? Math.min(width, 1) : width > 4 ? 1 : width);
        // A quotation has its mark on every line; what is around the text of an item, only its indentation.
        if (mark !== '>') columns = [...columns, base];
        ({ column, at } = next);
        if (depth > maxNesting) break;
      }
      afterBlank = false;
      return { depth: Math.max(depth, columns.length), opened, rest: line.slice(at) };
    },
  };
}

/** The column behind spaces and tabs (to the next column that 4 divides), and where in the line that is. */
function indentation(line: string, from: number, start: number): { column: number; at: number } {
  let [at, column] = [from, start];
  for (; line[at] === ' ' || line[at] === '\t'; at += 1) column += line[at] === '\t' ? 4 - (column % 4) : 1;
  return { column, at };
}
