import type { ElementContent, Root as HastRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import type { Definition, PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { writtenHtml } from '../../html/written.ts';
import type { Finding } from '../../model/problem.ts';
import { visit, visitAll } from '../tree/visit.ts';
import { footnotes, liftMentions, mentionType } from './footnotes.ts';
import { allowlist } from './html-allowlist.ts';
import { asPhrasing } from './placed-elements.ts';
import { type Found, settle, type WantedAdvisory } from './settled-html.ts';

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
  /** The footnotes that were mentioned; undefined if the text has no footnotes. Call it last. */
  footnotes(): SafeHtml | undefined;
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
  const notes = footnotes();
  notes.learn(root);
  const settled = (written: HastRoot): HastRoot => {
    // Parsing HTML anew is the dearest step, and most parts hold none.
    const parsed = (holdsRaw(written) ? raw(written, { passThrough: [mentionType] }) : written) as HastRoot;
    notes.settle(parsed);
    const tree = sanitize(parsed, allowlist) as HastRoot;
    settle(tree, ids, found);
    return tree;
  };
  const convert = (children: readonly RootContent[]): HastRoot => {
    for (const child of children) notes.learn(child);
    const names = namesIn(children);
    const named = definitions.filter(({ identifier }) => names.has(identifier));
    const content = { type: 'root', children: [...children.map(headingAsBold), ...named] } as Root;
    liftMentions(content);
    const handlers = { footnoteReference: notes.handler };
    return toHast(content, { allowDangerousHtml: true, handlers }) as HastRoot;
  };
  const safe = (tree: HastRoot): SafeHtml => ({ tree, html: writtenHtml(tree).trim() });
  return {
    ...found,
    block: (content) => safe(settled(convert(content))),
    inline(content) {
      const tree = settled(convert([{ type: 'paragraph', children: [...content] }]));
      return safe({ type: 'root', children: asPhrasing(tree.children as ElementContent[]) }).html;
    },
    footnotes() {
      const list = notes.list((content) => settled(convert(content)).children as ElementContent[]);
      return list && safe({ type: 'root', children: [list] });
    },
  };
}

function definitionsOf(root: Root): Definition[] {
  const found: Definition[] = [];
  visitAll(root, (node) => {
    if (node.type === 'definition') found.push(node);
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
