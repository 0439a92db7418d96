import type { Element, ElementContent, RootContent as HastContent, Root as HastRoot } from 'hast';
import { markAdvisory } from '../../html/marks.ts';
import type { AdvisoryId } from '../../model/advisory-id.ts';
import { SectionId, WebAddress } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import { forbiddenCharacters, nameOf } from '../bytes/decode.ts';
import { invisibleReference, withoutInvisibleMarks } from '../bytes/text-repairs.ts';
import { visit, visitAll } from '../tree/visit.ts';
import { isContactAddress } from './addresses.ts';
import type { AdvisoryLink } from './advisory-links.ts';
import { type AskedImage, settledImage } from './images.ts';
import { placeElements } from './placed-elements.ts';
import { wordsOf } from './table-cells.ts';

/** Deeper than this no serializer need follow; the parser’s own limits are far below. */
const maxElementDepth = 256;

/** What else is to be mended in safe HTML: an archive needs it, and it would harm a text that is as it should be. */
export interface HtmlMending {
  /** Before anything else is done to the tree. */
  text(tree: HastRoot): void;
  /** A link, and what follows it. */
  link(link: Element, next: HastContent | ElementContent | undefined): void;
  /** Whether a paragraph is left of something that was no text. */
  isNoise(paragraph: Element): boolean;
  table(table: Element, index: number, parent: HastParent): void;
}

/** How a text says which advisory of this site a link means. */
export type AdvisoryNamed = (href: string) => AdvisoryLink | undefined;

export interface Settling {
  /** The section ids that a link inside the text may name. */
  readonly ids: ReadonlySet<string>;
  /** Other places that a link may name, each with the section that it is in. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly mending: HtmlMending;
  readonly advisoryNamed: AdvisoryNamed;
  /** Where problems, and advisories that links ask for, are added. */
  readonly found: Found;
}

/**
 * What is left to do on a sanitised tree: links that lead nowhere, images, tables, verbatim text.
 *
 * @param isLine whether it is a title, a heading or a note
 */
export function settle(tree: HastRoot, settling: Settling, isLine: boolean): void {
  const { mending } = settling;
  const { findings } = settling.found;
  refuseHidden(tree, findings);
  for (const finding of placeElements(tree)) findings.push(finding);
  mending.text(tree);
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    // What is left of a class with no name that is allowed.
    if (Array.isArray(node.properties.className) && node.properties.className.length === 0)
      delete node.properties.className;
    switch (node.tagName) {
      case 'a':
        return settleLink(node, index, parent, settling);
      case 'img': {
        const instead = settledImage(node, isLine, settling.found);
        return instead && replace(parent, index, instead);
      }
      case 'p':
        if (mending.isNoise(node)) return replace(parent, index, []);
        return;
      case 'input':
        return nameBox(node, index, parent);
      case 'code':
      case 'pre':
        node.properties.translate = 'no';
        return;
      case 'table':
        mending.table(node, index, parent);
        // It may be wider than the page: then this scrolls, and the table stays a table to everybody.
        parent.children[index] = {
          type: 'element',
          tagName: 'div',
          properties: { className: ['scroller'] },
          children: [node],
        };
        return;
      default:
        return;
    }
  });
}

const knownWords = new WeakMap<Element, string>();

/** A cell may have thousands of boxes, and its words are read once. */
function wordsOnce(element: Element): string {
  const words = knownWords.get(element) ?? wordsOf(element);
  knownWords.set(element, words);
  return words;
}

/** In characters; the name of a box is read out. */
const longestName = 120;

/** A box is called what is beside it; without words beside it, it becomes a character. */
function nameBox(box: Element, index: number, parent: HastParent & { type: string }): number | undefined {
  const isChecked = box.properties.checked === true || box.properties.checked === '';
  const name = parent.type === 'element' ? wordsOnce(parent as Element) : '';
  if (name === '') return replace(parent, index, [{ type: 'text', value: isChecked ? '☑' : '☐' }]);
  box.properties.ariaLabel = name.slice(0, longestName);
  return undefined;
}

/** An advisory that a link names by a file of the archive; without it the link leads nowhere. */
export interface WantedAdvisory {
  readonly id: AdvisoryId;
  /** The section that it asks for. */
  readonly section?: string | undefined;
  readonly target: string;
  /** The field that names it; undefined for a link of the text. */
  readonly field?: string | undefined;
  readonly line?: number | undefined;
}

export interface Found {
  readonly findings: Finding[];
  readonly wanted: WantedAdvisory[];
  readonly images: AskedImage[];
  /** Places of the page that links name and that are not there. */
  readonly nowhere: Set<string>;
}

export type HastParent = { children: (HastContent | ElementContent)[] };

