import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { visit, visitAll } from '../tree/visit.ts';

export const isElement = (node: { type: string }): node is Element => node.type === 'element';

export const elementsIn = (node: Element): Element[] => node.children.filter(isElement);

/** The cells of a row. */
export const cellsOf = (row: Element): Element[] => elementsIn(row).filter(isCell);

const isCell = ({ tagName }: Element): boolean => tagName === 'td' || tagName === 'th';

/** Every cell of a table or of a part of it. */
export function cellsIn(node: Element): Element[] {
  const cells: Element[] = [];
  visit(node, 'element', (cell) => {
    if (isCell(cell)) cells.push(cell);
  });
  return cells;
}

/** The words of an element, on one line; those of an image are its alternative text. The number of a footnote is left out. */
export function wordsOf(node: HastRoot | Element): string {
  let words = '';
  visitAll(node, (child) => {
    if (child.type === 'text') words += child.value;
    else if (child.type !== 'element') return undefined;
    else if (child.properties.dataFootnoteRef !== undefined) return 'skip';
    else if (child.tagName === 'br') words += ' ';
    else if (child.tagName === 'img') words += child.properties.alt ?? '';
    return undefined;
  });
  return words.replace(/\s+/g, ' ').trim();
}

/** Whether a cell is a name in bold and nothing else; a link is more than a name. */
export const isBoldName = (cell: Element): boolean => cell.tagName === 'th' || strongIn(cell) !== undefined;

/** Whether all the words of a cell are bold. */
export const isBold = (cell: Element): boolean => cell.tagName === 'th' || holdsOnlyStrong(cell);

/** Whether there are words, and all but the marks of notes are in bold, also inside a link: `[**CVE-2017-0043**](…)`. */
function holdsOnlyStrong(node: Element): boolean {
  let hasWords = false;
  let isOnly = true;
  visitAll(node, (child) => {
    if (child.type === 'text' && !/^[\s*†‡:：]*$/.test(child.value)) isOnly = false;
    if (child.type !== 'element' || (child.tagName !== 'strong' && child.tagName !== 'b')) return undefined;
    hasWords ||= wordsOf(child) !== '';
    return 'skip';
  });
  return hasWords && isOnly;
}

/** The bold that holds all the words of an element. */
export function strongIn(node: Element): Element | undefined {
  const [only, ...others] = node.children.filter(
    (child) =>
      (isElement(child) && child.tagName !== 'br') || (child.type === 'text' && child.value.trim() !== ''),
  );
  if (only === undefined || others.length > 0 || !isElement(only)) return undefined;
  if (only.tagName === 'strong' || only.tagName === 'b') return only;
  return only.tagName === 'p' ? strongIn(only) : undefined;
}

/** Its content without the bold around all of it, which a head has by itself. */
export const unwrapped = (cell: Element): ElementContent[] => strongIn(cell)?.children ?? cell.children;

export function becomeHead(cell: Element | undefined, scope: 'col' | 'row' | 'rowgroup'): void {
  if (cell === undefined) return;
  cell.children = unwrapped(cell);
  cell.tagName = 'th';
  cell.properties.scope ??= scope;
}

export const isEmpty = (cell: Element): boolean => wordsOf(cell) === '';

/** How many columns, or rows, a cell spans. */
export const spanOf = (cell: Element, direction: 'colSpan' | 'rowSpan'): number =>
  Math.max(1, Math.trunc(Number(cell.properties[direction])) || 1);

export const captionOf = (table: Element): Element | undefined =>
  elementsIn(table).find(({ tagName }) => tagName === 'caption');

/** How a cell is aligned, as a class: the attribute is obsolete. */
export function alignByClass(table: Element): void {
  for (const cell of cellsIn(table)) {
    const { align, ...others } = cell.properties;
    cell.properties = others;
    if (align === 'right' || align === 'center') cell.properties.className = [`align-${align}`];
  }
}
