import type { Code, Parents, Root, RootContent } from 'mdast';
import { linesOf } from '../tree/markdown.ts';
import { visitAll } from '../tree/visit.ts';

/*
 * Scripts for the registry (`.reg`): a first line with the version, then keys in brackets, each followed
 * by its values (https://learn.microsoft.com, “Using a .reg file”). They are copied into a file and run,
 * so that their line ends count.
 */

const key = /^\[?-?HKEY_[A-Z_]+\\.*\]?$/i;
const value = /^(?:"[^"]+"|@)\s*=/;
/** The first line, in any language. */
const header = /^(?:REGEDIT4|\S.{0,60}\b5[.,]00)$/;

const isScriptLine = (line: string): boolean =>
  line === '' || key.test(line) || value.test(line) || header.test(line);

/** Whether these are the lines of a script: a key and one of its values, and nothing else. */
export const isScript = (lines: readonly string[]): boolean =>
  lines.some((line) => key.test(line)) && lines.some((line) => value.test(line)) && lines.every(isScriptLine);

/** Whether a script lost its line ends: a key and a value stand on one line, or a name on two. */
export function isFlattened(lines: readonly string[]): boolean {
  if (!/^(?:[^\n[]{0,60}\b5[.,]00)?\s*\[?-?HKEY_/.test(lines.join(' '))) return false;
  return (
    lines.some((line) => /HKEY_[A-Z]/.test(line) && /"[^"]+"=/.test(line)) ||
    lines.some((line) => /^[^"]*"[^"]*$/.test(line))
  );
}

/**
 * Gives a script that was set on one line its lines again, a blank one before every key.
 *
 * @param pieces what was set as separate pieces of code; a name may be cut in two by them
 */
export function scriptLines(pieces: readonly string[]): string[] {
  return joined(pieces)
    .replace(/\s*(\[-?HKEY_|(?<!\[-?)HKEY_)/g, '\n\n$1')
    .replace(/([\]\w])\s*("[^"\n]+"=)/g, '$1\n$2')
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

/** A part of a path that was cut in two stands whole elsewhere; anything else was cut at a space. */
function joined(pieces: readonly string[]): string {
  const all = pieces.join(' ');
  return pieces.reduce((text, piece) => {
    const cut = [/\\(\w+)$/.exec(text)?.[1], /^(\w+)\\/.exec(piece)?.[1]];
    const whole = !cut.includes(undefined) && all.includes(`\\${cut.join('')}\\`);
    return `${text}${whole ? '' : ' '}${piece}`;
  });
}

/** A script in several blocks, or in paragraphs, becomes one block of code. */
export function joinScripts(root: Root): void {
  visitAll(root, (node) => {
    if ('children' in node) joinIn(node);
  });
}

function joinIn(parent: Parents): void {
  const children = parent.children as RootContent[];
  for (let at = 0; at < children.length; at += 1) {
    const first = scriptPart(children[at]);
    if (first === undefined) continue;
    const parts = [first];
    for (let next = scriptPart(children[at + parts.length]); next !== undefined; ) {
      if (header.test(next[0] ?? '')) break;
      parts.push(next);
      next = scriptPart(children[at + parts.length]);
    }
    const lines = parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
    if (!isScript(lines) || (parts.length === 1 && children[at]?.type === 'code')) {
      // No part of it is one either.
      at += parts.length - 1;
      continue;
    }
    const position = children[at]?.position;
    const block: Code = { type: 'code', value: lines.join('\n'), ...(position && { position }) };
    children.splice(at, parts.length, block);
  }
}

/** The lines of a block that may be part of a script, and hold nothing else. */
function scriptPart(node: RootContent | undefined): string[] | undefined {
  if (node?.type !== 'code' && node?.type !== 'paragraph') return undefined;
  if (node.type === 'paragraph' && node.children.some(({ type }) => type !== 'text' && type !== 'break'))
    return undefined;
  const lines = (node.type === 'code' ? node.value.split('\n') : linesOf(node)).map((line) =>
    // What is left of a fence that never opened.
    line.trim().replace(/^`+|`+$/g, ''),
  );
  return lines.some((line) => line !== '') && lines.every(isScriptLine) ? lines : undefined;
}
