import type { Nodes, Root } from 'mdast';
import type { Finding } from '../model/problem.ts';
import { visit } from './visit.ts';

/** Elements that the allowlist takes away with everything in them. */
export const unsafeElements =
  'embed iframe math noscript object script style svg template textarea title'.split(' ');

const opening = new RegExp(`<(${unsafeElements.join('|')})(?![a-z0-9-])`, 'gi');

/**
 * Tells which elements will be taken away. One that is never closed would take the rest of the text with
 * it: its tag is shown as text instead.
 */
export function tellUnsafeElements(root: Root): Finding[] {
  const findings: Finding[] = [];
  visit(root, 'html', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const following = parent.children
      .slice(index + 1)
      .flatMap((sibling: Nodes) => (sibling.type === 'html' ? sibling.value : []));
    const behind = parent.type === 'paragraph' ? following.join('') : '';
    node.value = node.value.replace(opening, (tag: string, name: string, at: number) => {
      const closed =
        name.toLowerCase() === 'embed' ||
        `${node.value.slice(at)}${behind}`.toLowerCase().includes(`</${name.toLowerCase()}`);
      findings.push({
        outcome: 'repaired',
        rule: 'unsafe-element',
        line: node.position?.start.line,
        what: `\`${tag}>\` is an element that no advisory may have`,
        remedy: closed ? 'left out with what it holds' : 'shown as text, because it is never closed',
      });
      return closed ? tag : `&lt;${tag.slice(1)}`;
    });
    if (node.value.startsWith('&lt;') && parent.type === 'paragraph') {
      parent.children[index] = { type: 'text', value: node.value.replace('&lt;', '<') };
    }
  });
  return findings;
}
