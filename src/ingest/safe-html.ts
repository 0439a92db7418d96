import type { Element, ElementContent, RootContent as HastContent, Root as HastRoot } from 'hast';
import type { Definition, FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { type Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { WebAddress } from '../model/edition.ts';
import type { Finding } from '../model/problem.ts';
import { forbiddenCharacters, nameOf } from './decode.ts';

/**
 * What may stand in a text: the elements that advisories are made of, and no attribute that acts, loads
 * or styles. Ids come from content only for footnotes, under a prefix that the page does not use.
 */
const schema: SanitizeSchema = {
  tagNames:
    'a b blockquote br caption code col colgroup dd del div dl dt em hr i img input li ol p pre section small strong sub sup table tbody td tfoot th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    a: [
      'href',
      'title',
      ['id', /^note-/],
      ['ariaDescribedBy', /^note-/],
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
    col: ['span'],
    colgroup: ['span'],
    code: [['className', /^language-/]],
    img: ['alt'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [['id', /^note-/]],
    ol: ['start', 'reversed'],
    section: ['dataFootnotes'],
    td: ['colSpan', 'rowSpan', 'align'],
    th: ['colSpan', 'rowSpan', 'align', 'scope'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https'] },
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    li: ['ol', 'ul'],
  },
  strip: [
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'embed',
    'noscript',
    'title',
    'textarea',
    'svg',
    'math',
  ],
  clobber: [],
};

/** Deeper than this no serializer need follow; the parser’s own limits are far below. */
const maxElementDepth = 256;

export interface SafeHtml {
  readonly tree: HastRoot;
  readonly html: string;
}

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: false });

/** A stage that turns the content of one part into sanitised HTML. */
export interface HtmlWriter {
  block(content: readonly RootContent[]): SafeHtml;
  inline(content: readonly PhrasingContent[]): string;
  readonly findings: readonly Finding[];
}

/**
 * Each part is converted for itself, so that a tag left open in one cannot swallow the next. Reference
 * definitions of the whole text serve all of them.
 *
 * @param ids the section ids that a link inside the text may name
 */
export function htmlWriter(root: Root, ids: ReadonlySet<string>): HtmlWriter {
  const definitions = definitionsOf(root);
  const findings: Finding[] = [];
  let part = 0;
  const convert = (children: readonly RootContent[]): HastRoot => {
    part += 1;
    const processor = unified()
      .use(remarkRehype, {
        allowDangerousHtml: true,
        clobberPrefix: `note-${part}-`,
        footnoteLabel: ' ',
        footnoteBackLabel: '',
      })
      .use(rehypeRaw)
      .use(rehypeSanitize, schema)
      .use(() => (tree: HastRoot) => settle(tree, ids, findings));
    const content = { type: 'root', children: [...children.map(headingAsBold), ...definitions] } as Root;
    return processor.runSync(content) as unknown as HastRoot;
  };
  return {
    findings,
    block(content) {
      const tree = convert(content);
      return { tree, html: stringifier.stringify(tree).trim() };
    },
    inline(content) {
      const tree = convert([{ type: 'paragraph', children: [...content] }]);
      const [paragraph] = tree.children.filter((node) => node.type === 'element');
      return stringifier.stringify({ type: 'root', children: paragraph?.children ?? [] }).trim();
    },
  };
}

function definitionsOf(root: Root): (Definition | FootnoteDefinition)[] {
  const found: (Definition | FootnoteDefinition)[] = [];
  visit(root, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node);
  });
  return found;
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

/** What is left to do on a sanitised tree. */
function settle(tree: HastRoot, ids: ReadonlySet<string>, findings: Finding[]): void {
  refuseHidden(tree, findings);
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    switch (node.tagName) {
      case 'a':
        return settleLink(node, index, parent, ids, findings);
      case 'img':
        return replace(parent, index, altOf(node, findings));
      case 'code':
      case 'pre':
        node.properties.translate = 'no';
        return;
      case 'table':
        settleTable(node);
        return;
      default:
        return;
    }
  });
}

type HastParent = { children: (HastContent | ElementContent)[] };

