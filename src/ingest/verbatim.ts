import type { Code, List, Paragraph, Root } from 'mdast';
import { linesOf } from './markdown.ts';
import { visit, visitAll } from './visit.ts';

/**
 * Signs that a line was written by a machine: `KEY=value`, a path with a drive, a registry key, an
 * error code, the name of a file that runs or logs.
 */
const machineSign =
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
    const script = /HKEY_[A-Z]/.test(lines.join('')) && /"[^"]+"=/.test(lines.join(' '));
    const block: Code = {
      type: 'code',
      value: (script ? registryLines(lines) : lines).join('\n'),
      ...(paragraph.position && { position: paragraph.position }),
    };
    parent.children.splice(index, 1, block);
  });
}

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

/** A line of a `.reg` file begins with a key or with the name of a value; whatever does not goes on. */
function registryLines(lines: readonly string[]): string[] {
  return lines
    .join(' ')
    .replace(/\s*(\[-?HKEY_|(?<!\[-?)HKEY_)/g, '\n$1')
    .replace(/([\]\w])\s*("[^"\n]+"=)/g, '$1\n$2')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
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
