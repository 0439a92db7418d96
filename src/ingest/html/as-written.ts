import type { Element } from 'hast';
import type { HtmlMending } from './settled-html.ts';
import { alignByClass, cellsIn, elementsIn, wordsOf } from './table-cells.ts';

/** The HTML of a text that is as it should be: nothing in it is mended. */
export const asWritten: HtmlMending = {
  text: () => {},
  link: () => {},
  isNoise: () => false,
  table: plainTable,
};

/** Markdown demands a head of every table; one without words only says that there is none. */
function plainTable(table: Element): void {
  alignByClass(table);
  table.children = table.children.filter(
    (child) => child.type !== 'element' || child.tagName !== 'thead' || wordsOf(child) !== '',
  );
  for (const head of elementsIn(table).filter(({ tagName }) => tagName === 'thead'))
    for (const cell of cellsIn(head)) if (cell.tagName === 'th') cell.properties.scope ??= 'col';
}
