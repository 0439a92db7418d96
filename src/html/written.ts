import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { edited, elementsOf } from './places.ts';

/**
 * A safe tree as HTML, with `<` and `>` escaped in attribute values too (hast-util-to-html leaves them, as
 * HTML allows): text in an attribute must not look like a tag.
 */
export function writtenHtml(tree: Nodes): string {
  const html = toHtml(tree);
  return holdsBracketInAttribute(tree) ? withEscapedAttributes(html) : html;
}

function holdsBracketInAttribute(node: Nodes): boolean {
  if (node.type === 'element' && Object.values(node.properties).some((value) => /[<>]/.test(String(value))))
    return true;
  return 'children' in node && node.children.some(holdsBracketInAttribute);
}

function withEscapedAttributes(html: string): string {
  const places = elementsOf(html).flatMap((element) =>
    Object.values(element.sourceCodeLocation?.attrs ?? {}),
  );
  return edited(
    html,
    places.map(({ startOffset, endOffset }) => ({
      start: startOffset,
      end: endOffset,
      html: html.slice(startOffset, endOffset).replaceAll('<', '&#x3C;').replaceAll('>', '&#x3E;'),
    })),
  );
}
