import type { Element, ElementContent, Root } from 'hast';
import type { Finding } from '../../model/problem.ts';
import { wordsOf } from './table-cells.ts';

/*
 * Content models of HTML (https://html.spec.whatwg.org/#content-models), as far as the allowlist has elements.
 * A browser mends what is misplaced in its own way, and everything that is put around the text later must
 * hold for the tree that it makes. So it is mended here, and every word stays:
 *
 *   <em><div>A</div></em>   →  <div>A</div>
 *   <dd>A</dd>              →  <div>A</div>
 *   <ul>A<li>B</li></ul>    →  <ul><li>A</li><li>B</li></ul>
 *   <a href=1>A<input></a>  →  A<input>
 */

const phrasing = new Set(
  'a abbr b bdi br cite code del dfn em i img input ins kbd mark q rp rt ruby s samp small strong sub sup u var wbr'.split(
    ' ',
  ),
);
const phrasingOnly = new Set(
  'abbr b bdi cite code dfn em i kbd mark p pre q rp rt ruby s samp small strong sub summary sup u var'.split(
    ' ',
  ),
);
/** These may hold what the element around them may hold. */
const transparent = new Set(['a', 'del', 'ins']);

const isBlock = (node: ElementContent): boolean => node.type === 'element' && !phrasing.has(node.tagName);

const holdsBlock = ({ children }: Element): boolean =>
  children.some(
    (child) =>
      isBlock(child) || (child.type === 'element' && transparent.has(child.tagName) && holdsBlock(child)),
  );

/**
 * Leaves every element only where HTML lets it be; the tree is changed.
 *
 * @returns what was mended
 */
export function placeElements(tree: Root): Finding[] {
  const findings: Finding[] = [];
  placeChildren(tree, findings);
  return findings;
}

/** The content of a heading or of another line: what only a block can be is replaced by what it holds. */
export const asPhrasing = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    const children = asPhrasing(node.children);
    if (!isBlock(node)) return [{ ...node, children }];
    return children.length === 0
      ? []
      : [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }];
  });

/** A `div` that groups terms and descriptions directly in their list (HTML, 4.4.9). */
const groupInList = 'div in dl';

const isGroup = ({ tagName, children }: Element): boolean =>
  tagName === 'div' &&
  children.some((child) => child.type === 'element' && child.tagName === 'dt') &&
  children.every((child) =>
    child.type === 'element'
      ? /^d[dt]$/.test(child.tagName)
      : child.type === 'text' && child.value.trim() === '',
  );

function placeChildren(parent: Root | Element, findings: Finding[], around = ''): void {
  const own = parent.type === 'root' ? 'div' : parent.tagName;
  const name = own === 'div' && around === 'dl' ? groupInList : own;
  const children = parent.children as ElementContent[];
  parent.children = children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    placeChildren(child, findings, own);
    return placed(child, name, findings);
  });
}

/** @returns what takes the place of an element whose content is in order */
function placed(element: Element, parent: string, findings: Finding[]): ElementContent[] {
  const { tagName } = element;
  const report = (what: string, remedy: string) =>
    findings.push({
      outcome: 'repaired',
      rule: 'misplaced-element',
      line: element.position?.start.line,
      what,
      remedy,
    });
  if (tagName === 'pre' || tagName === 'code') {
    if (holdsBlock(element)) element.children = asPhrasing(element.children);
    return [element];
  }
  if (phrasingOnly.has(tagName) && holdsBlock(element)) {
    report(`\`<${tagName}>\` around a block`, 'its content is shown without it; put it inside the block');
    return element.children;
  }
  if (tagName === 'a' && typeof element.properties.href === 'string' && holdsInteractive(element)) {
    report(
      `a link to ${element.properties.href} around another link or a box`,
      'its content is shown without it; put one after the other',
    );
    return element.children;
  }
  if (tagName === 'details' || tagName === 'figure')
    nameFirst(element, tagName === 'details' ? 'summary' : 'figcaption');
  if ((tagName === 'rt' || tagName === 'rp') && parent !== 'ruby') return element.children;
  if (tagName === 'ul' || tagName === 'ol') inItems(element, new Set(['li']), 'li');
  if (tagName === 'dl') inItems(element, new Set(['dt', 'dd']), 'dd');
  if (tagName === 'table') return orderedTable(element);
  const isLost =
    (tagName === 'li' && parent !== 'ul' && parent !== 'ol') ||
    ((tagName === 'dt' || tagName === 'dd') && parent !== 'dl' && parent !== groupInList) ||
    (tagName === 'summary' && parent !== 'details') ||
    (tagName === 'figcaption' && parent !== 'figure');
  return [isLost ? { ...element, tagName: 'div', properties: {} } : element];
}

const holdsInteractive = ({ children }: Element): boolean =>
  children.some(
    (child) =>
      child.type === 'element' &&
      (child.tagName === 'input' ||
        (child.tagName === 'a' && typeof child.properties.href === 'string') ||
        holdsInteractive(child)),
  );

/** The name of what folds, or of a figure, is one, and comes first; others are blocks like any. */
function nameFirst(element: Element, tagName: string): void {
  const isName = (child: ElementContent) => child.type === 'element' && child.tagName === tagName;
  const [name, ...others] = element.children.filter(isName);
  for (const other of others) if (other.type === 'element') other.tagName = 'div';
  const first = element.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  if (name !== undefined && name !== first)
    element.children = [name, ...element.children.filter((child) => child !== name)];
}

/** Wraps what is no item, as long as it says something. */
function inItems(list: Element, items: ReadonlySet<string>, wrapper: string): void {
  list.children = list.children.flatMap((child): ElementContent[] => {
    const isItem =
      child.type === 'element' && (items.has(child.tagName) || (wrapper === 'dd' && isGroup(child)));
    if (isItem || (child.type === 'text' && child.value.trim() === '')) return [child];
    return [{ type: 'element', tagName: wrapper, properties: {}, children: [child] }];
  });
}

/** One caption, first, and no table in it; then one head; the foot last (HTML, 4.9.1). */
function orderedTable(table: Element): ElementContent[] {
  const parts = table.children.filter((child): child is Element => child.type === 'element');
  const named = (name: string) => parts.filter(({ tagName }) => tagName === name);
  const [caption, ...captions] = named('caption');
  const [head, ...heads] = named('thead');
  const [foot, ...feet] = named('tfoot');
  for (const part of [...heads, ...feet]) part.tagName = 'tbody';
  const isMoved = caption !== undefined && holdsBlockOf(caption, 'table');
  const before = [...captions, ...(isMoved ? [caption] : [])];
  const first = [isMoved ? undefined : caption, ...named('colgroup'), head].flatMap((part) => part ?? []);
  const last = foot === undefined ? [] : [foot];
  const placed = new Set<Element>([...before, ...first, ...last]);
  const ordered = [...first, ...parts.filter((part) => !placed.has(part)), ...last];
  // White space between the parts of a table that is in order stays.
  if (ordered.length !== parts.length || ordered.some((part, at) => part !== parts[at]))
    table.children = ordered;
  return [
    ...before.filter((moved) => wordsOf(moved) !== '').map((moved) => ({ ...moved, tagName: 'div' })),
    table,
  ];
}

const holdsBlockOf = ({ children }: Element, tagName: string): boolean =>
  children.some(
    (child) => child.type === 'element' && (child.tagName === tagName || holdsBlockOf(child, tagName)),
  );
