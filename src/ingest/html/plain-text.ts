import type { Element, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';

/**
 * A text as plain text, for formats that take no markup: blocks on lines of their own, lists with their
 * marks, every address behind the words that link to it.
 *
 * @param tree safe HTML; what its marks say is written into it
 */
export function plainText(tree: Root): string {
  spellOut(tree);
  return toText(tree)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Writes into the tree what a page shows without words. */
function spellOut(parent: Root | Element): void {
  for (const [at, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    spellOut(child);
    if (child.tagName === 'img')
      parent.children[at] = { type: 'text', value: `${child.properties.alt ?? ''}` };
    if (child.tagName === 'a') spellAddress(child);
    else if (child.tagName === 'ul' || child.tagName === 'ol') markItems(child);
  }
}

function spellAddress(link: Element): void {
  const address = addressIn(link);
  if (address === undefined) return;
  const words = toText(link);
  // Letter case makes a difference in an address, and none in an id.
  if (words.includes(address) || (!address.includes('/') && words.toLowerCase().includes(address))) return;
  link.children.push({ type: 'text', value: ` <${address}>` });
}

/** `https://…`, `psirt@a.example`, `+49800123`; the id of an advisory whose address only this site knows. */
function addressIn({ properties: { href, dataAdvisory } }: Element): string | undefined {
  if (typeof href !== 'string')
    return typeof dataAdvisory === 'string' ? dataAdvisory.split('#')[0] : undefined;
  return /^https?:/.test(href) ? href : /^(?:mailto|tel):([^?]+)/i.exec(href)?.[1];
}

function markItems(list: Element): void {
  const items = list.children.filter((child): child is Element => isElement(child, 'li'));
  const start = Number(list.properties.start ?? 1);
  let number = Number.isInteger(start) ? start : 1;
  for (const item of items) {
    const value = list.tagName === 'ol' ? `${number}. ` : '• ';
    firstBlock(item).children.unshift({ type: 'text', value });
    number += 1;
  }
}

/** Where the first words of an item stand: a mark before its paragraph would have a line to itself. */
function firstBlock(item: Element): Element {
  const first = item.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  return isElement(first, 'p') ? first : item;
}

const isElement = (node: RootContent | undefined, tagName: string): node is Element =>
  node?.type === 'element' && node.tagName === tagName;
