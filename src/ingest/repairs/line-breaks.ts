import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import { isParent, trimEnd, trimStart } from '../tree/markdown.ts';
import { visitAll } from '../tree/visit.ts';

/** In this dialect a paragraph is one line of the file; a line end within it is meant. */
export function breakLines(root: Root): void {
  visitAll(root, (node) => {
    if (!isParent(node) || node.type === 'heading') return;
    const broken = node.children.some(
      (child) => child.type === 'text' && (child as Text).value.includes('\n'),
    );
    if (broken) node.children = (node.children as RootContent[]).flatMap(atLineEnds);
    if (node.type !== 'paragraph') return;
    trimStart(node.children as PhrasingContent[]);
    trimEnd(node.children as PhrasingContent[]);
  });
}

function atLineEnds(node: RootContent): RootContent[] {
  if (node.type !== 'text' || !node.value.includes('\n')) return [node];
  return node.value
    .split('\n')
    .flatMap((value, at): RootContent[] => [
      ...(at > 0 ? [{ type: 'break' } as const] : []),
      ...(value.trim() === '' ? [] : [{ ...node, value, ...movedBy(at, node.position) }]),
    ]);
}

/** A piece of a text stands as many lines further down as line ends stand before it. */
const movedBy = (lines: number, position: Text['position']): Pick<Text, 'position'> =>
  position === undefined
    ? {}
    : { position: { ...position, start: { ...position.start, line: position.start.line + lines } } };
