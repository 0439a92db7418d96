import { htmlTagNames } from 'html-tag-names';
import type { Html, Root, RootContent } from 'mdast';
import { edited } from '../../html/places.ts';
import { type Markup, markupIn } from '../../html/tags.ts';
import type { Finding } from '../../model/problem.ts';
import { isParent } from './markdown.ts';
import { visitAll } from './visit.ts';

/*
 * What CommonMark takes for HTML (https://spec.commonmark.org/0.31.2/#raw-html) and nobody who writes it means so.
 * A browser would show nothing of it:
 *
 *   update --host <hostname>        no element of HTML has this name
 *   std::vector<int>, List<A>       nor is this one: it has no attribute, and is never closed
 *   <?php echo 1 ?>, <![CDATA[x]]>  HTML has no instructions; what a parser makes of them is not shown
 *   <!-- and no end                 would take everything after it along
 *
 * It is text. So its `<` is written as a character reference, and the text is parsed again: what is around it is
 * Markdown then, as its author saw it.
 */

/** Which tags are text. An archive has elements that nobody closed, and whose words are read all the same. */
export type Strictness = 'names' | 'balance';

interface False {
  /** Where its `<` is in the source. */
  readonly offset: number;
  readonly finding: Finding;
}

/** A tag may come out only when another is text. No text that people write needs as many readings. */
const mostReadings = 4;

/**
 * The tree of a text in which false markup is text, and that text.
 *
 * @param root the tree of `source`, as `parse` makes it
 */
export function withoutFalseMarkup(
  root: Root,
  source: string,
  parse: (source: string) => Root,
  strictness: Strictness,
): { root: Root; source: string; findings: Finding[] } {
  const read = { root, source, findings: [] as Finding[] };
  for (let readings = 0; readings < mostReadings; readings += 1) {
    const found = falseMarkupIn(read.root, read.source, strictness);
    if (found.length === 0) break;
    read.findings.push(...found.map(({ finding }) => finding));
    read.source = edited(
      read.source,
      found.map(({ offset }) => ({ start: offset, end: offset + 1, html: '&lt;' })),
    );
    read.root = parse(read.source);
  }
  return read;
}

function falseMarkupIn(root: Root, source: string, strictness: Strictness): False[] {
  const found = new Map<number, False>();
  visitAll(root, (parent) => {
    if (!isParent(parent) || !parent.children.some(({ type }) => type === 'html')) return;
    const pieces = (parent.children as RootContent[]).flatMap((node) =>
      node.type === 'html' ? piecesOf(node, source) : [],
    );
    for (const piece of falseAmong(pieces, strictness)) found.set(piece.offset, piece);
  });
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}

/** A tag, comment or instruction of a node of HTML. */
interface Piece extends Markup {
  readonly text: string;
  readonly offset: number;
  readonly line: number | undefined;
}

function piecesOf({ position }: Html, source: string): Piece[] {
  const start = position?.start.offset;
  if (start === undefined) return [];
  const text = source.slice(start, position?.end.offset);
  let line = position?.start.line ?? 1;
  let counted = 0;
  return markupIn(text).map((markup) => {
    for (; counted < markup.start; counted += 1) if (text[counted] === '\n') line += 1;
    return { ...markup, text: text.slice(markup.start, markup.end), offset: start + markup.start, line };
  });
}

function falseAmong(pieces: readonly Piece[], strictness: Strictness): False[] {
  // A comment without an end takes tags along: what is balanced can be said when it is text.
  const isCut = pieces.some(({ kind, text }) => kind === 'comment' && !isComment(text));
  const unbalanced = isCut ? new Set<Piece>() : unbalancedAmong(pieces);
  return pieces.flatMap((piece): False[] => {
    const { kind, name, text, offset, line } = piece;
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const report = (rule: string, what: string, remedy: string): False[] => [
      { offset, finding: { outcome: 'repaired', rule, line, what, remedy } },
    ];
    if (kind === 'comment') {
      if (!text.startsWith('<!--'))
        return report('unknown-tag', `\`${shown}\` is no comment`, 'shown as text');
      return isComment(text)
        ? []
        : report('unclosed-comment', 'a comment that is never closed', 'shown as text; close it with `-->`');
    }
    // An address in brackets is no tag; where Markdown is not read, a repair may read it.
    if (strictness === 'names' && /^(?:https?|mailto):/.test(name)) return [];
    if (!known.has(name))
      return report(
        'unknown-tag',
        `\`${shown}\` is not an element of HTML`,
        'shown as text; write it as code, between backticks, if it is a placeholder',
      );
    if (unbalanced.has(piece) && (strictness === 'balance' || placeholders.has(name)))
      return report(
        'unbalanced-tag',
        kind === 'end' ? `\`${shown}\` closes nothing` : `\`${shown}\` is never closed`,
        'shown as text; complete it, or write it as code, between backticks',
      );
    return [];
  });
}

/** Whole, with its end. */
const isComment = (text: string): boolean => /^<!--(?:-?>|[\s\S]*?--!?>$)/.test(text);

const known: ReadonlySet<string> = new Set(htmlTagNames);

/** Elements of HTML whose names are words that people put into angle brackets, and that no text is made with. */
const placeholders: ReadonlySet<string> = new Set(
  'address area base canvas command content data datalist dialog dir element embed form frame image input isindex label legend link map menu meter object option output param progress search select shadow slot source template textarea title track video audio'.split(
    ' ',
  ),
);
const void_ = new Set(
  'area base br col embed hr image img input link meta param source track wbr'.split(' '),
);
/** These end by themselves (HTML, 13.1.2.4). */
const endsByItself = new Set(
  'body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr'.split(
    ' ',
  ),
);

/** Tags without a partner among the others, and elements without content that nothing is said of. */
function unbalancedAmong(pieces: readonly Piece[]): Set<Piece> {
  const found = new Set<Piece>();
  const open = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const { kind, name, attributes } = piece;
    if (kind === 'comment') continue;
    if (void_.has(name)) {
      if (attributes.size === 0 && !/^(?:br|hr|wbr|col)$/.test(name)) found.add(piece);
    } else if (kind === 'end') {
      if (open.get(name)?.pop() === undefined && !endsByItself.has(name)) found.add(piece);
    } else if (open.get(name)?.push(piece) === undefined) open.set(name, [piece]);
  }
  for (const [name, pieces] of open)
    if (!endsByItself.has(name))
      for (const piece of pieces) if (piece.attributes.size === 0) found.add(piece);
  return found;
}
