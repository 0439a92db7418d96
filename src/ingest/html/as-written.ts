import type { Element } from 'hast';
import { visitAll } from '../tree/visit.ts';
import type { HtmlMending } from './settled-html.ts';
import { alignByClass, cellsOf, elementsIn } from './table-cells.ts';

/** The HTML of a text that is as it should be: nothing in it is mended. */
export const asWritten: HtmlMending = {
  text: () => {},
  link: () => {},
  isNoise: () => false,
  table: plainTable,
};

/** Words, the number of a footnote, or what an image says. */
function showsSomething(node: Element): boolean {
  let found = false;
  visitAll(node, (child) => {
    found ||=
      (child.type === 'text' && child.value.trim() !== '') ||
      (child.type === 'element' && (child.tagName === 'img' || child.tagName === 'input'));
  });
  return found;
}

/** Markdown demands a head of every table; an empty one means that the table has no head. */
function plainTable(table: Element): void {
  alignByClass(table);
  table.children = table.children.filter(
    (child) => child.type !== 'element' || child.tagName !== 'thead' || showsSomething(child),
  );
  for (const part of elementsIn(table))
    for (const row of elementsIn(part))
      for (const [at, cell] of cellsOf(row).entries()) {
        if (cell.tagName !== 'th') continue;
        // As a browser takes it where nothing is said (HTML, 4.9.12).
        const isOfRow =
          part.tagName !== 'thead' && at === 0 && cellsOf(row).some(({ tagName }) => tagName === 'td');
        cell.properties.scope ??= isOfRow ? 'row' : 'col';
      }
}
