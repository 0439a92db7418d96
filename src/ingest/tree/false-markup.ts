import { htmlTagNames } from 'html-tag-names';
import type { Html, Node, Root, RootContent } from 'mdast';
import { edited } from '../../html/places.ts';
import { markupIn } from '../../html/tags.ts';
import type { Finding } from '../../model/problem.ts';
import { lineFinder } from '../bytes/lines.ts';
import { endMark } from './found-addresses.ts';
import { type PlacedTag, unbalancedAmong } from './unbalanced.ts';
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

/**
 * Which tags are text: in an archive only names that no element has, and placeholders; there people left elements
 * open, and their words are read all the same.
 */
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
      found.map(({ offset }) => ({
        start: offset,
        end: offset + 1,
        html: `${isInAddress(read.source, offset) ? endMark : ''}&lt;`,
      })),
    );
    read.root = parse(read.source);
  }
  return read;
}

/** The `<` ends an address before it (`https://a.example/<id>`); a reference would go on with it. */
function isInAddress(source: string, offset: number): boolean {
  const before = source.slice(Math.max(0, offset - longestAddress), offset);
  return /https?:\/\/|www\.|@/i.test(before.split(/\s/).at(-1) ?? '');
}

const longestAddress = 500;

/** A tag, comment or instruction in the source. */
interface Piece extends PlacedTag {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
}

function falseMarkupIn(root: Root, source: string, strictness: Strictness): False[] {
  const pieces: Piece[] = [];
  visitAll(root, (node, _, parent) => {
    if (node.type === 'html') pieces.push(...piecesOf(node, source, isLine(parent)));
  });
  // A comment without an end takes tags along: what is balanced can be said when it is text.
  const isCut = pieces.some(({ kind, text }) => kind === 'comment' && !isComment(text));
  const unbalanced = isCut ? new Set<Piece>() : unbalancedAmong(pieces);
  return pieces.flatMap((piece) => {
    const fault =
      piece.kind === 'comment' ? faultOfComment(piece) : faultOfTag(piece, strictness, unbalanced.has(piece));
    if (fault === undefined) return [];
    const [rule, what, remedy] = fault;
    return [{ offset: piece.offset, finding: { outcome: 'repaired', rule, line: piece.line, what, remedy } }];
  });
}

const isLine = (parent: Node | undefined): boolean =>
  parent?.type !== 'root' && parent?.type !== 'listItem' && parent?.type !== 'blockquote';

function piecesOf({ position }: Html, source: string, inLine: boolean): Piece[] {
  const start = position?.start.offset;
  if (start === undefined) return [];
  const text = source.slice(start, position?.end.offset);
  const lineAt = lineFinder(text, position?.start.line);
  return markupIn(text).map((markup) => ({
    ...markup,
    text: text.slice(markup.start, markup.end),
    offset: start + markup.start,
    line: lineAt(markup.start),
    inLine,
  }));
}

type Fault = readonly [rule: string, what: string, remedy: string];

function faultOfComment({ text }: Piece): Fault | undefined {
  if (!text.startsWith('<!--'))
    return ['unknown-tag', `\`${shortened(text)}\` is not HTML that a text may have`, 'shown as text'];
  return isComment(text)
    ? undefined
    : ['unclosed-comment', 'a comment that is never closed', 'shown as text; close it with `-->`'];
}

function faultOfTag(
  { kind, name, text }: Piece,
  strictness: Strictness,
  isUnbalanced: boolean,
): Fault | undefined {
  // An address in brackets is no tag; where Markdown is not read, a repair may read it.
  if (strictness === 'names' && /^(?:https?|mailto):/.test(name)) return undefined;
  if (!known.has(name))
    return [
      'unknown-tag',
      `\`${shortened(text)}\` is not an element of HTML`,
      'shown as text; write it as code, between backticks, if it is a placeholder',
    ];
  if (!isUnbalanced || (strictness === 'names' && !placeholders.has(name))) return undefined;
  return [
    'unbalanced-tag',
    `\`${shortened(text)}\` ${kind === 'end' ? 'closes nothing' : 'is not a whole element, or not where it can be'}`,
    'shown as text; complete it, or write it as code, between backticks',
  ];
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Whole, with its end. */
const isComment = (text: string): boolean => /^<!--(?:-?>|[\s\S]*?--!?>$)/.test(text);

const known: ReadonlySet<string> = new Set(htmlTagNames);

/** Elements of HTML whose names are words that people put into angle brackets, and that no text is made with. */
const placeholders: ReadonlySet<string> = new Set(
  'address area base body canvas command content data datalist dialog dir element embed form frame head html image input isindex label legend link map menu meter object option output param progress search select shadow slot source template textarea title track video audio'.split(
    ' ',
  ),
);

/** Elements that begin in one section and end in another: each ends where its section does. */
export function elementsAcross(part: readonly RootContent[], source: string): Finding[] {
  const pieces: Piece[] = [];
  for (const block of part)
    visitAll(block as Root | RootContent, (node, _, parent) => {
      if (node.type === 'html')
        pieces.push(...piecesOf(node, source, parent !== undefined && isLine(parent)));
    });
  return [...unbalancedAmong(pieces)].map(({ kind, text, line }) => ({
    outcome: 'repaired',
    rule: 'element-across-sections',
    line,
    what: `\`${shortened(text)}\` ${kind === 'end' ? 'closes' : 'opens'} an element that goes on over a heading`,
    remedy: 'it ends with its section; put the heading before or after the element',
  }));
}
