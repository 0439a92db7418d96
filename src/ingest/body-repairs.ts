import type {
  BlockContent,
  Html,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { plainText } from './markdown.ts';
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

/**
 * `**Was ist das? **`, `**Was ist das?␤**Antwort`: with white space before it a closing run does not
 * close, and the asterisks stay in the text. They are paired here, unless the author escaped them.
 */
function mendBold(root: Root, source: string): void {
  visit(root, 'paragraph', (paragraph) => {
    const literal = (node: PhrasingContent): node is Text =>
      node.type === 'text' && node.value.includes('**') && !sliceOf(node, source).includes('\\*');
    if (!paragraph.children.some(literal)) return;
    const parts = paragraph.children.flatMap((child) => (literal(child) ? splitAtBold(child) : [child]));
    paragraph.children = pairBold(parts);
    return SKIP;
  });
}

const boldMark = 'concord-bold-mark';
type Marked = PhrasingContent | { type: typeof boldMark };

const sliceOf = (node: Text, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** An empty bold (`****`) is nothing; every other `**` is a mark. */
function splitAtBold(node: Text): Marked[] {
  const pieces = node.value.replaceAll('****', '').split('**');
  return pieces.flatMap((value, index): Marked[] => [
    ...(index > 0 ? [{ type: boldMark } as const] : []),
    ...(value === '' ? [] : [{ ...node, value }]),
  ]);
}

function pairBold(parts: readonly Marked[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined) continue;
    if (part.type !== boldMark) {
      out.push(part);
      continue;
    }
    const close = parts.findIndex((other, index) => index > at && other.type === boldMark);
    // A mark without a partner: whatever it was to embolden cannot be told, so nothing is.
    if (close === -1) continue;
    const inner = parts.slice(at + 1, close) as PhrasingContent[];
    const tail = trimEnd(inner);
    if (inner.length > 0) out.push({ type: 'strong', children: inner });
    out.push(...tail);
    at = close;
  }
  return out;
}

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

/** A line that is bold from end to end is a label or a question; it begins a paragraph of its own. */
function splitAtBoldLines(root: Root): void {
  root.children = root.children.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph') return [node];
    const paragraphs: Paragraph[] = [];
    let current: PhrasingContent[] = [];
    for (const [index, child] of node.children.entries()) {
      const next = node.children[index + 1];
      const after = node.children[index + 2];
      const boldLine =
        child.type === 'break' && next?.type === 'strong' && (after === undefined || after.type === 'break');
      if (boldLine && current.length > 0) {
        paragraphs.push(paragraphOf(current));
        current = [];
      } else current.push(child);
    }
    return [...paragraphs, paragraphOf(current)];
    function paragraphOf(children: PhrasingContent[]): Paragraph {
      const position = children[0]?.position ?? node.position;
      return { type: 'paragraph', children, ...(position && { position }) };
    }
  });
}

/** Takes breaks and white space off the front, in place. */
function trimStart(nodes: PhrasingContent[]): void {
  for (let first = nodes[0]; first !== undefined; first = nodes[0]) {
    if (first.type === 'text') {
      first.value = first.value.replace(/^[\s\u3000]+/, '');
      if (first.value !== '') return;
    } else if (first.type !== 'break') return;
    nodes.shift();
  }
}

/** Takes breaks and white space off the end, in place, and returns them. */
export function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  const tail: PhrasingContent[] = [];
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    if (last.type === 'text') {
      const kept = last.value.replace(/[\s\u3000]+$/, '');
      if (kept !== '') {
        if (kept !== last.value) tail.unshift({ type: 'text', value: last.value.slice(kept.length) });
        last.value = kept;
        return tail;
      }
    } else if (last.type !== 'break') return tail;
    nodes.pop();
    tail.unshift(last);
  }
  return tail;
}

/** The paragraph’s bold beginning: `**Is it?** **Really?** Yes.` begins with “Is it? Really?”. */
export interface BoldStart {
  readonly text: string;
  /** What follows it in the paragraph. */
  readonly rest: PhrasingContent[];
}

export function boldStart(paragraph: Paragraph): BoldStart | undefined {
  let end = 0;
  for (const [index, child] of paragraph.children.entries()) {
    if (child.type === 'strong') end = index + 1;
    else if (child.type !== 'text' || child.value.trim() !== '') break;
  }
  if (end === 0) return undefined;
  // Copies: whether the paragraph is divided here is for the caller to say.
  const rest = structuredClone(paragraph.children.slice(end));
  trimStart(rest);
  return { text: plainText({ type: 'paragraph', children: paragraph.children.slice(0, end) }), rest };
}
