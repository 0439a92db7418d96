import { type Token, Tokenizer } from 'parse5';

/** A tag or a comment in a piece of HTML, which need not be well-formed or whole. */
export interface Markup {
  readonly kind: 'start' | 'end' | 'comment';
  /** Of the tag, in lower case; empty for a comment. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it is in the text: up to, but not with, `end`. */
  readonly start: number;
  readonly end: number;
}

/**
 * Tags and comments in their order, as a tokenizer of HTML finds them (HTML, 13.2.5): no tag in a comment or
 * in an attribute value. It takes time in proportion to the length of the text, and makes no tree.
 */
export function markupIn(html: string): Markup[] {
  // Most texts have none, and none begins otherwise.
  if (!html.includes('<')) return [];
  const found: Markup[] = [];
  const add = (
    kind: Markup['kind'],
    name: string,
    attributes: readonly Token.Attribute[],
    place: Token.Location | null,
  ) => {
    if (place === null) return;
    found.push({
      kind,
      name,
      attributes: new Map(attributes.map((attribute) => [attribute.name, attribute.value])),
      start: place.startOffset,
      end: place.endOffset,
    });
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: ({ tagName, attrs, location }) => add('start', tagName, attrs, location),
      onEndTag: ({ tagName, attrs, location }) => add('end', tagName, attrs, location),
      onComment: ({ location }) => add('comment', '', [], location),
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(html, true);
  return found;
}

/** The only thing that a text is: a tag or a comment, and nothing before or after it. */
export function onlyMarkup(html: string): Markup | undefined {
  const [first, ...others] = markupIn(html);
  return first !== undefined && others.length === 0 && first.start === 0 && first.end === html.length
    ? first
    : undefined;
}

/** The pieces of a text between those tags and comments that are meant. */
export function splitAtMarkup(html: string, isMeant: (markup: Markup) => boolean = () => true): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of markupIn(html).filter(isMeant)) {
    pieces.push(html.slice(from, start));
    from = end;
  }
  return [...pieces, html.slice(from)];
}

/** The text with spaces in the place of all tags and comments, so that everything else stays where it is. */
export function blankedMarkup(html: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of markupIn(html)) {
    pieces.push(html.slice(from, start), html.slice(start, end).replace(/[^\n]/g, ' '));
    from = end;
  }
  return pieces.join('') + html.slice(from);
}
