import type { Element, Root as HastRoot } from 'hast';
import { type Reference, WebAddress } from '../model/edition.ts';
import { roleOfHeading } from './heading-roles.ts';
import { wordsOf } from './tables.ts';
import { visit } from './visit.ts';

/** Product names from tables of one column under the heading “Affected software”, as written. */
export function affectedIn(tree: HastRoot): string[] {
  return tablesIn(tree).flatMap((rows) => {
    const [head, ...others] = rows;
    const single = rows.every((row) => row.length === 1);
    if (!single || head?.[0] === undefined || roleOfHeading(wordsOf(head[0])) !== 'affected-software')
      return [];
    return others.map((row) => (row[0] === undefined ? '' : wordsOf(row[0]))).filter((name) => name !== '');
  });
}

/** References from tables whose rows hold a label and then an identifier (`954474`, `CVE-2007-0671`). */
export function referencesIn(tree: HastRoot): Reference[] {
  return tablesIn(tree).flatMap((rows) =>
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
    const kind = kindOf(id, label);
    if (kind === undefined) return [];
    const url = WebAddress.safeParse(source.properties.href).data;
    return [{ kind, id, label, ...(url === undefined ? {} : { url }) }];
  });
}

function kindOf(id: string, label: string): Reference['kind'] | undefined {
  if (/^(?:CVE|CAN)-\d{4}-\d{4,}$/i.test(id)) return 'cve';
  if (/^MS\d{2}-\d{3}$/i.test(id)) return 'bulletin';
  return /^(?:KB\s?)?\d{5,7}$/i.test(id) && /knowledge base|知识库/i.test(label) ? 'kb' : undefined;
}

/** Every table as rows of cells. */
function tablesIn(tree: HastRoot): Element[][][] {
  const tables: Element[][][] = [];
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table') return;
    const rows: Element[][] = [];
    visit(table, 'element', (row) => {
      if (row.tagName !== 'tr') return;
      rows.push(
        row.children.filter(
          (cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName),
        ),
      );
    });
    tables.push(rows);
  });
  return tables;
}
