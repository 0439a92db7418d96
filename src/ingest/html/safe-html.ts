import type { ElementContent, Root as HastRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import type { Definition, PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { VFile } from 'vfile';
import { writtenHtml } from '../../html/written.ts';
import type { Finding } from '../../model/problem.ts';
import { visit, visitAll } from '../tree/visit.ts';
import { readAddresses } from './addresses.ts';
import { footnotes, liftMentions, mentionType } from './footnotes.ts';
import { allowlist } from './html-allowlist.ts';
import type { AskedImage } from './images.ts';
import { leftOut } from './left-out.ts';
import { asPhrasing } from './placed-elements.ts';
import { type Found, type Settling, settle, type WantedAdvisory } from './settled-html.ts';

function holdsRaw(tree: HastRoot): boolean {
  let found = false;
  visit(tree, 'raw', () => {
    found = true;
    return 'stop';
  });
  return found;
}

/** With a file, whatever is in it, elements keep their lines. */
const noFile = new VFile();

/** A stage that turns the content of one part into sanitised HTML. */
export interface HtmlWriter {
  block(content: readonly RootContent[]): HastRoot;
  /** Without a paragraph around it, where one is enough. */
  inline(content: readonly PhrasingContent[]): string;
  /** The footnotes that were mentioned; undefined if the text has no footnotes. Call it last. */
  footnotes(): HastRoot | undefined;
  /** What was found in all of it. */
  findings(): Finding[];
  readonly wanted: readonly WantedAdvisory[];
  readonly images: readonly AskedImage[];
}

/**
 * Each part is converted for itself, so that a tag left open in one cannot swallow the next. Reference
 * definitions of the whole text serve all of them.
 */
export function htmlWriter(root: Root, how: Omit<Settling, 'found'>): HtmlWriter {
  const definitions = definitionsOf(root);
  const found: Found = { findings: [], wanted: [], images: [], nowhere: new Set() };
  const settling = { ...how, found };
  const notes = footnotes();
  const unshown = leftOut(allowlist);
  notes.learn(root);
  const settled = (written: HastRoot, isLine = false): HastRoot => {
    // Parsing HTML anew is the dearest step, and most parts hold none.
    const isRaw = holdsRaw(written);
    const parsed = (isRaw ? raw(written, { passThrough: [mentionType], file: noFile }) : written) as HastRoot;
    if (isRaw) {
      headingsAsBold(parsed, found.findings);
      unshown.look(parsed);
      onlyBoxes(parsed);
    }
    notes.settle(parsed);
    readAddresses(parsed, found.findings);
    const tree = sanitize(parsed, allowlist) as HastRoot;
    settle(tree, settling, isLine);
    return tree;
  };
  const convert = (children: readonly RootContent[]): HastRoot => {
    for (const child of children) notes.learn(child);
    const names = namesIn(children);
    const named = definitions.filter(({ identifier }) => names.has(identifier));
    const content = {
      type: 'root',
      children: [...children.map((child) => headingAsBold(child, found.findings)), ...named],
    } as Root;
    liftMentions(content);
    const handlers = { footnoteReference: notes.handler };
    return toHast(content, { allowDangerousHtml: true, handlers }) as HastRoot;
  };
  return {
    findings: () => [...found.findings, ...unshown.findings()],
    wanted: found.wanted,
    images: found.images,
    block: (content) => settled(convert(content)),
    inline(content) {
      const tree = settled(convert([{ type: 'paragraph', children: [...content] }]), true);
      return writtenHtml({ type: 'root', children: asPhrasing(tree.children as ElementContent[]) }).trim();
    },
    footnotes() {
      const list = notes.list((content) => settled(convert(content)).children as ElementContent[]);
      return list && { type: 'root', children: [list] };
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

/** A heading inside a quotation, a note or a list item is not a section; it is set in bold. */
function headingAsBold(node: RootContent, findings: Finding[]): RootContent {
  visit(node as Root | RootContent, 'heading', (heading, index, parent) => {
    if (parent === undefined || index === undefined) return;
    findings.push(noSection('a heading inside a quotation or a list', heading.position?.start.line));
    parent.children[index] = {
      type: 'paragraph',
      children: [{ type: 'strong', children: heading.children }],
    };
  });
  return node;
}

/** Of what a form is made of only boxes are text, as those of a task list; a field has nothing to show. */
function onlyBoxes(tree: HastRoot): void {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'input' && element.properties.type !== 'checkbox') element.tagName = 'template';
  });
}

/** A heading in HTML that the reader of the file did not take for a section. */
function headingsAsBold(tree: HastRoot, findings: Finding[]): void {
  visit(tree, 'element', (heading) => {
    if (!/^h[1-6]$/.test(heading.tagName)) return;
    findings.push(noSection(`\`<${heading.tagName}>\``, heading.position?.start.line));
    heading.tagName = 'p';
    heading.properties = {};
    heading.children = [{ type: 'element', tagName: 'strong', properties: {}, children: heading.children }];
  });
}

const noSection = (what: string, line: number | undefined): Finding => ({
  outcome: 'repaired',
  rule: 'heading-no-section',
  line,
  what: `${what} does not open a section`,
  remedy: 'set in bold; begin a line with `##`, and end it in the section id, as in `## Title {#overview}`',
});
