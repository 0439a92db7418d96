import type { Element, Root as HastRoot, RootContent } from 'hast';

/** A run of words in one block of a text, without its code and addresses. */
export interface Prose {
  readonly element: Element;
  readonly words: string;
}

const blocks = new Set(
  'blockquote caption dd details div dl dt figcaption figure li ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Ends in the mark of a sentence, perhaps inside brackets or quotation marks. */
const isSentence = /[.!?:。！？：；…][)"'”»’）」』]*$/;
const fewestWords = 4;
const fewestHan = 8;

/**
 * The sentences of a text. Lists and tables of names say nothing of its language: `Example Data Loss Prevention` is
 * called so in all of them.
 */
export function proseIn(tree: HastRoot): Prose[] {
  const found: { element: Element; words: string }[] = [];
  const gather = (nodes: readonly RootContent[], block: { element: Element; words: string } | undefined) => {
    for (const node of nodes) {
      if (node.type === 'text' && block !== undefined) block.words += node.value;
      if (node.type !== 'element' || node.tagName === 'code' || node.tagName === 'pre') continue;
      if (node.tagName === 'br' && block !== undefined) block.words += ' ';
      if (!blocks.has(node.tagName)) {
        gather(node.children, block);
        continue;
      }
      const inner = { element: node, words: '' };
      found.push(inner);
      gather(node.children, inner);
    }
  };
  gather(tree.children, undefined);
  return found
    .map(({ element, words }) => ({ element, words: words.replace(/https?:\S+/g, ' ').trim() }))
    .filter(({ words }) => isProse(words));
}

const isProse = (words: string): boolean =>
  isSentence.test(words) &&
  (words.split(/\s+/, fewestWords).length === fewestWords ||
    (words.match(/\p{Script=Han}/gu)?.length ?? 0) >= fewestHan);
