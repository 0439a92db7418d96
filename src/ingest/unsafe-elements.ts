import type { Nodes, Root } from 'mdast';
import { edited } from '../html/places.ts';
import { type Markup, markupIn } from '../html/tags.ts';
import type { Finding } from '../model/problem.ts';
import { visit } from './visit.ts';

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
  visit(root, 'html', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    // A tag that the file ends in is one too.
    const tags = markupIn(`${node.value}>`).filter(isUnsafe);
    if (tags.length === 0) return;
    const following = parent.children
      .slice(index + 1)
      .flatMap((sibling: Nodes) => (sibling.type === 'html' ? sibling.value : []));
    const behind = parent.type === 'paragraph' ? following.join('') : '';
    const unclosed = tags.filter(({ name, start }) => {
      const closed =
        name === 'embed' || `${node.value.slice(start)}${behind}`.toLowerCase().includes(`</${name}`);
      findings.push({
        outcome: 'repaired',
        rule: 'unsafe-element',
        line: node.position?.start.line,
        what: `\`${node.value.slice(start, start + 1 + name.length)}>\` is an element that no advisory may have`,
        remedy: closed ? 'left out with what it holds' : 'shown as text, because it is never closed',
      });
      return !closed;
    });
    if (parent.type === 'paragraph' && unclosed.some(({ start }) => start === 0)) {
      parent.children[index] = { type: 'text', value: node.value };
      return;
    }
    node.value = edited(
      node.value,
      unclosed.map(({ start }) => ({ start, end: start + 1, html: '&lt;' })),
    );
  });
  return findings;
}
