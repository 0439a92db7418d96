import type { Element, ElementContent, Root as HastRoot, Text } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Nodes, PhrasingContent, Root } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { backReference } from '../../html/marks.ts';
import { visit, visitAll } from '../tree/visit.ts';

/** The ids of footnotes and of where they are mentioned: `note-1`, `note-1-ref`, `note-1-ref-2`. */
export const footnoteId = /^note-\d+(?:-ref(?:-\d+)?)?$/;

interface Footnote {
  readonly definition: FootnoteDefinition;
  readonly number: number;
  mentions: number;
}

/**
 * A mention on its way through parsers of HTML, as a node that no text can bring along. Ids and marks of footnotes
 * are written where it comes out, and taken off everything else.
 */
export const mentionType = 'footnoteMention';

interface Mention {
  readonly type: typeof mentionType;
  readonly identifier: string;
  readonly position?: Element['position'];
}

/**
 * The footnotes of one document (GFM). Its parts are converted one by one, so the numbers are counted here:
 * a footnote is numbered where it is first mentioned, in a heading as in a paragraph, and all of them are
 * listed once, after the last part.
 */
export interface Footnotes {
  /** Takes note of the definitions in a tree; the first of a name counts, as in CommonMark. */
  learn(tree: Nodes): void;
  /** Handles `footnoteReference` for mdast-util-to-hast. */
  readonly handler: (state: State, node: FootnoteReference) => Element;
  /** Writes the mentions of a tree that was parsed, and takes off what only looks like one. */
  settle(tree: HastRoot): void;
  /** The list of what has been mentioned so far; undefined where there is nothing. */
  list(convert: (content: FootnoteDefinition['children']) => ElementContent[]): Element | undefined;
}

export function footnotes(): Footnotes {
  const definitions = new Map<string, FootnoteDefinition>();
  const mentioned = new Map<string, Footnote>();
  const mention = ({ identifier, position }: Mention): Element | Text => {
    const definition = definitions.get(identifier);
    if (definition === undefined) return { type: 'text', value: `[^${identifier}]` };
    const note = mentioned.get(identifier) ?? { definition, number: mentioned.size + 1, mentions: 0 };
    note.mentions += 1;
    mentioned.set(identifier, note);
    const link = element(
      'a',
      { href: `#note-${note.number}`, id: mentionId(note.number, note.mentions), dataFootnoteRef: true },
      [{ type: 'text', value: `${note.number}` }],
    );
    if (position !== undefined) link.position = position;
    return element('sup', {}, [link]);
  };
  return {
    learn(tree) {
      visitAll(tree, (node) => {
        if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier))
          definitions.set(node.identifier, node);
      });
    },
    handler(_, { identifier, position }) {
      const node: Mention = { type: mentionType, identifier, ...(position && { position }) };
      return node as unknown as Element;
    },
    settle(tree) {
      visit(tree, 'element', ({ properties }) => {
        for (const name of ['id', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataFootnotes'])
          delete properties[name];
      });
      placeMentions(tree, mention);
    },
    list(convert) {
      const items: { note: Footnote; content: ElementContent[] }[] = [];
      // A footnote may mention others, which are then listed after it.
      for (const note of mentioned.values()) items.push({ note, content: convert(note.definition.children) });
      if (items.length === 0) return undefined;
      const list = items.map(({ note, content }) => withWayBack(note, content));
      return element('section', { dataFootnotes: true }, [element('ol', {}, list)]);
    },
  };
}

/** In the order of the text, in which they are numbered. */
function placeMentions(parent: HastRoot | Element, write: (mention: Mention) => Element | Text): void {
  for (const [at, child] of parent.children.entries()) {
    const found = child as unknown as Mention;
    if (found.type === mentionType) parent.children[at] = write(found);
    else if (child.type === 'element') placeMentions(child, write);
  }
}

/** A mention inside a link is a link inside a link, which HTML does not have: it follows the link instead. */
export function liftMentions(root: Root): void {
  for (const type of ['link', 'linkReference'] as const)
    visit(root, type, (link, index, parent) => {
      const mentions: PhrasingContent[] = [];
      visitAll(link, (node) => {
        if (!('children' in node)) return;
        const children = node.children as PhrasingContent[];
        mentions.push(...children.filter(({ type }) => type === 'footnoteReference'));
        node.children = children.filter(({ type }) => type !== 'footnoteReference') as never;
      });
      if (parent === undefined || index === undefined || mentions.length === 0) return;
      parent.children.splice(index + 1, 0, ...(mentions as never[]));
    });
}

const mentionId = (number: number, mention: number): string =>
  `note-${number}-ref${mention === 1 ? '' : `-${mention}`}`;

function withWayBack({ number, mentions }: Footnote, content: ElementContent[]): Element {
  const links = Array.from({ length: mentions }, (_, at): ElementContent[] => [
    { type: 'text', value: ' ' },
    backReference(`#${mentionId(number, at + 1)}`),
  ]).flat();
  const last = content.findLast((node) => node.type === 'element');
  if (last?.tagName === 'p') last.children.push(...links);
  else content.push(...links);
  return element('li', { id: `note-${number}` }, content);
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
