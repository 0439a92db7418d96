import type { Nodes as HastNodes, Parents as HastParents } from 'hast';
import type { Node, Nodes, Parents } from 'mdast';

/**
 * What a visitor says: `skip` what is in the node, `stop` altogether, or the index among its siblings to
 * go on at, because the node itself was replaced.
 */
type Next = 'skip' | 'stop' | number | undefined;

type Visitor<Node, Parent> = (
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  // `void`, so that a visitor that only looks need not return.
  // biome-ignore lint/suspicious/noConfusingVoidType: see above
) => Next | void;

type OfType<All extends { type: string }, Type> = Extract<All, { type: Type }>;

interface AnyNode {
  readonly type: string;
  readonly children?: readonly AnyNode[];
}

/**
 * Visits the nodes of one type, a parent before its children, the node itself included. The visitor may
 * change the node and its siblings.
 *
 * The same as `unist-util-visit`, which spends most of its time on naming a function for every node, for
 * stack traces: a quarter of the time that reading an archive took.
 */
export function visit<Type extends Nodes['type']>(
  tree: Nodes,
  type: Type,
  visitor: Visitor<OfType<Nodes, Type>, Parents>,
): void;
export function visit<Type extends HastNodes['type']>(
  tree: HastNodes,
  type: Type,
  visitor: Visitor<OfType<HastNodes, Type>, HastParents>,
): void;
export function visit(tree: AnyNode, type: string, visitor: Visitor<never, never>): void {
  walk(tree, type, visitor as Visitor<AnyNode, AnyNode>, undefined, undefined);
}

/** Visits the nodes of every type. */
export function visitAll(tree: Nodes, visitor: Visitor<Nodes, Parents>): void;
export function visitAll(tree: HastNodes, visitor: Visitor<HastNodes, HastParents>): void;
export function visitAll(tree: AnyNode, visitor: Visitor<never, never>): void {
  walk(tree, undefined, visitor as Visitor<AnyNode, AnyNode>, undefined, undefined);
}

function walk(
  node: AnyNode,
  type: string | undefined,
  visitor: Visitor<AnyNode, AnyNode>,
  index: number | undefined,
  parent: AnyNode | undefined,
): Next {
  const next =
    type === undefined || node.type === type ? (visitor(node, index, parent) ?? undefined) : undefined;
  if (next !== undefined) return next;
  const { children } = node;
  if (children === undefined) return undefined;
  for (let at = 0; at < children.length; ) {
    const child = children[at];
    if (child === undefined) break;
    const said = walk(child, type, visitor, at, node);
    if (said === 'stop') return said;
    at = typeof said === 'number' ? said : at + 1;
  }
  return undefined;
}

/** Says of a node, and of all in it, that it is somewhere: what was parsed by itself does not know. */
export function placeAt(tree: Nodes, position: Node['position']): void {
  visitAll(tree, (node) => {
    if (position === undefined) delete node.position;
    else node.position = position;
  });
}
