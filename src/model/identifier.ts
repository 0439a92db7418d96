/** Identifiers with a grammar of their own: of a vulnerability, a security bulletin, and a support article. */
export const identifierKinds = ['cve', 'bulletin', 'article'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export interface Identifier {
  readonly kind: IdentifierKind;
  /** In its normal form, by which two of them are compared: `CVE-2007-0671`, `MS07-015`, `954474`. */
  readonly id: string;
}

interface Grammar {
  /** What one looks like in running text. */
  readonly inText: RegExp;
  /** What it looks like by itself, where a shorter number is one too. */
  readonly alone: RegExp;
  readonly normal: (...groups: string[]) => string;
}

/**
 * The one place that says what an identifier looks like.
 *
 *   CVE-2007-0671, CVE2007-0671, CAN-2004-0597    a number of the CVE List; a candidate has the same one now
 *   MS07-015                                      a bulletin of Microsoft
 *   954474, KB954474, KB 954474                   an article: six or seven digits that are not part of anything else
 */
const grammars: Readonly<Record<IdentifierKind, Grammar>> = {
  cve: {
    inText: /\b(?:CVE|CAN)[- ]?(\d{4})-(\d{4,19})\b/gi,
    alone: /^(?:CVE|CAN)[- ]?(\d{4})-(\d{4,19})$/i,
    normal: (year, number) => `CVE-${year}-${number}`,
  },
  bulletin: {
    inText: /\bMS(\d{2})-(\d{3})\b/gi,
    alone: /^MS(\d{2})-(\d{3})$/i,
    normal: (year, number) => `MS${year}-${number}`,
  },
  article: {
    inText: /(?<![\w.,/#=-])(?:KB[\s-]?)?(\d{6,7})(?!\w|-\d|[.,]\d|\s?[年月])/gi,
    alone: /^(?:KB[\s-]?)?(\d{5,7})$/i,
    normal: (number = '') => number,
  },
};

/** The identifiers of a kind that a text names, in its order, each with how it is written there and where. */
export function identifiersIn(
  text: string,
  kind: IdentifierKind,
): (Identifier & { readonly written: string; readonly index: number })[] {
  const { inText, normal } = grammars[kind];
  return [...text.matchAll(inText)].map((found) => {
    const [written, ...groups] = found;
    return { kind, id: normal(...groups), written, index: found.index };
  });
}

/** The identifier that a text is, and nothing else; undefined for any other text. */
export function identifierOf(text: string): Identifier | undefined {
  for (const kind of identifierKinds) {
    const { alone, normal } = grammars[kind];
    const [, ...groups] = alone.exec(text.trim()) ?? [];
    if (groups.length > 0) return { kind, id: normal(...groups) };
  }
  return undefined;
}

/** An article in the form that people search for: `KB954474`. */
export const shownArticle = (id: string): string => `KB${id.replace(/^KB[\s-]*/i, '')}`;
