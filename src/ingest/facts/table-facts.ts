import type { Element, Root as HastRoot } from 'hast';
import { type Reference, WebAddress } from '../../model/edition.ts';
import { identifierOf } from '../../model/identifier.ts';
import type { SectionRole } from '../../model/section-roles.ts';
import { captionOf, cellsOf, elementsIn, isBold, spanOf, wordsOf } from '../html/table-cells.ts';
import { visit } from '../tree/visit.ts';
import { saysNotAffected } from '../words/affectedness.ts';
import { roleOfHeading } from '../words/heading-roles.ts';
import { anyOf, everyWord } from '../words/languages.ts';

/**
 * Product names from the tables of affected software, and from the lists right below a bold line that calls them so:
 * the first column, as written, without the marks of notes, which are not there with it. What is called not affected, by a bold line, a caption, a row or a cell, is left out.
 *
 * @param section the role of the section that the tables are in
 */
export function affectedIn(tree: HastRoot, section: SectionRole | undefined): string[] {
  const products: string[] = [];
  // By the last bold line above.
  let role = section;
  let isLabelled = false;
  visit(tree, 'element', (element) => {
    if (element.tagName === 'p') {
      const named = isBold(element) ? softwareRole(wordsOf(element)) : undefined;
      role = named ?? role;
      isLabelled = named === 'affected-software';
    }
    if (element.tagName === 'ul') {
      if (isLabelled) products.push(...elementsIn(element).flatMap((item) => listedIn(item) ?? []));
      isLabelled = false;
    }
    if (element.tagName !== 'table') return undefined;
    isLabelled = false;
    // What is rated is listed already, and often in other words.
    if (section === 'severity-ratings') return 'skip';
    const { caption, rows } = tableOf(element);
    const head = rows[0]?.[0];
    const told = softwareRole(caption) ?? (head === undefined ? undefined : softwareRole(wordsOf(head)));
    if ((told ?? role) === 'affected-software') products.push(...productsIn(rows));
    return 'skip';
  });
  return products;
}

/** Whether a name is one of affected software, or of what is not; undefined for any other. */
function softwareRole(name: string): SectionRole | undefined {
  if (saysNotAffected(name)) return 'non-affected-software';
  return roleOfHeading(name);
}

/**
 * The product that an item of a list names; none where the item says more of it than where its update is:
 *
 *   Windows XP Service Pack 1 – [Download the update](…)        →  Windows XP Service Pack 1
 *   Windows 98 – Review the FAQ section for more information    →  none
 */
function listedIn(item: Element): string | undefined {
  const [name = '', ...others] = wordsOf(item).split(/\s*[–—]\s*|\s+-\s+/);
  const isLinked = hasLink(item);
  return name === '' || name.length > longestName || /[.。]$/.test(name) || (others.length > 0 && !isLinked)
    ? undefined
    : productIn(name);
}

/** In characters; what is longer is a sentence. */
const longestName = 150;

function hasLink(item: Element): boolean {
  let found = false;
  visit(item, 'element', ({ tagName }) => {
    found ||= tagName === 'a';
  });
  return found;
}

function productsIn(rows: readonly (readonly Element[])[]): string[] {
  const products: string[] = [];
  // How many rows the cell before goes on for.
  let spanned = 0;
  for (const [cell, ...others] of rows) {
    if (cell === undefined) continue;
    if (spanned > 0) {
      spanned -= 1;
      continue;
    }
    spanned = spanOf(cell, 'rowSpan') - 1;
    const words = wordsOf(cell);
    const role = softwareRole(words);
    if (role === 'non-affected-software') break;
    const { scope } = cell.properties;
    const said = others.map(wordsOf).filter((text) => text !== '');
    const isNot = said.length > 0 && said.every(saysNotAffected);
    if (role !== 'affected-software' && !isNot && scope !== 'col' && scope !== 'rowgroup')
      products.push(productIn(words));
  }
  return products.filter((name) => name !== '');
}

/**
 * A name without the marks of notes behind it, and without its update, from the number of its article on:
 *
 *   Windows 7**, Windows 7 [1]                     →  Windows 7
 *   Windows 8.1[2] (3205401) Monthly Rollup        →  Windows 8.1
 */
const productIn = (words: string): string =>
  words.replace(/\s*[(（](?:KB\s?)?\d{6,7}[)）](?:\s.*)?$/i, '').replace(/(?:\s*(?:\*+|\[\s?\d+\]))+$/, '');

const articleLabel = new RegExp(anyOf(everyWord(({ article }) => article)), 'i');

/** References from tables whose rows hold a label and then an identifier (`954474`, `CVE-2007-0671`). */
export function referencesIn(tree: HastRoot): Reference[] {
  return tablesIn(tree).flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const [label, identifier] = row;
      if (row.length !== 2 || label === undefined || identifier === undefined) return [];
      return identifiedIn(identifier, wordsOf(label));
    }),
  );
}

function identifiedIn(cell: Element, label: string): Reference[] {
  const links: Element[] = [];
  visit(cell, 'element', (node) => {
    if (node.tagName === 'a') links.push(node);
  });
  const sources = links.length > 0 ? links : [cell];
  return sources.flatMap((source) => {
    const id = wordsOf(source);
    const url = WebAddress.safeParse(source.properties.href).data;
    const kind = kindOf(id, label, url);
    if (kind === undefined) return [];
    return [{ kind, id, label, ...(url === undefined ? {} : { url }) }];
  });
}

function kindOf(id: string, label: string, url: string | undefined): Reference['kind'] | undefined {
  const kind = identifierOf(id)?.kind;
  if (kind !== 'article') return kind;
  const isArticle = /^https?:\/\/support\.microsoft\.com\//i.test(url ?? '');
  return isArticle || articleLabel.test(label) ? 'kb' : undefined;
}

interface Table {
  readonly caption: string;
  readonly rows: readonly (readonly Element[])[];
}

function tablesIn(tree: HastRoot): Table[] {
  const tables: Table[] = [];
  visit(tree, 'element', (table) => {
    if (table.tagName === 'table') tables.push(tableOf(table));
  });
  return tables;
}

function tableOf(table: Element): Table {
  const caption = captionOf(table);
  const rows: Element[][] = [];
  visit(table, 'element', (row) => {
    if (row.tagName === 'tr') rows.push(cellsOf(row));
  });
  return { caption: caption === undefined ? '' : wordsOf(caption), rows };
}
