import type { Root } from 'mdast';
import { markupIn } from '../../html/tags.ts';
import type { Finding } from '../../model/problem.ts';
import { isParent } from './markdown.ts';
import { visit } from './visit.ts';

/*
 * Limits that keep a file’s time and memory in proportion to its size: of the tree, once it is parsed. What would
 * take too long to parse is counted before (source-limits.ts). The figures in brackets are the most that 60 real
 * advisories of an archive reach.
 */
/** Quotations, lists and emphasis inside each other [4]. */
export const maxNesting = 16;
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

export const excess = (what: string, remedy: string, line?: number): Finding => ({
  outcome: 'refused',
  rule: 'limit-exceeded',
  line,
  what,
  remedy,
});

export const tooDeep = (line?: number): Finding =>
  excess(`nested more than ${maxNesting} levels deep`, 'flatten it', line);

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
