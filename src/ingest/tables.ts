import type { Element, Root as HastRoot } from 'hast';
import { visit } from 'unist-util-visit';

/** The first row with words is the head; a head cell says which cells it is for. */
export function settleTable(table: Element): void {
  const sections = table.children.filter((child): child is Element => child.type === 'element');
  const head = sections.find(({ tagName }) => tagName === 'thead');
  const body = sections.find(({ tagName }) => tagName === 'tbody');
  if (head !== undefined && wordsOf(head) === '') {
    const rows = body?.children.filter((child): child is Element => child.type === 'element') ?? [];
    const [first] = rows;
    if (body === undefined || first === undefined || rows.length < 2) {
      table.children = table.children.filter((child) => child !== head);
    } else {
      body.children = body.children.filter((child) => child !== first);
      for (const cell of first.children) if (cell.type === 'element') cell.tagName = 'th';
      head.children = [first];
    }
  }
  visit(table, 'element', (cell) => {
    const { align, ...others } = cell.properties;
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return;
    cell.properties = others;
    if (align === 'right' || align === 'center') cell.properties.className = [`align-${align}`];
  });
  visit(table, 'element', (node) => {
    if (node.tagName !== 'thead') return;
    visit(node, 'element', (cell) => {
      if (cell.tagName === 'th') cell.properties.scope ??= 'col';
    });
  });
}

/** The words of an element, on one line. */
export function wordsOf(node: HastRoot | Element): string {
  let words = '';
  visit(node, (child) => {
    if (child.type === 'text') words += child.value;
    else if (child.type === 'element' && child.tagName === 'br') words += ' ';
  });
  return words.replace(/\s+/g, ' ').trim();
}
