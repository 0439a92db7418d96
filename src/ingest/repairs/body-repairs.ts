import type { List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { type Markup, markupIn, onlyMarkup } from '../../html/tags.ts';
import { readAlerts } from '../tree/alerts.ts';
import { boldStart } from '../tree/bold-start.ts';
import { parseArchive, parseInline, plainText, trimStart } from '../tree/markdown.ts';
import { visit, visitAll } from '../tree/visit.ts';
import { labelRoles, roleOfHeading } from '../words/heading-roles.ts';
import { dateAtStart } from '../words/written-date.ts';
import { joinBoldPieces, mendBold, splitAtBoldLines } from './bold.ts';
import { readCells, unindentTables } from './html-tables.ts';
import { breakLines } from './line-breaks.ts';
import { joinScatteredItems, joinSeparatedLists, keepBlocksInSteps } from './list-repairs.ts';

/**
 * One way in which the Markdown of real files deviates from what its author meant, and its remedy, on
 * the tree. A repair loses no word.
 */
export interface BodyRepair {
  readonly finds: string;
  apply(root: Root, source: string): void;
}

export const bodyRepairs: readonly BodyRepair[] = [
  { finds: 'a table in HTML indented into code', apply: unindentTables },
  { finds: 'Markdown in the cells of HTML', apply: readCells },
  { finds: 'quotations that are notes', apply: readAlerts },
  { finds: 'paths that Markdown took a backslash from', apply: keepPathsWhole },
  { finds: 'dates that begin lines, and a list to Markdown', apply: restoreDates },
  { finds: 'one list made into many', apply: joinSeparatedLists },
  { finds: 'a block between two steps', apply: keepBlocksInSteps },
  { finds: 'a sentence scattered over items', apply: joinScatteredItems },
  { finds: 'headings in HTML', apply: readHtmlHeadings },
  { finds: 'headings inside a list item', apply: liftHeadings },
  { finds: 'labels inside a list item', apply: liftLabels },
  { finds: 'empty spans', apply: dropEmptySpans },
  { finds: 'bold that does not close', apply: mendBold },
  { finds: 'bold in pieces', apply: joinBoldPieces },
  { finds: 'gaps of no-break spaces', apply: closeGaps },
  { finds: 'line ends that mean line breaks', apply: breakLines },
  { finds: 'a bold line inside a paragraph', apply: splitAtBoldLines },
];

export function repairBody(root: Root, source: string): void {
  for (const repair of bodyRepairs) repair.apply(root, source);
}

/**
 * `10. juni 2008 kom …` is a numbered list to Markdown: its first number is the only one that counts,
 * and the next days would be shown wrong. Where every item begins with a date, none of them is one.
 */
function restoreDates(root: Root, source: string): void {
  visit(root, 'list', (list, index, parent) => {
    if (!list.ordered || parent === undefined || index === undefined) return;
    const items = list.children.map((item) => datedItem(item, source));
    if (items.some((item) => item === undefined)) return;
    parent.children.splice(index, 1, ...items.flatMap((item) => item ?? []));
  });
}

function datedItem({ children: [first, ...blocks], position }: ListItem, source: string) {
  if (first?.type !== 'paragraph') return undefined;
  const number = /^\d{1,2}[.)]/.exec(
    source.slice(position?.start.offset, (position?.start.offset ?? 0) + 3),
  )?.[0];
  if (number === undefined || dateAtStart(`${number} ${plainText(first)}`, 'day first') === undefined)
    return undefined;
  return [
    { ...first, children: [{ type: 'text' as const, value: `${number} ` }, ...first.children] },
    ...blocks,
  ];
}

/** Headings in HTML are headings too. */
function readHtmlHeadings(root: Root): void {
  root.children = root.children.map((node) => {
    const found = node.type === 'html' ? headingIn(node.value.trimEnd()) : undefined;
    if (found === undefined) return node;
    return {
      type: 'heading',
      depth: found.depth,
      children: parseInline(found.content, parseArchive),
      ...(node.position && { position: node.position }),
    };
  });
}

/** `<h2>Words</h2>` and nothing else. */
function headingIn(html: string): { depth: 1 | 2 | 3 | 4 | 5 | 6; content: string } | undefined {
  const [open, close, ...others] = markupIn(html);
  const isWhole =
    open?.kind === 'start' &&
    close?.kind === 'end' &&
    others.length === 0 &&
    open.name === close.name &&
    open.start === 0 &&
    close.end === html.length;
  const depth = isWhole ? /^h([1-6])$/.exec(open.name)?.[1] : undefined;
  const content = html.slice(open?.end, close?.start);
  if (depth === undefined || content.trim() === '' || content.length > longestHeading) return undefined;
  return { depth: Number(depth) as 1, content };
}

