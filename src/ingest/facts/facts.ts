import type { Code, Html, Link, LinkReference, Root, RootContent, Table } from 'mdast';
import { onlyMarkup } from '../../html/tags.ts';
import type { Reference } from '../../model/edition.ts';
import type { Fact, FactKind } from '../../model/fact.ts';
import { identifierOf } from '../../model/identifier.ts';
import { withoutEscapes } from '../bytes/escapes.ts';
import type { OwnFields } from '../front-matter/own-fields.ts';
import { plainText } from '../tree/markdown.ts';
import { visit, visitAll } from '../tree/visit.ts';
import { htmlFacts } from './html-facts.ts';
import { linkFact, shape, textFacts } from './text-facts.ts';

/**
 * The facts of a text, each with its line, in the order of the file.
 *
 * @param root the tree after all repairs, so that code is code and bold is bold
 * @param body the text it was read from, line by line the file’s
 */
export function factsOf(root: Root, body: string): Fact[] {
  const facts: Fact[] = [];
  const lines = body.split('\n');
  const targets = definitionTargets(root);
  let block = 0;
  visitAll(root, (node, index, parent) => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'link':
        facts.push(linkFact(node.url, plainText(node), line));
        return;
      case 'linkReference': {
        const url = targets.get(node.identifier);
        if (url !== undefined) facts.push(linkFact(url, plainText(node as LinkReference & Link), line));
        return;
      }
      case 'code':
        facts.push(...codeFacts(node, line, lines, block));
        block += 1;
        return;
      case 'html':
        facts.push(
          ...htmlFacts(node, body, line),
          ...inlineLink(node, line, parent?.children ?? [], (index ?? 0) + 1),
        );
        return;
      case 'table':
        facts.push(tableFact(node, line));
        return;
      case 'text':
      case 'inlineCode':
        facts.push(...textFacts(node.value, line));
        return;
      default:
        return;
    }
  });
  return facts.sort((a, b) => a.line - b.line);
}

const kindsOfReference: Readonly<Partial<Record<Reference['kind'], FactKind>>> = {
  kb: 'article',
  advisory: 'article',
  cve: 'cve',
  bulletin: 'bulletin',
};

/**
 * The facts of the front matter, and where the dates stand that are told there or below the title.
 *
 * @param lineOf the line of a field, `references.0`
 */
export function fieldFacts(
  { references = [], replacedBy }: Pick<Partial<OwnFields>, 'references' | 'replacedBy'>,
  lineOf: (field: string) => number | undefined,
): Fact[] {
  const dates = ['published', 'updated', 'version'].flatMap((field): Fact[] => {
    const line = lineOf(field);
    return line === undefined ? [] : [{ kind: 'field', value: field, line }];
  });
  const named = [
    ...references.map((reference, at) => ({ reference, line: lineOf(`references.${at}`) ?? 1 })),
    ...(replacedBy === undefined ? [] : [{ reference: replacedBy, line: lineOf('replacedBy') ?? 1 }]),
  ];
  return [
    ...dates,
    ...named.flatMap(({ reference: { kind, id, url, label }, line }): Fact[] => {
      const identifier = kindsOfReference[kind];
      return [
        ...(url === undefined ? [] : [linkFact(url, id ?? label ?? '', line)]),
        ...(identifier === undefined || id === undefined
          ? []
          : [
              {
                kind: identifier,
                value: identifierOf(id)?.id ?? id.toUpperCase().trim(),
                line,
              },
            ]),
      ];
    }),
  ];
}

function definitionTargets(root: Root): Map<string, string> {
  const targets = new Map<string, string>();
  visit(root, 'definition', ({ identifier, url }) => {
    targets.set(identifier, url);
  });
  return targets;
}

/** `<a href="…">` in a paragraph is one node, its words and `</a>` are the next ones. */
function inlineLink({ value }: Html, line: number, siblings: readonly RootContent[], next: number): Fact[] {
  const tag = onlyMarkup(value);
  const url = tag?.kind === 'start' && tag.name === 'a' ? tag.attributes.get('href') : undefined;
  if (!url) return [];
  const following = siblings.slice(next, next + farthestEnd);
  const end = following.findIndex((node) => {
    const other = node.type === 'html' ? onlyMarkup(node.value) : undefined;
    return other?.kind === 'end' && other.name === 'a';
  });
  const words = following.slice(0, Math.max(0, end)).map((node) => plainText(node));
  return [linkFact(url, words.join(''), line)];
}

/** Of so many nodes the words of a link are at most: a tag that is never closed is no link. */
const farthestEnd = 200;

/** So many lines of the file the next line of a block is at most away. */
const farthest = 6;

/** Every line of a block, where it stands in the file: between them there may be blank ones. */
function codeFacts({ value }: Code, from: number, lines: readonly string[], block: number): Fact[] {
  let at = from - 1;
  return value.split('\n').flatMap((written): Fact[] => {
    const text = written.trim();
    if (text === '') return [];
    const offset = lines
      .slice(at, at + farthest)
      .findIndex((line) => line.includes(text) || withoutEscapes(line).includes(text));
    const line = Math.min(at + Math.max(offset, 0) + 1, lines.length);
    if (offset !== -1) at = line;
    const compared = text.replace(/\s+/g, ' ');
    return [{ kind: 'code', value: compared, line, block }, ...textFacts(text, line)];
  });
}

/** Rows without words are there for Markdown’s sake, or for the eye. */
function tableFact({ children }: Table, line: number): Fact {
  const rows = children.filter((row) => plainText(row) !== '');
  const columns = rows.reduce((most, row) => Math.max(most, row.children.length), 0);
  return shape(rows.length, columns, line);
}
