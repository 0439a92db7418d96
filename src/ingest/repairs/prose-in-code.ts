import type { Code, Parents, Root } from 'mdast';
import { parseArchive } from '../tree/markdown.ts';
import { visit } from '../tree/visit.ts';
import { machineSign } from './verbatim.ts';

/*
 * Four spaces make code, and authors who mean a paragraph of a list item set as many. What they wrote
 * tells: Markdown, or sentences in which nothing was written by a machine.
 */

/** Each reading may bring out more of it; no real text needs as many. */
const mostReadings = 3;

/**
 * The tree of a text, in which indented prose is no code. The text is read again with such lines moved
 * to where their list item begins, so that what follows them belongs where its author meant it.
 */
export function parseWithoutFalseCode(body: string): { root: Root; body: string } {
  let source = body;
  let root = parseArchive(source);
  for (let readings = 1; readings < mostReadings; readings += 1) {
    const mended = withProseMoved(root, source);
    if (mended === source) break;
    source = mended;
    root = parseArchive(source);
  }
  return { root, body: source };
}

function withProseMoved(root: Root, source: string): string {
  const blocks: { code: Code; column: number }[] = [];
  visit(root, 'code', (code, index, parent) => {
    if (index === undefined || parent === undefined) return;
    if (isIndented(code, source) && isProse(code.value)) blocks.push({ code, column: columnOf(parent) });
  });
  if (blocks.length === 0) return source;
  const lines = source.split('\n');
  for (const { code, column } of blocks) {
    const { start, end } = code.position ?? {};
    const [from, to] = [(start?.line ?? 1) - 1, end?.line ?? 0];
    const indent = lines
      .slice(from, to)
      .filter((line) => line.trim() !== '')
      .reduce((least, line) => Math.min(least, line.search(/[^ \t]/)), Number.POSITIVE_INFINITY);
    for (let at = from; at < to; at += 1)
      lines[at] = lines[at]?.trim() === '' ? '' : `${' '.repeat(column)}${lines[at]?.slice(indent) ?? ''}`;
  }
  return lines.join('\n');
}

/** Of a fenced block the fence is no part. */
const isIndented = (code: Code, source: string): boolean =>
  /^\s*`{3}/.test(code.value) ||
  !/^\s*(?:`{3}|~{3})/.test(source.slice(code.position?.start.offset).slice(0, 80));

/** Where the content of a list item begins, so that a line there belongs to it. */
const columnOf = (parent: Parents): number =>
  parent.type === 'listItem' ? (parent.children[0]?.position?.start.column ?? 1) - 1 : 0;

const fewestLetters = 30;

function isProse(value: string): boolean {
  if (/^\s*#{1,6} \S[^\n]*$/.test(value)) return true;
  // A fence in indented code is a fence, and what stands around it a text.
  if (/^[^\S\n]*`{3}/m.test(value)) return true;
  if (/\*\*\s*\S?[^*\n]*\*\*|\]\(https?:/.test(value)) return true;
  const sentences = /[.!?:。！？：][^\S\n]*$/m.test(value) && /\p{L}{2,}[ ,，、]/u.test(value);
  const letters = value.match(/\p{L}/gu)?.length ?? 0;
  const lines = value.split('\n');
  return (
    sentences &&
    letters >= fewestLetters &&
    letters > value.replace(/\s/g, '').length * 0.85 &&
    !lines.some((line) => machineSign.test(line) || /[{}=;\\|<>]/.test(line))
  );
}