/** In characters. What is longer is no heading, whatever its tag. */
const longestHeading = 500;

/** Two no-break spaces are as wide as a word; no author means that. */
function closeGaps(root: Root): void {
  visit(root, 'text', (text) => {
    text.value = text.value.replace(/\u00A0{2,}/g, '\u00A0');
  });
}

/** A heading ends the list that it stands in, and what follows it in its item follows the list. */
function liftHeadings(root: Root): void {
  lift(root, ({ type }) => type === 'heading');
}

/** So does a bold label that older files set instead of a heading (`**Revisionen:**`). */
function liftLabels(root: Root): void {
  lift(root, (node) => {
    const label = node.type === 'paragraph' ? boldStart(node)?.text : undefined;
    const role = label === undefined || !/[:：]$/.test(label) ? undefined : roleOfHeading(label);
    return role !== undefined && labelRoles.has(role);
  });
}

type Opens = (node: RootContent) => boolean;

function lift(root: Root, opens: Opens): void {
  root.children = root.children.flatMap((child) => (child.type === 'list' ? lifted(child, opens) : [child]));
}

function lifted(list: List, opens: Opens): RootContent[] {
  if (!holdsOpening(list, opens)) return [list];
  const out: RootContent[] = [];
  let items: ListItem[] = [];
  const flush = (before: number) => {
    if (items.length > 0)
      out.push({ ...list, start: startAfter(list, before - items.length), children: items });
    items = [];
  };
  for (const [index, item] of list.children.entries()) {
    const at = item.children.findIndex(
      (child) => opens(child) || (child.type === 'list' && holdsOpening(child, opens)),
    );
    // What an item begins with is the item.
    if (at === -1 || (at === 0 && item.children[0]?.type === 'paragraph')) {
      items.push(item);
      continue;
    }
    if (at > 0) items.push({ ...item, children: item.children.slice(0, at) });
    flush(index + (at > 0 ? 1 : 0));
    out.push(
      ...item.children
        .slice(at)
        .flatMap((child): RootContent[] => (child.type === 'list' ? lifted(child, opens) : [child])),
    );
  }
  flush(list.children.length);
  return out;
}

const startAfter = (list: List, items: number): number | null =>
  list.ordered ? (list.start ?? 1) + items : null;

const holdsOpening = (list: List, opens: Opens): boolean =>
  list.children.some((item) =>
    item.children.some((child) => opens(child) || (child.type === 'list' && holdsOpening(child, opens))),
  );

/** `<span></span>` and `<span id="…"></span>` mark nothing once their page is gone. */
function dropEmptySpans(root: Root): void {
  visitAll(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return;
    const children: PhrasingContent[] = [];
    for (const child of node.children) {
      const last = children.at(-1);
      if (isSpan(child, 'end') && last !== undefined && isSpan(last, 'start')) children.pop();
      else children.push(child);
    }
    node.children = children;
    const [first] = children;
    // The tail of a tag whose `<` was lost: `span id="ID0E3NAC" /> Agradecimentos`.
    if (first?.type === 'text') first.value = first.value.replace(/^\s*span id="[^"]*"\s*\/?>/, '');
    trimStart(node.children);
  });
}

function isSpan(node: PhrasingContent, kind: Markup['kind']): boolean {
  const tag = node.type === 'html' ? onlyMarkup(node.value) : undefined;
  return tag?.name === 'span' && tag.kind === kind;
}

/**
 * A backslash before a brace is nothing to Markdown. Behind a key it is part of the path, and the brace
 * begins a GUID: `ActiveX Compatibility\{D27CDB6E-…}`.
 */
function keepPathsWhole(root: Root, source: string): void {
  visit(root, 'text', (text) => {
    if (text.position === undefined) return;
    const written = source.slice(text.position.start.offset, text.position.end.offset);
    if (!/[\w)]\\\{[0-9A-Fa-f]{8}-/.test(written)) return;
    text.value = text.value.replace(/(?<=[\w)])\{(?=[0-9A-Fa-f]{8}-)/g, '\\{');
  });
}
