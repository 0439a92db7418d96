import type { Html, ListItem, Paragraph, Parents, Root, RootContent } from 'mdast';
import { onlyMarkup } from '../../html/tags.ts';
import { plainText, trimStart } from '../tree/markdown.ts';
import { visit, visitAll } from '../tree/visit.ts';

/**
 * A converter put an empty comment between items, `<!-- -->`, and made as many lists of one. To a screen
 * reader each is a list of its own.
 */
export function joinSeparatedLists(root: Root): void {
  visitAll(root, (node) => {
    if (!('children' in node) || !node.children.some(isSeparator)) return;
    const joined: RootContent[] = [];
    for (const child of node.children as RootContent[]) {
      const [list, separator] = [joined.at(-2), joined.at(-1)];
      const lists = list?.type === 'list' && child.type === 'list' && !list.ordered && !child.ordered;
      if (lists && separator !== undefined && isSeparator(separator)) {
        list.children.push(...child.children);
        joined.pop();
      } else joined.push(child);
    }
    (node as Parents).children = joined as typeof node.children;
  });
}

const isSeparator = (node: { type: string }): boolean =>
  node.type === 'html' &&
  onlyMarkup((node as Html).value.trim())?.kind === 'comment' &&
  !/\w/.test((node as Html).value);

/**
 * A block of code, or a note, at the margin of a list of steps belongs to the step before it where the
 * next number goes on behind it; to Markdown it ends the list.
 */
export function keepBlocksInSteps(root: Root): void {
  visit(root, 'list', (list, index, parent) => {
    if (!list.ordered || index === undefined || parent === undefined) return;
    const following = parent.children.slice(index + 1) as RootContent[];
    const blocks = following.findIndex(({ type }) => type !== 'code' && type !== 'blockquote');
    const next = following[blocks];
    if (blocks < 1 || next?.type !== 'list' || !next.ordered) return;
    if ((next.start ?? 1) !== (list.start ?? 1) + list.children.length) return;
    const step = list.children.at(-1);
    step?.children.push(...(following.slice(0, blocks) as typeof step.children));
    list.children.push(...next.children);
    parent.children.splice(index + 1, blocks + 1);
    return index;
  });
}

/**
 * One sentence that a converter scattered over several items, because its parts were links and bold: an
 * item that begins with a full stop or a comma is none. Where a list has such an item, what goes on in
 * the middle of a sentence belongs to the item before it.
 */
export function joinScatteredItems(root: Root): void {
  visit(root, 'list', (list) => {
    const texts = list.children.map(textOf);
    if (!texts.some((text) => /^[.,;)，。；）]/.test(text))) return;
    const items: ListItem[] = [];
    for (const [at, item] of list.children.entries()) {
      const last = items.at(-1);
      if (last !== undefined && goesOn(item, texts[at] ?? '', texts[at + 1] ?? '')) append(last, item);
      else items.push(item);
    }
    list.children = items;
  });
}

function goesOn(item: ListItem, text: string, next: string): boolean {
  if (/^(?:[\u00A0.,;)，。；）]|\p{Ll})/u.test(text)) return true;
  const [first] = item.children;
  const inline = first?.type === 'paragraph' ? first.children : [];
  const lone = inline.length === 1 && (inline[0]?.type === 'link' || inline[0]?.type === 'strong');
  return lone && /^(?:[.,;)，。；）]|\p{Ll})/u.test(next);
}

function append(item: ListItem, { children: [first, ...blocks] }: ListItem): void {
  const last = item.children.at(-1);
  if (last?.type === 'paragraph' && first?.type === 'paragraph') {
    trimStart(first.children);
    const close = /^[.,;)，。；）]/.test(plainText(first));
    last.children.push(...(close ? [] : [{ type: 'text', value: ' ' } as const]), ...first.children);
  } else if (first !== undefined) item.children.push(first);
  item.children.push(...blocks);
}

/** Its first paragraph with the white space in front, which tells that something was cut off there. */
function textOf({ children: [first] }: ListItem): string {
  const [start] = first?.type === 'paragraph' ? (first as Paragraph).children : [];
  if (first === undefined || start === undefined) return '';
  return start.type === 'text' ? start.value : plainText(first);
}
