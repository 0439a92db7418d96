import type { Finding } from '../../model/problem.ts';
import { excess, maxNesting, tooDeep } from './limits.ts';

/*
 * What would take too long to parse, counted before anything is parsed, in one pass over the lines. Parsers of
 * Markdown and HTML take more than time in proportion on some texts, and on all others time in proportion to the
 * number of marks, not of letters. Each figure keeps what it counts well below a second, and is many times what
 * the largest of some 900 real documents has (530 kB, 10,000 lines); that figure is in brackets.
 */

/** Lines of the file [10,072]. */
const maxLines = 30_000;
/** Bars of one line [4]. */
const maxBarsOfLine = 1000;

/** Characters of a line that only divides: a parser tries every one of them as a list [100]. */
const longestBreak = 1000;

/** What is counted, and how much of it is too much. */
interface Limits {
  /** Lists and quotations around a line [4]. */
  readonly levels: number;
  /** List markers and quotation marks at the beginning of lines [375]. */
  readonly markers: number;
  /** Lines that are a heading, or underline one [97]. */
  readonly headings: number;
  /** Emphasis, code, strike-through and openings of links in one block [206]. */
  readonly delimiters: number;
  /** Ends of links in one block: each may be sought a beginning [206]. */
  readonly ends: number;
}

const ofMarkdown: Limits = {
  levels: maxNesting,
  markers: 8000,
  headings: 2000,
  delimiters: 2500,
  ends: 4000,
};

/**
 * In fenced code and in HTML nothing is Markdown, and a log or a patch may hold any number of its marks. But what
 * looks like code to this count need not be code to the parser: there are limits, far wider.
 */
const ofCode: Limits = {
  levels: 60,
  markers: 25_000,
  headings: 12_000,
  delimiters: 12_000,
  ends: 12_000,
};

/** A mark that is counted over the whole file, whatever it is in. */
interface Counted {
  readonly most: number;
  readonly what: string;
}

const counted = {
  // An inline comment, instruction or declaration is sought its end through the rest of its block [44].
  openings: { most: 2000, what: 'comments, instructions and declarations (`<!`, `<?`)' },
  tags: { most: 60_000, what: 'characters `<`' },
  references: { most: 50_000, what: 'characters `&`' },
  escapes: { most: 150_000, what: 'backslashes' },
  bars: { most: 45_000, what: 'bars of tables' },
  addresses: { most: 15_000, what: 'addresses' },
  footnotes: { most: 4000, what: 'footnotes and mentions of them' },
  delimiters: { most: 60_000, what: 'characters of markup (`*`, `_`, `~`, `` ` ``)' },
  definitions: { most: 2500, what: 'definitions of links' },
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
/** What may begin a list inside a paragraph (CommonMark 5.2). */
const interrupting = /^(?:[-*+][ \t]+\S|1[.)][ \t]+\S)/;
const heading = /^(?:#{1,6}(?=[ \t]|$)|(?:=+|-{2,})[ \t]*$)/;
const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const definition = /^\[[^\]]{1,999}\]:/;
const fence = /^(`{3,}(?=[^`]*$)|~{3,})/;
/** The row below the head of a table (GFM 4.10). */
const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

const cellsOf = (row: string): number =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/).length;

