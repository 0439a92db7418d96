import type { Code, List, Paragraph, Root } from 'mdast';
import { linesOf } from '../tree/markdown.ts';
import { visit, visitAll } from '../tree/visit.ts';
import { isFlattened, isScript, scriptLines } from './registry-scripts.ts';

/**
 * Signs that a line was written by a machine: `KEY=value`, a path with a drive, a registry key, an
 * error code, the name of a file that runs or logs.
 */
export const machineSign =
  /\b[A-Z][A-Z_]+=\S|\b[A-Za-z]:\\|\bHKEY_|\bHK(?:LM|CU|CR)\b|\b0x[0-9A-Fa-f]{4,}\b|\.(?:exe|dll|log|cab|ocx|sys|inf)\b|^"[^"]+"=/;

const fewestLines = 3;

/**
 * Turns a paragraph, or a list of one item, whose lines are those of a log into a block that keeps them
 * as they are. Such lines must be found again with a search tool, so they are no prose: their words stay
 * in the language of the machine, and their line ends are the file’s.
 */
export function findVerbatim(root: Root): void {
  visitAll(root, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (node.type !== 'list' && node.type !== 'paragraph') return;
    const lines = node.type === 'list' ? linesOfOnlyItem(node) : unmarkedLines(node);
    if (lines === undefined || !isLog(lines)) return;
    const block: Code = {
      type: 'code',
      value: lines.join('\n'),
      ...(node.position && { position: node.position }),
    };
    parent.children.splice(index, 1, block);
  });
}

/**
 * A paragraph of nothing but code is a block of code, also where a script for the registry was set on one
 * line: such a script works only with its line ends.
 */
export function blocksOfCode(root: Root): void {
  visit(root, 'paragraph', (paragraph, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (parent.type === 'listItem' && index === 0) return;
    const lines = codeLines(paragraph);
    if (lines === undefined) return;
    const block: Code = {
      type: 'code',
      value: unflattened(lines).join('\n'),
      ...(paragraph.position && { position: paragraph.position }),
    };
    parent.children.splice(index, 1, block);
  });
}

/**
 * The lines of a block without what is there only for the sake of Markdown: the indent of all of them,
 * white space at their ends, blank lines at the top and at the bottom. A script for the registry needs
 * no indent at all.
 */
export function trimCode(root: Root): void {
  visit(root, 'code', (code) => {
    const lines = code.value.split('\n').map((line) => line.trimEnd());
    const filled = lines.filter((line) => line !== '');
    const script = isScript(filled.map((line) => line.trim()));
    const indent = filled.reduce((least, line) => Math.min(least, line.search(/\S/)), Infinity);
    code.value = unflattened(lines.map((line) => (script ? line.trim() : line.slice(indent))))
      .join('\n')
      .replace(/^\n+|\n+$/g, '');
  });
}

const unflattened = (lines: readonly string[]): readonly string[] =>
  isFlattened(lines) ? scriptLines(lines) : lines;

/** The code of a paragraph without any other word; undefined where there is one. */
function codeLines({ children }: Paragraph): string[] | undefined {
  const lines: string[] = [];
  for (const child of children) {
    if (child.type === 'inlineCode') lines.push(child.value.trim());
    else if (child.type !== 'break' && !(child.type === 'text' && child.value.trim() === ''))
      return undefined;
  }
  return lines.length === 0 ? undefined : lines;
}

function linesOfOnlyItem({ children: items }: List): string[] | undefined {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0 || item.children.some(({ type }) => type !== 'paragraph'))
    return undefined;
  const paragraphs = item.children.map((child) => unmarkedLines(child as Paragraph));
  return paragraphs.some((lines) => lines === undefined)
    ? undefined
    : paragraphs.flatMap((lines) => lines ?? []);
}

/** The lines of a paragraph without links, emphasis or images; undefined where it has any. */
function unmarkedLines(paragraph: Paragraph): string[] | undefined {
  if (paragraph.children.some(({ type }) => type !== 'text' && type !== 'break')) return undefined;
  return linesOf(paragraph).filter((line) => line !== '');
}

/** A log has several lines, and machines wrote at least two in five of them. */
const isLog = (lines: readonly string[]): boolean =>
  lines.length >= fewestLines &&
  lines.filter((line) => machineSign.test(line)).length * 5 >= lines.length * 2;
