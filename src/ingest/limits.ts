import type { Root } from 'mdast';
import { markupIn } from '../html/tags.ts';
import type { Finding } from '../model/problem.ts';
import { isParent } from './markdown.ts';
import { visit } from './visit.ts';

/*
 * Limits that keep a file’s time and memory in proportion to its size. Parsing Markdown and HTML takes
 * more than that on hostile input: runs of delimiters, deep nesting, wide tables whose rows are filled
 * up. The figures in brackets are the most that 60 real advisories of an archive reach.
 */
/** Delimiters of one block [206]. */
const maxDelimiters = 1500;
/** Quotations, lists and emphasis inside each other [4]. */
const maxNesting = 16;
/** Lines that begin with a list marker [158]. */
const maxMarkers = 4000;
/** Bars of one line [4]. */
const maxBars = 1000;
/** Cells of a GFM table, with those that its head adds to shorter rows [30]. */
const maxCells = 20_000;
/** Elements open at once in raw HTML [1]. */
const maxOpenElements = 128;
/** Of these, elements that an HTML parser opens again in every block until they are closed [0]. */
const maxOpenFormatting = 16;
/** Headings, questions and labels [36]; and entries of the history [55]. */
export const maxParts = 1000;
export const maxRevisions = 500;
/** Characters of a revision’s note that is read as Markdown [463]. */
export const maxNoteLength = 2000;

const excess = (what: string, remedy: string, line?: number): Finding => ({
  outcome: 'refused',
  rule: 'limit-exceeded',
  line,
  what,
  remedy,
});

const tooDeep = (line?: number): Finding =>
  excess(`nested more than ${maxNesting} levels deep`, 'flatten it', line);

/**
 * What begins an HTML block of the sixth kind (CommonMark 4.6): nothing in it is Markdown until a blank
 * line.
 */
const htmlBlock =
  /^ {0,3}<\/?(?:blockquote|caption|center|col|colgroup|dd|div|dl|dt|h[1-6]|hr|li|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)(?=[ \t>]|\/>|$)/i;

/** What in the text would take too long to parse. To be asked before parsing. */
export function excessBeforeParsing(body: string): Finding | undefined {
  let delimiters = 0;
  let markers = 0;
  let blank = true;
  let inHtml = false;
  for (const [index, line] of body.split('\n').entries()) {
    if (blank) inHtml = htmlBlock.test(line);
    // Only spaces and tabs make a line blank (CommonMark 2.1).
    blank = /^[ \t]*$/.test(line);
    const prefix = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? '';
    if ((prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0) > maxNesting) return tooDeep(index + 1);
    if (prefix !== '') markers += 1;
    // A row of a table and an item of a list are parsed by themselves.
    if (blank || prefix !== '' || /^[ \t]*\|/.test(line)) delimiters = 0;
    if (markers > maxMarkers)
      return excess(`more than ${maxMarkers} list items and quotations`, 'divide the file', index + 1);
    if (line.length > maxBars && (line.match(/\|/g)?.length ?? 0) > maxBars) {
      return excess(`a line with more than ${maxBars} bars`, 'divide the table', index + 1);
    }
    if (!inHtml) delimiters += line.match(/[*_`~[]/g)?.length ?? 0;
    if (delimiters > maxDelimiters) {
      return excess(
        `a block with more than ${maxDelimiters} characters of markup`,
        'divide it by blank lines',
        index + 1,
      );
    }
  }
  return undefined;
}

/** Whether the tree is nested deeper, or its tables are larger, than any page could show. */
export function excessOfTree(root: Root): Finding | undefined {
  const stack: { node: Root | Root['children'][number]; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    const line = node.position?.start.line;
    // A list and its item are one level to the reader, two in the tree.
    if (depth > maxNesting * 2) return tooDeep(line);
    if (node.type === 'table' && node.children.length * (node.align?.length ?? 0) > maxCells) {
      return excess(`a table with more than ${maxCells} cells`, 'divide it', line);
    }
    if (!isParent(node)) continue;
    for (const child of node.children) {
      stack.push({ node: child as Root['children'][number], depth: depth + 1 });
    }
  }
  return excessOfElements(root);
}

/** Elements that hold nothing, or end without a closing tag. */
const selfEnding =
  /^(?:area|base|br|caption|col|colgroup|dd|dt|hr|img|input|li|link|meta|option|p|source|tbody|td|tfoot|th|thead|tr|wbr)$/;
const formatting = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;
/** In these nothing ends without a closing tag. */
const foreign = new Set(['svg', 'math']);

/** Whether the raw HTML leaves more elements open than an HTML parser can follow in good time. */
function excessOfElements(root: Root): Finding | undefined {
  const open = new Map<string, number>();
  let found: Finding | undefined;
  let strict = false;
  visit(root, 'html', (node) => {
    const tags = markupIn(node.value).filter(({ kind }) => kind !== 'comment');
    strict ||= tags.some(({ name }) => foreign.has(name));
    for (const { kind, name } of tags) {
      if (!strict && selfEnding.test(name)) continue;
      // A closing tag without an opening one closes nothing.
      open.set(name, Math.max(0, (open.get(name) ?? 0) + (kind === 'end' ? -1 : 1)));
    }
    const counts = [...open];
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    const formats = counts.reduce((sum, [name, count]) => sum + (formatting.test(name) ? count : 0), 0);
    if (all <= maxOpenElements && formats <= maxOpenFormatting) return undefined;
    found = excess('more HTML elements than can stand open at once', 'close them', node.position?.start.line);
    return 'stop';
  });
  return found;
}

/** Whether there are more headings or revisions than a page can link. */
export function excessOfParts(parts: number, revisions: number): Finding | undefined {
  if (parts > maxParts) return excess(`more than ${maxParts} headings and questions`, 'divide the file');
  return revisions > maxRevisions
    ? excess(`more than ${maxRevisions} revisions`, 'join some of them')
    : undefined;
}
