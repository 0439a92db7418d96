import type { Element, ElementContent } from 'hast';
import {
  alignByClass,
  becomeHead,
  captionOf,
  cellsIn,
  cellsOf,
  elementsIn,
  isBold,
  isBoldName,
  isElement,
  isEmpty,
  spanOf,
  unwrapped,
  wordsOf,
} from '../html/table-cells.ts';
import { roleOfHeading } from '../words/heading-roles.ts';

/**
 * Every table in the same clean form, whether it was written with bars or in HTML: the row that names the
 * columns is its head, a row that only names the table its caption, a row across the table names the
 * rows below it, and a head cell says what it is for.
 *
 * @param label a bold paragraph just above the table, which is its name
 * @returns whether the label became its caption
 */
export function settleTable(table: Element, label?: Element): boolean {
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
  dropPhantomColumns(table);
  table.children = table.children.flatMap((child) =>
    isElement(child) && child.tagName === 'tbody' ? groupsIn(child) : [child],
  );
  if (label === undefined || captionOf(table) !== undefined) return false;
  table.children.unshift({ ...label, tagName: 'caption', properties: {}, children: unwrapped(label) });
  return true;
}

/** Divides a body at the rows that name the rows below them, and makes heads of what names a row. */
function groupsIn(body: Element): Element[] {
  const all = elementsIn(body).map(cellsOf);
  const columns = columnsOf(all);
  const plain = all.some((row) => row.length > 0 && !isAllBold(row));
  const groups: Element[] = [];
  let rows: ElementContent[] = [];
  const close = () => {
    nameRows(rows.filter(isElement));
    if (rows.some(isElement)) groups.push({ ...body, children: rows });
    rows = [];
  };
  for (const child of body.children) {
    const cells = isElement(child) ? cellsOf(child) : [];
    const name = isElement(child) ? groupNameIn(cells, columns, plain) : undefined;
    if (name !== undefined && isElement(child)) {
      close();
      if (columns > 1) name.properties.colSpan = columns;
      child.children = [name];
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
 * The only cell with words of a row across the table, where it is bold, or says that other software
 * follows.
 *
 * @param plain whether there are rows that are not bold, so that bold means something
 */
function groupNameIn(cells: readonly Element[], columns: number, plain: boolean): Element | undefined {
  const [name, ...others] = cells;
  if (name === undefined || isEmpty(name) || !others.every(isEmpty)) return undefined;
  if (others.length === 0 && columns > 1 && spanOf(name, 'colSpan') === 1) return undefined;
  return (isBold(name) && plain) || softwareRoles.has(roleOfHeading(wordsOf(name)) ?? '') ? name : undefined;
}

const softwareRoles: ReadonlySet<string> = new Set(['affected-software', 'non-affected-software']);

const columnsOf = (rows: readonly (readonly Element[])[]): number =>
  rows.reduce(
    (most, cells) =>
      Math.max(
        most,
        cells.reduce((sum, cell) => sum + spanOf(cell, 'colSpan'), 0),
      ),
    0,
  );

/**
 * Where every row begins with a bold cell, it says what the others are: `**Bulletin** | MS08-001`. An
 * empty cell below it goes on with it.
 */
function nameRows(all: readonly Element[]): void {
  const rows = all.filter((row) => {
    const [first] = cellsOf(row);
    return first !== undefined && first.properties.scope !== 'rowgroup';
  });
  const spanning = rows.flatMap(cellsOf).some((cell) => spanOf(cell, 'rowSpan') > 1);
  const named = rows.every((row, at) => {
    const [first, ...others] = cellsOf(row);
    if (first === undefined || others.length === 0 || others.every(isBoldName)) return false;
    return isEmpty(first) ? at > 0 && !spanning : isBold(first);
  });
  if (!named) return;
  let name: Element | undefined;
  for (const row of rows) {
    const [first] = cellsOf(row);
    if (first === undefined) continue;
    if (!isEmpty(first)) {
      name = first;
      becomeHead(first, 'row');
    } else if (name !== undefined) {
      name.properties.rowSpan = spanOf(name, 'rowSpan') + 1;
      row.children = row.children.filter((child) => child !== first);
    }
  }
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
  if (rows.every(isRowWithHead)) return;
  const take = (row: Element): ElementContent[] => {
    body.children = body.children.filter((child) => child !== row);
    rows.splice(rows.indexOf(row), 1);
    return [row];
  };
  const [first] = rows;
  const title = first === undefined ? undefined : titleOf(first, rows, emptyHead);
  if (first !== undefined && title !== undefined && captionOf(table) === undefined) {
    take(first);
    table.children.unshift({ ...title, tagName: 'caption', properties: {}, children: unwrapped(title) });
  }
  const [next] = rows;
  if (next === undefined || rows.length < 2) return;
  const promoted = emptyHead && title === undefined;
  if (!promoted && !namesColumns(next, rows)) return;
  const head: Element = { type: 'element', tagName: 'thead', properties: {}, children: take(next) };
  table.children.splice(table.children.indexOf(body), 0, head);
}

/** Whether a first row names the columns: all bold, with a cell for each, or the only column’s name. */
function namesColumns(row: Element, rows: readonly Element[]): boolean {
  const cells = cellsOf(row);
  const columns = columnsOf(rows.map(cellsOf));
  if (columns === 1) {
    const role = roleOfHeading(wordsOf(row));
    if (role !== undefined && softwareRoles.has(role)) return true;
  }
  if (columns > 1 && cells.length === 1) return false;
  return isAllBold(cells) && !rows.every((other) => isAllBold(cellsOf(other)));
}

/** The only cell with words of a first row that stands above several columns. */
function titleOf(row: Element, rows: readonly Element[], emptyHead: boolean): Element | undefined {
  const cells = cellsOf(row);
  const [only, ...others] = cells.filter((cell) => !isEmpty(cell));
  const columns = columnsOf(rows.slice(1).map(cellsOf));
  if (only === undefined || others.length > 0 || columns < 2) return undefined;
  // Where such a row comes again, each names the rows below it.
  const again = rows.slice(1).some((other) => cellsOf(other).length === 1 && isAllBold(cellsOf(other)));
  const below = rows.slice(1);
  const [head] = below;
  const isAboveHead = head !== undefined && cellsOf(head).length > 1 && namesColumns(head, below);
  if (again && cells.length === 1 && !isAboveHead) return undefined;
  return emptyHead || isBold(only) ? only : undefined;
}

function isRowWithHead(row: Element): boolean {
  const [first, ...others] = cellsOf(row);
  return first !== undefined && others.length > 0 && isBoldName(first) && !others.some(isBoldName);
}

const isAllBold = (cells: readonly Element[]): boolean => {
  const filled = cells.filter((cell) => !isEmpty(cell));
  return filled.length > 0 && filled.every(isBold);
};

/** No table that people read has more. */
const mostColumns = 100;

/** A column in which no cell begins is there only in numbers: `colspan="2"` in every row. */
function dropPhantomColumns(table: Element): void {
  const rows: Element[][] = elementsIn(table)
    .flatMap(elementsIn)
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  if (rows.flat().some((cell) => spanOf(cell, 'rowSpan') > 1)) return;
  const starts = new Set<number>();
  for (const cells of rows) {
    let at = 0;
    for (const cell of cells) {
      starts.add(at);
      at += spanOf(cell, 'colSpan');
    }
  }
  if (starts.size > mostColumns) return;
  for (const cells of rows) {
    let at = 0;
    for (const cell of cells) {
      const end = at + spanOf(cell, 'colSpan');
      if (end - at > 1) {
        const real = [...starts].filter((start) => start >= at && start < end).length;
        cell.properties.colSpan = real > 1 ? real : undefined;
      }
      at = end;
    }
  }
}
