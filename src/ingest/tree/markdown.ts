import type { Node, Nodes, Parent, Parents, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { onlyMarkup } from '../../html/tags.ts';
import { linkAddresses, withAddressesEnded } from './found-addresses.ts';
import { visit } from './visit.ts';

/** A single tilde is a character, as in `PROGRA~1`. */
const options = { singleTilde: false };

/**
 * CommonMark with GFM. Emphasis and strike-through close next to full-width punctuation (`**版本：**2.0`), which
 * CommonMark’s flanking rules, written for spaced scripts, do not allow.
 */
const gfm = unified()
  .use(remarkParse)
  .use(remarkGfm, options)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough, options);

/**
 * The same without GFM’s search for addresses. It would have to be corrected (found-addresses.ts), and it
 * looks at every word: without it a text is read in two thirds of the time.
 */
const gfmWithoutAddresses = unified()
  .use(remarkParse)
  .use(remarkGfm, options)
  .use(withoutAddresses)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough, options);

function withoutAddresses(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => ({
    ...extension,
    text: Object.fromEntries(
      Object.entries(extension.text ?? {}).map(([code, constructs]) => [
        code,
        [constructs ?? []].flat().filter(({ name = '' }) => !/Autolink$/.test(name)),
      ]),
    ),
  }));
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms: _addresses, ...extension }) => extension);
}

/** The tree of a text, as CommonMark and GFM say; line numbers are those of the text. */
export const parseMarkdown = (text: string): Root =>
  withAddressesEnded(gfm.parse(text), text, (ended) => gfm.parse(ended));

/** The tree of a text of an archive file, whose addresses are found by our own rule. */
export function parseArchive(text: string): Root {
  const root = gfmWithoutAddresses.parse(text);
  linkAddresses(root, text);
  return root;
}

/**
 * A text of one line that is no block whatever it begins with: a revision’s note, a heading.
 *
 * @param parse as which kind of Markdown
 * @param definitions link reference definitions that it may use, as Markdown
 */
export function parseInline(
  text: string,
  parse: (text: string) => Root,
  definitions = '',
): PhrasingContent[] {
  // A word before it keeps `-`, `#`, `1.` and four spaces from opening a block; it goes again.
  const word = '\u{E000} ';
  const source = `${word}${text.trim()}`;
  const paragraph = parse(definitions === '' ? source : `${source}\n\n${definitions}`).children[0];
  if (paragraph?.type !== 'paragraph') return [{ type: 'text', value: text.trim() }];
  const [first, ...others] = paragraph.children;
  if (first?.type !== 'text') return paragraph.children;
  const value = first.value.replace(word, '');
  return value === '' ? others : [{ ...first, value }, ...others];
}

/**
 * The lines of a paragraph or heading as plain text, one for every line break in it, hard or soft,
 * without white space around them.
 */
export function linesOf(node: Nodes): string[] {
  return brokenText(node)
    .split('\n')
    .map((line) => line.trim());
}

function brokenText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return onlyMarkup(node.value)?.name === 'br' ? '\n' : '';
  if ('children' in node)
    return (node as Parents).children.map((child) => brokenText(child as Nodes)).join('');
  return textOf(node);
}

/** Its words on one line. */
export const plainText = (node: Nodes): string =>
  linesOf(node)
    .filter((line) => line !== '')
    .join(' ')
    .replace(/\s+/g, ' ');

/** The link reference definitions of a text, as Markdown again. */
export function definitionsIn(root: Root): string {
  const found: string[] = [];
  visit(root, 'definition', ({ label, identifier, url }) => {
    if (!/[<>\s]/.test(url)) found.push(`[${label ?? identifier}]: <${url}>`);
  });
  return found.join('\n');
}

/** Its first line in the file. */
export const lineOf = (node: Node): number | undefined => node.position?.start.line;

export const isParent = (node: Node): node is Parent => 'children' in node;

/** Takes breaks and white space off the front, in place. */
export function trimStart(nodes: PhrasingContent[]): void {
  for (let first = nodes[0]; first !== undefined; first = nodes[0]) {
    if (first.type === 'text') {
      first.value = first.value.trimStart();
      if (first.value !== '') return;
    } else if (first.type !== 'break') return;
    nodes.shift();
  }
}

/** Takes breaks and white space off the end, in place, and returns them. */
export function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  const tail: PhrasingContent[] = [];
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    if (last.type === 'text') {
      const kept = last.value.trimEnd();
      if (kept !== '') {
        if (kept !== last.value) tail.unshift({ type: 'text', value: last.value.slice(kept.length) });
        last.value = kept;
        return tail;
      }
    } else if (last.type !== 'break') return tail;
    nodes.pop();
    tail.unshift(last);
  }
  return tail;
}
