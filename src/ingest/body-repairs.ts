import type { BlockContent, Html, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { mendBold, splitAtBoldLines } from './bold.ts';
import { plainText, trimEnd, trimStart } from './markdown.ts';
import { dateAtStart } from './written-date.ts';

/**
 * One way in which the Markdown of real files deviates from what its author meant, and its remedy, on
 * the tree. A repair loses no word.
 */
export interface BodyRepair {
  readonly finds: string;
  /** Whether it is for archive files only: in an own file the same thing is what the author meant. */
  readonly archiveOnly: boolean;
  apply(root: Root, source: string): void;
}

export const bodyRepairs: readonly BodyRepair[] = [
  { finds: 'a date that begins a line, and a list to Markdown', archiveOnly: false, apply: restoreDates },
  { finds: 'headings inside a list item', archiveOnly: false, apply: liftHeadings },
  { finds: 'empty spans', archiveOnly: false, apply: dropEmptySpans },
  { finds: 'bold that does not close', archiveOnly: true, apply: mendBold },
  { finds: 'line ends that mean line breaks', archiveOnly: true, apply: breakLines },
  { finds: 'a bold line inside a paragraph', archiveOnly: true, apply: splitAtBoldLines },
];

export function repairBody(root: Root, source: string, kind: 'own' | 'archive'): void {
  for (const repair of bodyRepairs) {
    if (kind === 'archive' || !repair.archiveOnly) repair.apply(root, source);
  }
}

/** `10. juni 2008 kom …` is a list of one item to Markdown, and in another list its number is lost. */
function restoreDates(root: Root): void {
  visit(root, 'list', (list, index, parent) => {
    const [item, ...others] = list.children;
    const [first, ...blocks] = item?.children ?? [];
    if (!list.ordered || others.length > 0 || first?.type !== 'paragraph') return;
    if (parent === undefined || index === undefined) return;
    const date = dateAtStart(`${list.start}. ${plainText(first)}`, 'day first');
    if (date === undefined) return;
    first.children.unshift({ type: 'text', value: `${list.start}. ` });
    parent.children.splice(index, 1, first, ...blocks);
  });
}

/** A heading ends the list that it stands in, and what follows it in its item follows the list. */
function liftHeadings(root: Root): void {
  root.children = root.children.flatMap((child) => (child.type === 'list' ? lifted(child) : [child]));
}

function lifted(list: List): RootContent[] {
  if (!holdsHeading(list)) return [list];
  const out: RootContent[] = [];
  let items: ListItem[] = [];
  const flush = (before: number) => {
    if (items.length > 0)
      out.push({ ...list, start: startAfter(list, before - items.length), children: items });
    items = [];
  };
  for (const [index, item] of list.children.entries()) {
    const at = item.children.findIndex(
      (child) => child.type === 'heading' || (child.type === 'list' && holdsHeading(child)),
    );
    if (at === -1) {
      items.push(item);
      continue;
    }
    if (at > 0) items.push({ ...item, children: item.children.slice(0, at) });
    flush(index + (at > 0 ? 1 : 0));
    out.push(
      ...item.children
        .slice(at)
        .flatMap((child): RootContent[] => (child.type === 'list' ? lifted(child) : [child])),
    );
  }
  flush(list.children.length);
  return out;
}

const startAfter = (list: List, items: number): number | null =>
  list.ordered ? (list.start ?? 1) + items : null;

const holdsHeading = (list: List): boolean =>
  list.children.some((item) =>
    item.children.some(
      (child: BlockContent | { type: string }) =>
        child.type === 'heading' || (child.type === 'list' && holdsHeading(child as List)),
    ),
  );

/** `<span></span>` and `<span id="…"></span>` mark nothing once their page is gone. */
function dropEmptySpans(root: Root): void {
  visit(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return;
    const children: PhrasingContent[] = [];
    for (const child of node.children) {
      const last = children.at(-1);
      if (isTag(child, /^<\/span\s*>$/i) && last !== undefined && isTag(last, /^<span[^>]*>$/i))
        children.pop();
      else children.push(child);
    }
    node.children = children;
    const [first] = children;
    // The tail of a tag whose `<` was lost: `span id="ID0E3NAC" /> Agradecimentos`.
    if (first?.type === 'text') first.value = first.value.replace(/^\s*span id="[^"]*"\s*\/?>/, '');
    trimStart(node.children);
  });
}

const isTag = (node: PhrasingContent, tag: RegExp): node is Html =>
  node.type === 'html' && tag.test(node.value);

/** In this dialect a paragraph is one line of the file; a line end within it is meant. */
function breakLines(root: Root): void {
  visit(root, 'text', (node, index, parent) => {
    if (parent === undefined || index === undefined || parent.type === 'heading') return;
    if (!node.value.includes('\n')) return;
    const lines = node.value.split('\n');
    const nodes = lines.flatMap((value, at): PhrasingContent[] => [
      ...(at > 0 ? [{ type: 'break' } as const] : []),
      ...(value.trim() === '' && lines.length > 1 && value !== ' ' ? [] : [{ ...node, value }]),
    ]);
    (parent.children as PhrasingContent[]).splice(index, 1, ...nodes);
    return index + nodes.length;
  });
  visit(root, 'paragraph', (paragraph) => {
    trimStart(paragraph.children);
    trimEnd(paragraph.children);
  });
}
