import type { Html, Root, RootContent } from 'mdast';
import { edited } from '../../html/places.ts';
import { type Markup, markupIn } from '../../html/tags.ts';
import type { Finding } from '../../model/problem.ts';
import { isParent } from '../tree/markdown.ts';
import { visitAll } from '../tree/visit.ts';

/** Elements that the allowlist takes away with everything in them. */
export const unsafeElements =
  'embed iframe math noscript object script style svg template textarea title'.split(' ');

const isUnsafe = ({ kind, name }: Markup): boolean => kind === 'start' && unsafeElements.includes(name);

/**
 * Tells which elements will be taken away. One that is never closed would take the rest of the text with
 * it: its tag is shown as text instead.
 */
export function tellUnsafeElements(root: Root): Finding[] {
  const findings: Finding[] = [];
  visitAll(root, (parent) => {
    if (!isParent(parent) || !parent.children.some(({ type }) => type === 'html')) return;
    const children = parent.children as RootContent[];
    // A tag that the file ends in is one too.
    const markup = children.map((node) => (node.type === 'html' ? markupIn(`${node.value}>`) : []));
    // Inline, an element may end in a later node; a block of HTML is a whole.
    const lastEnd = parent.type === 'paragraph' ? lastEnds(markup) : undefined;
    parent.children = children.map((node, index) => {
      if (node.type !== 'html') return node;
      const own = markup[index] ?? [];
      const ends = lastEnd ?? lastEnds([own]);
      const at = lastEnd === undefined ? 0 : index;
      const unclosed = own.filter(isUnsafe).filter(({ name, start }) => {
        const end = ends.get(name);
        const closed =
          name === 'embed' ||
          (end !== undefined && (end.node > at || (end.node === at && end.start > start)));
        findings.push(finding(node, start, name, closed));
        return !closed;
      });
      if (parent.type === 'paragraph' && unclosed.some(({ start }) => start === 0))
        return { type: 'text', value: node.value };
      const edits = unclosed.map(({ start }) => ({ start, end: start + 1, html: '&lt;' }));
      return edits.length === 0 ? node : { ...node, value: edited(node.value, edits) };
    });
  });
  return findings;
}

/** Where each element ends for the last time, among the tags of nodes one after the other. */
function lastEnds(markup: readonly (readonly Markup[])[]): Map<string, { node: number; start: number }> {
  const ends = new Map<string, { node: number; start: number }>();
  for (const [node, tags] of markup.entries())
    for (const { kind, name, start } of tags) if (kind === 'end') ends.set(name, { node, start });
  return ends;
}

const finding = (node: Html, start: number, name: string, closed: boolean): Finding => ({
  outcome: 'repaired',
  rule: 'unsafe-element',
  line: node.position?.start.line,
  what: `\`${node.value.slice(start, start + 1 + name.length)}>\` is an element that no advisory may have`,
  remedy: closed ? 'left out with what it holds' : 'shown as text, because it is never closed',
});
