import type { Element, ElementContent, RootContent as HastContent } from 'hast';
import type { HastParent, HtmlMending } from '../html/settled-html.ts';
import { isBold, wordsOf } from '../html/table-cells.ts';
import { visit } from '../tree/visit.ts';
import { markMachineLines } from './machine-text.ts';
import { settleTable } from './tables.ts';

/** What is mended in the HTML of archive files. */
export const archiveMending: HtmlMending = {
  text: markMachineLines,
  link: endAtWord,
  isNoise: saysNothing,
  table: takeLabel,
};

/** A short bold paragraph just above a table is its name. */
function takeLabel(table: Element, index: number, { children }: HastParent): void {
  let at = index - 1;
  for (let node = children[at]; node?.type === 'text' && node.value.trim() === ''; node = children[at])
    at -= 1;
  const before = children[at];
  const label = before?.type === 'element' && before.tagName === 'p' && isBold(before) ? before : undefined;
  const short = label !== undefined && wordsOf(label).length <= longestLabel;
  if (settleTable(table, short ? label : undefined)) children[at] = { type: 'text', value: '' };
}

const longestLabel = 120;

/** White space, or the question mark that a lost code page leaves of a no-break space. */
function saysNothing(paragraph: Element): boolean {
  return /^\??$/.test(wordsOf(paragraph)) && !holdsImageOrLink(paragraph);
}

function holdsImageOrLink(node: Element): boolean {
  let found = false;
  visit(node, 'element', ({ tagName, properties }) => {
    found ||= tagName === 'img' || (tagName === 'a' && typeof properties.href === 'string');
  });
  return found;
}

/** `[Artikel 290](…)5247`: a number is one word, and a link to it holds all of it. */
function endAtWord(link: Element, next: HastContent | ElementContent | undefined): void {
  const last = link.children.at(-1);
  const digits = next?.type === 'text' ? (/^\d+/.exec(next.value)?.[0] ?? '') : '';
  if (next?.type !== 'text' || last?.type !== 'text' || digits === '' || !/\d$/.test(last.value)) return;
  last.value += digits;
  next.value = next.value.slice(digits.length);
}
