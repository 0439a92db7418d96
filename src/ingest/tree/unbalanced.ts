import type { Markup } from '../../html/tags.ts';

/** Elements without content and end tag (HTML, 13.1.2). */
const void_ = new Set(
  'area base br col embed hr image img input link meta param source track wbr'.split(' '),
);
/** Void elements that say something without an attribute. */
const bare = new Set(['br', 'hr', 'wbr']);

/** What may only be in certain elements; a parser of HTML drops it anywhere else. These end by themselves. */
const places: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
    dd: ['dl'],
    dt: ['dl'],
    li: ['ol', 'ul', 'menu'],
    optgroup: ['select'],
    option: ['select', 'datalist'],
    rb: ['ruby'],
    rp: ['ruby'],
    rt: ['ruby'],
    rtc: ['ruby'],
  }),
);
/** A whole page: none of it can be in a text. */
const ofPage = new Set(['body', 'frame', 'frameset', 'head', 'html']);

/** A tag, and whether it is in a line of text or in a block of HTML. */
export interface PlacedTag extends Markup {
  readonly inLine: boolean;
}

/** An attribute with a value shows that an element is meant. */
const saysSomething = ({ attributes }: Markup): boolean =>
  [...attributes.values()].some((value) => value !== '');

/**
 * Tags that open or close nothing, among those of a whole text in its order:
 *
 *   List<A>, </b>        without a partner, unless it has an attribute with a value
 *   <source>, <input>    without content, and without an attribute that says what it is
 *   <td> outside <table> where no parser of HTML lets it be
 *   <p> in a line        without its end; in a block of HTML it ends by itself
 *   <body>, <a>          of a page, or a link to nowhere
 */
export function unbalancedAmong<Tag extends PlacedTag>(tags: readonly Tag[]): Set<Tag> {
  const found = new Set<Tag>();
  const open = new Map<string, Tag[]>();
  const isOpen = (name: string) => (open.get(name)?.length ?? 0) > 0;
  for (const tag of tags) {
    const { kind, name } = tag;
    if (kind === 'comment') continue;
    const around = places.get(name);
    if (ofPage.has(name) || (around !== undefined && !around.some(isOpen))) found.add(tag);
    else if (around !== undefined) continue;
    else if (void_.has(name)) {
      if (!bare.has(name) && !saysSomething(tag)) found.add(tag);
    } else if (kind === 'end') {
      const opening = open.get(name)?.pop();
      if (opening === undefined && !(name === 'p' && !tag.inLine)) found.add(tag);
      // A link without an address is no link, and its tags are text together.
      else if (name === 'a' && opening !== undefined && opening.attributes.size === 0)
        found.add(opening).add(tag);
    } else if (open.get(name)?.push(tag) === undefined) open.set(name, [tag]);
  }
  for (const [name, unclosed] of open)
    for (const tag of unclosed) if (!saysSomething(tag) && !(name === 'p' && !tag.inLine)) found.add(tag);
  return found;
}