function settleLink(
  link: Element,
  index: number,
  parent: HastParent,
  ids: ReadonlySet<string>,
  findings: Finding[],
) {
  const { href } = link.properties;
  // Without an address it is no link: `<a name>`, or an address that the sanitiser took away.
  if (typeof href !== 'string') return replace(parent, index, link.children);
  if (href.startsWith('#') && (ids.has(href.slice(1)) || href.startsWith('#note-'))) return;
  const address = WebAddress.safeParse(href);
  if (address.success) return;
  findings.push({
    outcome: 'repaired',
    rule: 'unusable-link',
    line: link.position?.start.line,
    what: `the link target \`${href.slice(0, 120)}\` leads nowhere`,
    remedy: 'its text is shown without a link; give an http or https address, or a section id of this text',
  });
  return replace(parent, index, link.children);
}

function altOf(image: Element, findings: Finding[]): ElementContent[] {
  const alt = typeof image.properties.alt === 'string' ? image.properties.alt.trim() : '';
  findings.push({
    outcome: 'repaired',
    rule: 'image',
    line: image.position?.start.line,
    what: 'an image',
    remedy: alt === '' ? 'left out; it has no alternative text' : 'replaced by its alternative text',
  });
  return alt === ''
    ? []
    : [{ type: 'element', tagName: 'em', properties: {}, children: [{ type: 'text', value: alt }] }];
}

function replace(parent: HastParent, index: number, children: ElementContent[]): [typeof SKIP, number] {
  parent.children.splice(index, 1, ...children);
  return [SKIP, index];
}

/** The first row with words is the head; a head cell says which cells it is for. */
function settleTable(table: Element): void {
  const sections = table.children.filter((child): child is Element => child.type === 'element');
  const head = sections.find(({ tagName }) => tagName === 'thead');
  const body = sections.find(({ tagName }) => tagName === 'tbody');
  if (head !== undefined && wordsOf(head) === '') {
    const rows = body?.children.filter((child): child is Element => child.type === 'element') ?? [];
    const [first] = rows;
    if (body === undefined || first === undefined || rows.length < 2) {
      table.children = table.children.filter((child) => child !== head);
    } else {
      body.children = body.children.filter((child) => child !== first);
      for (const cell of first.children) if (cell.type === 'element') cell.tagName = 'th';
      head.children = [first];
    }
  }
  visit(table, 'element', (cell) => {
    const { align, ...others } = cell.properties;
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return;
    cell.properties = others;
    if (align === 'right' || align === 'center') cell.properties.className = [`align-${align}`];
  });
  visit(table, 'element', (node) => {
    if (node.tagName !== 'thead') return;
    visit(node, 'element', (cell) => {
      if (cell.tagName === 'th') cell.properties.scope ??= 'col';
    });
  });
}

/** The words of an element, on one line. */
export function wordsOf(node: HastRoot | Element): string {
  let words = '';
  visit(node, (child) => {
    if (child.type === 'text') words += child.value;
    else if (child.type === 'element' && child.tagName === 'br') words += ' ';
  });
  return words.replace(/\s+/g, ' ').trim();
}

/** Character references (`&#x202E;`) bring in what the bytes may not hold. */
function refuseHidden(tree: HastRoot, findings: Finding[]): void {
  const stack: { node: HastRoot | HastContent; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    if (depth > maxElementDepth) {
      findings.push({
        outcome: 'refused',
        rule: 'too-deep',
        what: `HTML nested more than ${maxElementDepth} levels deep`,
        remedy: 'flatten it',
      });
      tree.children = [];
      return;
    }
    const texts =
      node.type === 'text'
        ? [node.value]
        : node.type === 'element'
          ? Object.values(node.properties).map(String)
          : [];
    const hidden = texts
      .map((text) => forbiddenCharacters.exec(text)?.[0])
      .find((found) => found !== undefined);
    if (hidden !== undefined) {
      findings.push({
        outcome: 'refused',
        rule: 'forbidden-character',
        line: node.position?.start.line,
        what: `holds ${nameOf(hidden)} as a character reference`,
        remedy: 'remove it',
      });
    }
    if ('children' in node)
      for (const child of node.children) stack.push({ node: child as HastContent, depth: depth + 1 });
  }
}
