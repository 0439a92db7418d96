import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { visit, visitAll } from './visit.ts';

/**
 * Every table in the same clean form, whether it was written with bars or in HTML: the row that names the
 * columns is its head, a row that only names the table its caption, and a head cell says what it is for.
 */
export function settleTable(table: Element): void {
  table.children = table.children.filter((child) => !isElement(child) || child.tagName !== 'colgroup');
  alignByClass(table);
  const head = elementsIn(table).find(({ tagName }) => tagName === 'thead');
  const headless = head === undefined || wordsOf(head) === '';
  if (headless) {
    table.children = table.children.filter((child) => child !== head);
    nameColumns(table, head !== undefined);
  }
  for (const part of elementsIn(table)) {
    if (part.tagName === 'thead') for (const cell of cellsIn(part)) becomeHead(cell, 'col');
  }
  table.children = table.children.flatMap((child) =>
    isElement(child) && child.tagName === 'tbody' ? groupsIn(child) : [child],
  );
}

/** A row of one bold cell across the table names the rows below it: they are a group of their own. */
function groupsIn(body: Element): Element[] {
  const groups: Element[] = [];
  let rows: ElementContent[] = [];
  const close = () => {
    if (rows.some(isElement)) groups.push({ ...body, children: rows });
    rows = [];
  };
  for (const child of body.children) {
    const cells = isElement(child) ? elementsIn(child) : [];
    const [name, ...others] = cells;
    if (name !== undefined && others.length === 0 && Number(name.properties.colSpan) > 1 && isBold(name)) {
      close();
      becomeHead(name, 'rowgroup');
    }
    for (const [at, cell] of cells.entries())
      if (cell.tagName === 'th') becomeHead(cell, at === 0 ? 'row' : 'col');
    rows.push(child as ElementContent);
  }
  close();
  return groups;
}

/**
 * Finds caption and head among the rows of a table that has no head with words.
 *
 * @param emptyHead whether it has an empty one: Markdown demands a head, so that authors left it empty
 */
function nameColumns(table: Element, emptyHead: boolean): void {
  const body = elementsIn(table).find(({ tagName }) => tagName === 'tbody');
  const rows = body === undefined ? [] : elementsIn(body);
  if (body === undefined || rows.length < 2) return;
  if (rows.every(isRowWithHead)) {
    for (const row of rows) becomeHead(elementsIn(row)[0], 'row');
    return;
  }
  const take = (row: Element): ElementContent[] => {
    body.children = body.children.filter((child) => child !== row);
    rows.splice(rows.indexOf(row), 1);
    return [row];
  };
  const [first] = rows;
  const title = first === undefined ? undefined : titleOf(first, rows, emptyHead);
  const captioned = elementsIn(table).some(({ tagName }) => tagName === 'caption');
  if (first !== undefined && title !== undefined && !captioned) {
    take(first);
    table.children.unshift({ ...title, tagName: 'caption', properties: {}, children: unwrapped(title) });
  }
  const [next] = rows;
  if (next === undefined || rows.length < 2) return;
  const promoted = emptyHead && title === undefined;
  if (!promoted && (!isAllBold(next) || rows.every(isAllBold))) return;
  const head: Element = { type: 'element', tagName: 'thead', properties: {}, children: take(next) };
  table.children.splice(table.children.indexOf(body), 0, head);
}

/** The only cell with words of a first row that stands above several columns. */
function titleOf(row: Element, rows: readonly Element[], emptyHead: boolean): Element | undefined {
  const [only, ...others] = elementsIn(row).filter((cell) => wordsOf(cell) !== '');
  const columns = Math.max(...rows.slice(1).map((other) => elementsIn(other).length));
  if (only === undefined || others.length > 0 || columns < 2) return undefined;
  return emptyHead || isBold(only) ? only : undefined;
}

/** A row like `**Bulletin** | MS08-001`: its first cell says what the others are. */
function isRowWithHead(row: Element): boolean {
  const [first, ...others] = elementsIn(row);
  return first !== undefined && others.length > 0 && isBold(first) && !others.some(isBold);
}

const isAllBold = (row: Element): boolean => {
  const cells = elementsIn(row).filter((cell) => wordsOf(cell) !== '');
  return cells.length > 0 && cells.every(isBold);
};

/** Whether all the words of a cell are bold. */
const isBold = (cell: Element): boolean => cell.tagName === 'th' || strongIn(cell) !== undefined;

function strongIn(node: Element): Element | undefined {
  const [only, ...others] = node.children.filter(
    (child) => isElement(child) || (child.type === 'text' && child.value.trim() !== ''),
  );
  if (only === undefined || others.length > 0 || !isElement(only)) return undefined;
  if (only.tagName === 'strong' || only.tagName === 'b') return only;
  return only.tagName === 'p' ? strongIn(only) : undefined;
}

/** Its content without the bold around all of it, which a head has by itself. */
const unwrapped = (cell: Element): ElementContent[] => strongIn(cell)?.children ?? cell.children;

function becomeHead(cell: Element | undefined, scope: 'col' | 'row' | 'rowgroup'): void {
  if (cell === undefined) return;
  cell.children = unwrapped(cell);
  cell.tagName = 'th';
  cell.properties.scope ??= scope;
}

function alignByClass(table: Element): void {
  for (const cell of cellsIn(table)) {
    const { align, ...others } = cell.properties;
    cell.properties = others;
    if (align === 'right' || align === 'center') cell.properties.className = [`align-${align}`];
  }
}

const isElement = (node: { type: string }): node is Element => node.type === 'element';
const elementsIn = (node: Element): Element[] => node.children.filter(isElement);

function cellsIn(node: Element): Element[] {
  const cells: Element[] = [];
  visit(node, 'element', (cell) => {
    if (cell.tagName === 'td' || cell.tagName === 'th') cells.push(cell);
  });
  return cells;
}

/** The words of an element, on one line. */
export function wordsOf(node: HastRoot | Element): string {
  let words = '';
  visitAll(node, (child) => {
    if (child.type === 'text') words += child.value;
    else if (child.type === 'element' && child.tagName === 'br') words += ' ';
  });
  return words.replace(/\s+/g, ' ').trim();
}