function settleLink(
  link: Element,
  index: number,
  parent: HastParent,
  { ids, anchors, mending, advisoryNamed, found: { findings, wanted, nowhere } }: Settling,
) {
  mending.link(link, parent.children[index + 1]);
  const { href } = link.properties;
  // Without an address it is no link: `<a name>`, or an address that the sanitiser took away.
  if (typeof href !== 'string') return replace(parent, index, link.children);
  if (!holdsWords(link) && !takeAddressAsWords(link, href, index, parent, findings))
    return replace(parent, index, []);
  if (link.properties.dataFootnoteRef !== undefined || (href.startsWith('#') && ids.has(href.slice(1))))
    return;
  const around = href.startsWith('#') ? anchors.get(href.slice(1)) : undefined;
  if (around !== undefined) {
    link.properties = { ...link.properties, href: `#${around}`, dataOriginal: href };
    return;
  }
  const named = advisoryNamed(href);
  // The page knows whether the site has it, and leads there instead.
  if (named !== undefined) markAdvisory(link, named.id, SectionId.safeParse(named.section).data);
  if (WebAddress.safeParse(href).success || isContactAddress(href)) return;
  if (named !== undefined) {
    link.properties.href = undefined;
    wanted.push({
      id: named.id,
      section: named.section,
      target: href.slice(0, 120),
      line: link.position?.start.line,
    });
    return;
  }
  // A place of the page that is not there is named by many links, and reported once.
  const isKnown = href.startsWith('#') && nowhere.has(href);
  nowhere.add(href);
  if (isKnown) return replace(parent, index, link.children);
  findings.push({
    outcome: 'repaired',
    rule: 'unusable-link',
    line: link.position?.start.line,
    what: `the link target \`${href.slice(0, 120)}\` ${reasonAgainst(href)}`,
    remedy: 'its text is shown without a link; give an http or https address, or a section id of this text',
  });
  return replace(parent, index, link.children);
}

/** Why an address is not linked: what is not valid in a web address, or that it is not a web address. */
function reasonAgainst(href: string): string {
  const message = /^https?:/.test(href) ? WebAddress.safeParse(href).error?.issues[0]?.message : undefined;
  return message === undefined || message.startsWith('is no http') ? 'leads nowhere' : message;
}

/** The words of an image are its alternative text. */
function holdsWords(link: Element): boolean {
  let found = false;
  visitAll(link, (node) => {
    found ||=
      (node.type === 'text' && node.value.trim() !== '') ||
      (node.type === 'element' && node.tagName === 'img' && String(node.properties.alt ?? '').trim() !== '');
  });
  return found;
}

/**
 * A link without words is a stop of the keyboard without a name. Where the same address is linked beside it
 * with words, that link is enough; else its address is its name.
 *
 * @returns whether the link has words now
 */
function takeAddressAsWords(
  link: Element,
  href: string,
  index: number,
  { children }: HastParent,
  findings: Finding[],
): boolean {
  const beside = [children[index - 1], children[index + 1]].some(
    (node) => node?.type === 'element' && node.properties.href === href && holdsWords(node),
  );
  // A nameless link within the page has no use.
  const isEmpty = href.trim() === '' || href.startsWith('#');
  findings.push({
    outcome: 'repaired',
    rule: 'link-without-words',
    line: link.position?.start.line,
    what: isEmpty
      ? 'a link without words that leads nowhere'
      : `the link to \`${href.slice(0, 120)}\` has no words`,
    remedy: isEmpty
      ? 'left out'
      : beside
        ? 'left out; the link beside it leads there'
        : 'its address is shown; write what it leads to',
  });
  if (isEmpty || beside) return false;
  link.children = [...link.children, { type: 'text', value: href }];
  return true;
}

/**
 * Puts something in the place of a node. The list of siblings stays the same one, and is not moved for every node
 * that goes: a text without letters takes its place.
 */
function replace(parent: HastParent, index: number, children: readonly ElementContent[]): number {
  const [first, ...others] = children;
  parent.children[index] = first ?? { type: 'text', value: '' };
  if (others.length > 0) {
    const behind = parent.children.splice(index + 1);
    for (const child of others) parent.children.push(child);
    for (const child of behind) parent.children.push(child);
  }
  return index;
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
    leaveOutInvisible(node, findings);
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

/** Character references bring in what nobody sees, too; where only a tree knows of it, it is left out here. */
function leaveOutInvisible(node: HastRoot | HastContent, findings: Finding[]): void {
  let found = false;
  const visible = (text: string): string => {
    const kept = withoutInvisibleMarks(text);
    found ||= kept !== text;
    return kept;
  };
  if (node.type === 'text') node.value = visible(node.value);
  if (node.type === 'element')
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === 'string') node.properties[name] = visible(value);
  if (found) findings.push(invisibleReference(node.position?.start.line));
}
