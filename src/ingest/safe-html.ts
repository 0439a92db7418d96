import type { Root as HastRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Definition, FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Finding } from '../model/problem.ts';
import { allowlist } from './html-allowlist.ts';
import { type Found, settle, type WantedAdvisory } from './settled-html.ts';
import { visit, visitAll } from './visit.ts';

export interface SafeHtml {
  readonly tree: HastRoot;
  readonly html: string;
}

function holdsRaw(tree: HastRoot): boolean {
  let found = false;
  visit(tree, 'raw', () => {
    found = true;
    return 'stop';
  });
  return found;
}

/** A stage that turns the content of one part into sanitised HTML. */
export interface HtmlWriter {
  block(content: readonly RootContent[]): SafeHtml;
  /** Without a paragraph around it, where one is enough. */
  inline(content: readonly PhrasingContent[]): string;
  readonly findings: readonly Finding[];
  readonly wanted: readonly WantedAdvisory[];
}

/**
 * Each part is converted for itself, so that a tag left open in one cannot swallow the next. Reference
 * definitions of the whole text serve all of them.
 *
 * @param ids the section ids that a link inside the text may name
 */
export function htmlWriter(root: Root, ids: ReadonlySet<string>): HtmlWriter {
  const definitions = definitionsOf(root);
  const found: Found = { findings: [], wanted: [] };
  let part = 0;
  const convert = (children: readonly RootContent[]): HastRoot => {
    part += 1;
    const names = namesIn(children);
    const named = definitions.filter(({ identifier }) => names.has(identifier));
    const content = { type: 'root', children: [...children.map(headingAsBold), ...named] } as Root;
    const options = {
      allowDangerousHtml: true,
      clobberPrefix: `note-${part}-`,
      footnoteLabel: ' ',
      footnoteBackLabel: '',
    };
    const written = toHast(content, options) as HastRoot;
    // Parsing HTML anew is the dearest step, and most parts hold none.
    const tree = sanitize(holdsRaw(written) ? raw(written) : written, allowlist) as HastRoot;
    settle(tree, ids, found);
    return tree;
  };
  return {
    ...found,
    block(content) {
      const tree = convert(content);
      return { tree, html: toHtml(tree).trim() };
    },
    inline(content) {
      const tree = convert([{ type: 'paragraph', children: [...content] }]);
      const [only, ...others] = tree.children.filter((node) => node.type === 'element');
      const plain = only?.tagName === 'p' && others.length === 0;
      return toHtml(plain ? { type: 'root', children: only.children } : tree).trim();
    },
  };
}

function definitionsOf(root: Root): (Definition | FootnoteDefinition)[] {
  const found: (Definition | FootnoteDefinition)[] = [];
  visitAll(root, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node);
  });
  return found;
}

/** Identifiers of the definitions that a text asks for. */
function namesIn(children: readonly RootContent[]): Set<string> {
  const names = new Set<string>();
  for (const child of children) {
    visitAll(child as Root | RootContent, (node) => {
      if ('identifier' in node) names.add(node.identifier);
    });
  }
  return names;
}

/** A heading inside a quotation, a note or a list item is no section; it is set in bold. */
function headingAsBold(node: RootContent): RootContent {
  visit(node as Root | RootContent, 'heading', (heading, index, parent) => {
    if (parent === undefined || index === undefined) return;
    parent.children[index] = {
      type: 'paragraph',
      children: [{ type: 'strong', children: heading.children }],
    };
  });
  return node;
}
