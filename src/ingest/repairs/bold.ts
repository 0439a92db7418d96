import type { Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { plainText, trimEnd } from '../tree/markdown.ts';
import { visit, visitAll } from '../tree/visit.ts';

/**
 * `**Was ist das? **`, `**Was ist das?␤**Antwort`: with white space before it a closing run does not
 * close, and the asterisks stay in the text. They are paired here, unless the author escaped them.
 */
export function mendBold(root: Root, source: string): void {
  visit(root, 'paragraph', (paragraph) => {
    const literal = (node: PhrasingContent): node is Text =>
      node.type === 'text' && node.value.includes('**') && !sliceOf(node, source).includes('\\*');
    if (!paragraph.children.some(literal)) return;
    const parts = paragraph.children.flatMap((child) => (literal(child) ? splitAtBold(child) : [child]));
    paragraph.children = pairBold(parts);
    return 'skip';
  });
}

const boldMark = 'concord-bold-mark';
type Marked = PhrasingContent | { type: typeof boldMark };

const sliceOf = (node: Text, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** An empty bold (`****`) is nothing; every other `**` is a mark. */
function splitAtBold(node: Text): Marked[] {
  const pieces = node.value.replaceAll('****', '').split('**');
  return pieces.flatMap((value, index): Marked[] => [
    ...(index > 0 ? [{ type: boldMark } as const] : []),
    ...(value === '' ? [] : [{ ...node, value }]),
  ]);
}

function pairBold(parts: readonly Marked[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined) continue;
    if (part.type !== boldMark) {
      out.push(part);
      continue;
    }
    const close = parts.findIndex((other, index) => index > at && other.type === boldMark);
    // A mark without a partner: whatever it was to embolden cannot be told, so nothing is.
    if (close === -1) continue;
    const inner = parts.slice(at + 1, close) as PhrasingContent[];
    const tail = trimEnd(inner);
    if (inner.length > 0) out.push({ type: 'strong', children: inner });
    out.push(...tail);
    at = close;
  }
  return out;
}

/**
 * `**U** **b** **erørt programvare** **?**`: a converter cut bold into pieces, also inside words. They
 * are one again; a mark, or a letter that is no word, belongs to what stands before it.
 */
export function joinBoldPieces(root: Root): void {
  visitAll(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return;
    const children: PhrasingContent[] = [];
    for (const child of node.children) {
      const [before, space] = [children.at(-2), children.at(-1)];
      const apart = space?.type === 'text' && /^[ \u00A0]+$/.test(space.value);
      if (child.type === 'strong' && apart && before?.type === 'strong') {
        const [left, right] = [plainText(before), plainText(child)];
        if (belongsTogether(left, right)) {
          before.children.push(...child.children);
          children.pop();
          continue;
        }
      }
      children.push(child);
    }
    node.children = children;
  });
}

function belongsTogether(left: string, right: string): boolean {
  if (/^[?!.,:;)？！。，：；）]+$/.test(right)) return true;
  const letter = /^[bcdfghjklmnpqrstvwxz]$/;
  if (letter.test(right)) return /\p{L}$/u.test(left);
  // The first letters of a word that goes on.
  return /^\p{Lu}[bcdfghjklmnpqrstvwxz]?$/u.test(left) && /^\p{Ll}/u.test(right);
}

/** A line that is bold from end to end is a label or a question; it begins a paragraph of its own. */
export function splitAtBoldLines(root: Root): void {
  root.children = root.children.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph') return [node];
    const paragraphs: Paragraph[] = [];
    let current: PhrasingContent[] = [];
    for (const [index, child] of node.children.entries()) {
      const next = node.children[index + 1];
      const after = node.children[index + 2];
      const boldLine =
        child.type === 'break' && next?.type === 'strong' && (after === undefined || after.type === 'break');
      if (boldLine && current.length > 0) {
        paragraphs.push(paragraphOf(current));
        current = [];
      } else current.push(child);
    }
    return [...paragraphs, paragraphOf(current)];
    function paragraphOf(children: PhrasingContent[]): Paragraph {
      const [first, last] = [children[0]?.position, children.findLast(({ position }) => position)?.position];
      const position = first && last ? { start: first.start, end: last.end } : node.position;
      return { type: 'paragraph', children, ...(position && { position }) };
    }
  });
}
