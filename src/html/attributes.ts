import { parse } from 'parse5';
import { type Edit, edited, elementsIn, nodesOf, type PlacedNode } from './places.ts';

/**
 * The HTML with `<` and `>` escaped in attribute values too. Writers of HTML leave them, as the standard allows;
 * but text in an attribute must not look like a tag to whoever looks less closely than a parser.
 *
 * @param html a piece of HTML whose attribute values are in double quotes
 */
export const withEscapedAttributes = (html: string): string =>
  mayHoldBracket(html) ? edited(html, escaping(nodesOf(html), html)) : html;

/** The same of a whole page. */
export const withEscapedAttributesOfPage = (page: string): string =>
  mayHoldBracket(page)
    ? edited(page, escaping(parse(page, { sourceCodeLocationInfo: true }).childNodes, page))
    : page;

/** Whether anything from `="` to the next `"` holds a bracket. Text can look so, too: then a parser decides. */
function mayHoldBracket(html: string): boolean {
  for (let from = html.indexOf('="'); from !== -1; from = html.indexOf('="', from)) {
    const to = html.indexOf('"', from + 2);
    if (to === -1) return true;
    if (/[<>]/.test(html.slice(from + 2, to))) return true;
    from = to;
  }
  return false;
}

const escaping = (nodes: readonly PlacedNode[], html: string): Edit[] =>
  elementsIn(nodes)
    .flatMap(({ sourceCodeLocation: place }) => Object.values(place?.attrs ?? {}))
    .map(({ startOffset, endOffset }) => ({
      start: startOffset,
      end: endOffset,
      html: html.slice(startOffset, endOffset).replaceAll('<', '&#x3C;').replaceAll('>', '&#x3E;'),
    }));
