import type { Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { parseArchive } from '../tree/markdown.ts';
import { visit } from '../tree/visit.ts';
import { mendBold } from './bold.ts';
import { breakLines } from './line-breaks.ts';

/*
 * Tables in HTML whose authors filled the cells with Markdown. CommonMark ends an HTML block at a blank
 * line and reads no Markdown before it (https://spec.commonmark.org/0.31.2/#html-blocks), so that such a
 * table falls apart, or shows its asterisks. It is read here as one block, cell by cell.
 */

/** Stands for a blank line inside a table; HTML takes it for a comment, and the sanitiser takes it out. */
const blankLine = '<!--concord:blank-->';

const opening = /<table(?=[\s>])/gi;
const closing = /<\/table\s*>/gi;
const fence = /^\s*(?:[-*+>]\s+)*(`{3,}|~{3,})/;

/**
 * Keeps every table in HTML together: no blank line ends it, and no line of it falls out of the list item
 * that it stands in. The lines keep their numbers.
 */
export function joinTables(body: string): string {
  if (!/<table[\s>]/i.test(body)) return body;
  const lines = body.split('\n');
  let fenced: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = fence.exec(line)?.[1];
    if (fenced !== undefined) {
      if (mark?.startsWith(fenced)) fenced = undefined;
    } else if (mark !== undefined) fenced = mark;
    else if (opens(line)) at = joinFrom(lines, at);
  }
  return lines.join('\n');
}

/** @returns the last line of the table, or the one it begins in where it has no end */
function joinFrom(lines: string[], from: number): number {
  const to = endOfTable(lines, from);
  const indent = /^\s*/.exec(lines[from] ?? '')?.[0] ?? '';
  for (let at = from + 1; at <= to; at += 1) {
    const line = lines[at] ?? '';
    if (/^[\s\u00A0]*$/.test(line)) lines[at] = `${indent}${blankLine}`;
    else if (!line.startsWith(indent)) lines[at] = `${indent}${line.trimStart()}`;
  }
  return to;
}

function endOfTable(lines: readonly string[], from: number): number {
  let open = 0;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    open += count(line, opening) - count(line, closing);
    if (open <= 0) return at;
  }
  return from;
}

const opens = (line: string): boolean => count(line, opening) > count(line, closing);
const count = (line: string, tag: RegExp): number => line.match(tag)?.length ?? 0;

/** A table that was indented so far that it is code to Markdown is a table. */
export function unindentTables(root: Root, source: string): void {
  visit(root, 'code', (code, index, parent) => {
    if (parent === undefined || index === undefined || code.lang || !isTable(code.value)) return;
    // A fence says that the source is meant.
    if (fence.test(source.slice(code.position?.start.offset).slice(0, 80))) return;
    const html: Html = {
      type: 'html',
      value: code.value,
      ...(code.position && { position: code.position }),
    };
    parent.children[index] = html;
  });
}

const isTable = (value: string): boolean => /^\s*<table[\s>][\s\S]*<\/table\s*>\s*$/i.test(value);

/** Reads the Markdown in the cells of tables in HTML. */
export function readCells(root: Root): void {
  visit(root, 'html', (node) => {
    if (/<table[\s>]/i.test(node.value)) node.value = withCellsRead(node.value);
  });
}

/** Links, bold, code and addresses in pointed brackets: what no author writes into HTML by chance. */
const markdown = /\[[^\]\n]*\]\([^)\s]+[^)\n]*\)|\*\*(?=\S)[^*]+\*\*|`[^`\n]+`|<(?:https?|mailto):[^>\s]+>/;

/**
 * The backslashes of Markdown in `KB2894842_\*_\*.html` are left out of a line that has no others; in a
 * path they are its own.
 */
const withoutEscapes = (text: string): string =>
  text.replace(/^.*\\[*_].*$/gm, (line) =>
    /\\(?![*_])/.test(line) ? line : line.replace(/\\(?=[*_])/g, ''),
  );

function withCellsRead(html: string): string {
  const fragment = parseFragment(html, { sourceCodeLocationInfo: true });
  const pieces: string[] = [];
  let written = 0;
  for (const { start, end } of leavesIn(fragment)) {
    const inner = html.slice(start, end);
    const text = inner.replaceAll(blankLine, '').trim();
    const spaced =
      text !== '' &&
      inner
        .trim()
        .replace(/^(?:<!--concord:blank-->\s*)+|(?:\s*<!--concord:blank-->)+$/g, '')
        .includes(blankLine);
    const read = spaced || markdown.test(inner) ? htmlOf(inner) : withoutEscapes(inner);
    if (read === inner) continue;
    pieces.push(html.slice(written, start), read);
    written = end;
  }
  return pieces.join('') + html.slice(written);
}

const blocks = new Set(
  'blockquote caption dd div dl dt li ol p pre section table tbody td tfoot th thead tr ul'.split(' '),
);
const textBlocks = new Set(['td', 'th', 'caption', 'p', 'li', 'div', 'dd']);

/** Where the content of the innermost blocks of text stands, in the order of the source. */
function leavesIn(fragment: DefaultTreeAdapterTypes.DocumentFragment): { start: number; end: number }[] {
  const leaves: { start: number; end: number }[] = [];
  const stack: DefaultTreeAdapterTypes.ChildNode[] = [...fragment.childNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('tagName' in node)) continue;
    const location = node.sourceCodeLocation;
    const inner = node.childNodes.some((child) => 'tagName' in child && blocks.has(child.tagName));
    if (!inner && textBlocks.has(node.tagName) && location?.startTag) {
      const last = node.childNodes.at(-1)?.sourceCodeLocation;
      const end = location.endTag?.startOffset ?? last?.endOffset ?? location.endOffset;
      leaves.push({ start: location.startTag.endOffset, end });
    } else for (const child of node.childNodes) stack.push(child);
  }
  return leaves.sort((a, b) => a.start - b.start);
}

function htmlOf(inner: string): string {
  const lines = inner.replaceAll(blankLine, '').split('\n');
  const indents = lines.filter((line, at) => at > 0 && line.trim() !== '').map((line) => line.search(/\S/));
  const indent = indents.reduce((least, one) => Math.min(least, one), 80);
  const source = lines
    .map((line, at) => (at === 0 ? line.trimStart() : line.slice(Math.min(indent, line.search(/\S|$/)))))
    .join('\n')
    .trim();
  const root = parseArchive(source);
  mendBold(root, source);
  breakLines(root);
  const tree = toHast(root, { allowDangerousHtml: true }) as HastRoot;
  const [only, ...others] = tree.children.filter(({ type }) => type === 'element' || type === 'raw');
  const inline = only?.type === 'element' && only.tagName === 'p' && others.length === 0;
  return toHtml(inline ? { type: 'root', children: only.children } : tree, { allowDangerousHtml: true });
}
