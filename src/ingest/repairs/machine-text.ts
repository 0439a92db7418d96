import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { visitAll } from '../tree/visit.ts';

const guid = String.raw`\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?`;

/**
 * A line that is nothing but a path with its drive or registry root, a value of the registry, or a GUID.
 * Such a line is no language: it is searched for, copied, and must break anywhere or nowhere.
 */
const machineLine = new RegExp(
  String.raw`^(?!.*[.:,;]$)(?:HK(?:EY_[A-Z_]+|LM|CU|CR)\\\S.*|[A-Za-z]:\\\S[^<>]*\.\w{2,4}|"[^"]+"\s*=\s*(?:"[^"]*"|\w+:\S+)|${guid})$`,
);

/** Marks lines of a text that machines wrote as code. */
export function markMachineLines(tree: HastRoot): void {
  visitAll(tree, (node) => {
    if (node.type === 'element' && /^(?:code|pre|a)$/.test(node.tagName)) return 'skip';
    if ('children' in node && node.children.some(isMachineText))
      node.children = node.children.map((child, at, all) =>
        isMachineText(child) && isBreak(all[at - 1]) && isBreak(all[at + 1]) ? codeOf(child.value) : child,
      ) as ElementContent[];
    return undefined;
  });
}

const isMachineText = (node: { type: string; value?: string }): node is { type: 'text'; value: string } =>
  node.type === 'text' && machineLine.test(node.value?.trim() ?? '');

const isBreak = (node: { type: string; tagName?: string; value?: string } | undefined): boolean =>
  node === undefined ||
  (node.type === 'element' ? /^(?:br|ul|ol|p)$/.test(node.tagName ?? '') : node.value?.trim() === '');

const codeOf = (value: string): Element => ({
  type: 'element',
  tagName: 'code',
  properties: {},
  children: [{ type: 'text', value: value.trim() }],
});