/** What in the text would take too long to parse. To be asked before parsing. */
export function excessBeforeParsing(body: string): Finding | undefined {
  const lines = body.split('\n');
  if (lines.length > maxLines) return excess(`more than ${maxLines} lines`, 'divide the file', maxLines + 1);
  const totals = new Map<keyof typeof counted, number>();
  const count = (counter: keyof typeof counted, at: number): Finding | undefined => {
    const total = (totals.get(counter) ?? 0) + 1;
    totals.set(counter, total);
    const { most, what } = counted[counter];
    return total > most ? excess(`more than ${most} ${what}`, 'divide the file', at) : undefined;
  };
  const around = containers();
  // What looks like a list in code does not enclose what follows.
  let inCode = containers();
  const found = { code: { markers: 0, headings: 0 }, markdown: { markers: 0, headings: 0 } };
  let [delimiters, ends] = [0, 0];
  let blank = true;
  let inHtml = false;
  let inTable = false;
  let open: { readonly mark: string; readonly column: number } | undefined;
  let before = '';
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (blank && open === undefined) inHtml = htmlBlock.test(line);
    // Only spaces and tabs make a line blank (CommonMark 2.1).
    blank = /^[ \t]*$/.test(line);
    const { column, depth, opened, rest, marked } = (open === undefined ? around : inCode).enter(line, blank);
    const [mark] = fence.exec(rest) ?? [];
    const wasOpen = open !== undefined;
    // A fence ends with its like, or with the list that it is in.
    if (open !== undefined && (closes(rest, open.mark) || (!blank && column < open.column))) open = undefined;
    else if (open === undefined && mark !== undefined && !inHtml) {
      open = { mark, column: around.column() };
      inCode = containers();
    }
    const isCode = wasOpen || inHtml;
    const { levels, markers, headings, ...most } = isCode ? ofCode : ofMarkdown;
    const kinds = isCode ? found.code : found.markdown;
    if (line.length > longestBreak && thematicBreak.test(rest))
      return excess('a thematic break of more than 1000 characters', 'shorten it', at);
    if (depth > levels) return tooDeep(at);
    kinds.markers += opened;
    if (heading.test(rest)) kinds.headings += 1;
    if (kinds.markers > markers)
      return excess(`more than ${markers} list items and quotations`, 'divide the file', at);
    if (kinds.headings > headings) return excess(`more than ${headings} headings`, 'divide the file', at);
    inTable &&= !blank;
    if (!inTable && delimiterRow.test(rest) && before.includes('|'))
      inTable = cellsOf(before) === cellsOf(rest);
    // A new paragraph, a new item and a row of a table are parsed by themselves.
    if (blank || rest === '' || inTable || interrupting.test(marked)) [delimiters, ends] = [0, 0];
    if (definition.test(rest)) {
      const excessive = count('definitions', at);
      if (excessive !== undefined) return excessive;
    }
    const bars = totals.get('bars') ?? 0;
    for (const [one] of line.matchAll(marks)) {
      if (one.startsWith('[') || /[*_`~]/.test(one)) delimiters += 1;
      if (one === ']') ends += 1;
      const counter = counterOf(one);
      // A bar or a name in code or HTML is no table and no emphasis, wherever it is.
      if (counter === undefined || (isCode && (counter === 'bars' || counter === 'delimiters'))) continue;
      const excessive = count(counter, at);
      if (excessive !== undefined) return excessive;
    }
    if ((totals.get('bars') ?? 0) - bars > maxBarsOfLine)
      return excess(`a line with more than ${maxBarsOfLine} bars`, 'divide the table', at);
    if (delimiters > most.delimiters)
      return excess(
        `a block with more than ${most.delimiters} characters of markup`,
        'divide it by blank lines',
        at,
      );
    if (ends > most.ends)
      return excess(`a block with more than ${most.ends} brackets`, 'divide it by blank lines', at);
    before = rest;
  }
  return undefined;
}

/** Whether a line ends the fence that begins with `mark` (CommonMark 4.5). */
const closes = (rest: string, mark: string): boolean =>
  rest.startsWith(mark) && rest.trimEnd() === (mark[0] ?? '').repeat(rest.trimEnd().length);

/** Where a line is in lists and quotations. */
interface Entered {
  /** How many are around its text. */
  readonly depth: number;
  /** How many of them it begins. */
  readonly opened: number;
  /** The column in which its first mark or text is. */
  readonly column: number;
  /** It, behind the indentation alone, and behind markers too. */
  readonly marked: string;
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
function containers(): { enter(line: string, blank: boolean): Entered; column(): number } {
  /** For each item that is open, the column in which its text begins. */
  let columns: number[] = [];
  let afterBlank = true;
  return {
    enter(line, blank) {
      if (blank) {
        afterBlank = true;
        return { depth: columns.length, opened: 0, column: 0, marked: '', rest: '' };
      }
      const first = indentation(line, 0, 0);
      let { column, at } = first;
      const inside = columns.filter((start) => start <= column);
      let depth = inside.length;
      const isMarker = (base: number) =>
        column - base < 4 && marker.test(line.slice(at)) && !thematicBreak.test(line.slice(at));
      if (afterBlank || isMarker(inside.at(-1) ?? 0)) columns = inside;
      let opened = 0;
      let base = inside.at(-1) ?? 0;
      while (isMarker(base)) {
        opened += 1;
        depth += 1;
        const [mark = ''] = marker.exec(line.slice(at)) ?? [];
        const next = indentation(line, at + mark.length, column + mark.length);
        const width = next.column - column - mark.length;
        // More than four spaces behind a marker belong to its text.
        base = column + mark.length + (mark === '>' ? Math.min(width, 1) : width > 4 ? 1 : width);
        // A quotation has its mark on every line; what is around the text of an item, only its indentation.
        if (mark !== '>') columns = [...columns, base];
        ({ column, at } = next);
        if (depth > ofCode.levels) break;
      }
      afterBlank = false;
      return {
        depth: Math.max(depth, columns.length),
        opened,
        column: first.column,
        marked: line.slice(first.at),
        rest: line.slice(at),
      };
    },
    column: () => columns.at(-1) ?? 0,
  };
}

/** The column behind spaces and tabs (to the next column that 4 divides), and where in the line that is. */
function indentation(line: string, from: number, start: number): { column: number; at: number } {
  let [at, column] = [from, start];
  for (; line[at] === ' ' || line[at] === '\t'; at += 1) column += line[at] === '\t' ? 4 - (column % 4) : 1;
  return { column, at };
}
