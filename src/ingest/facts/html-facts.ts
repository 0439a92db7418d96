import type { Html } from 'mdast';
import { blankedMarkup, type Markup, markupIn, splitAtMarkup } from '../../html/tags.ts';
import type { Fact } from '../../model/fact.ts';
import { withoutEscapes } from '../bytes/escapes.ts';
import { lineFinder } from '../bytes/lines.ts';
import { linkFact, shape, textFacts } from './text-facts.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Raw HTML is read from the file, where its lines are; its Markdown too. */
export function htmlFacts({ value, position }: Html, body: string, line: number): Fact[] {
  const source = body.slice(position?.start.offset, position?.end.offset) || value;
  const markup = markupIn(source);
  const lineAt = lineFinder(source, line);
  const visible = blankedMarkup(source);
  return [
    ...linkFacts(source, markup, lineAt),
    ...[...visible.matchAll(/\[([^\]\n]{1,300})\]\(([^)\s]{1,2000})\)/g)].map(({ 1: label, 2: url, index }) =>
      linkFact(withoutEntities(url ?? ''), wordsOf(label ?? ''), lineAt(index)),
    ),
    ...tableFacts(source, markup, lineAt),
    ...visible
      .split('\n')
      .flatMap((text, index) => textFacts(wordsOf(text.replace(/\]\([^)\s]{1,2000}\)/g, ' ')), line + index)),
  ];
}

function linkFacts(source: string, markup: readonly Markup[], lineAt: (at: number) => number): Fact[] {
  return markup.flatMap(({ kind, name, attributes, start, end }, at): Fact[] => {
    const url = attributes.get('href');
    if (kind !== 'start' || name !== 'a' || !url) return [];
    const close = firstAfter(markup, at, (other) => other.name === 'a');
    if (close?.kind !== 'end') return [];
    return [linkFact(url, wordsOf(source.slice(end, close.start)), lineAt(start))];
  });
}

/** Rows with words, and the most columns of a row, of each table. */
function tableFacts(source: string, markup: readonly Markup[], lineAt: (at: number) => number): Fact[] {
  return markup.flatMap(({ kind, name, start }, at): Fact[] => {
    if (kind !== 'start' || name !== 'table') return [];
    const rows: { from: number; to: number; columns: number }[] = [];
    for (let next = at + 1; next < markup.length; next += 1) {
      const tag = markup[next];
      if (tag === undefined) break;
      const row = rows.at(-1);
      if (isEndOf('table', tag)) {
        if (row !== undefined) row.to = tag.start;
        break;
      }
      if (tag.kind === 'start' && tag.name === 'tr') {
        if (row !== undefined) row.to = tag.start;
        rows.push({ from: tag.start, to: source.length, columns: 0 });
      } else if (row !== undefined) row.columns += widthOf(tag);
    }
    const filled = rows.filter(({ from, to }) => wordsOf(source.slice(from, to)) !== '');
    const columns = filled.reduce((most, row) => Math.max(most, row.columns), 0);
    return [shape(filled.length, columns, lineAt(start))];
  });
}

const isEndOf = (tag: string, { kind, name }: Markup): boolean => kind === 'end' && name === tag;

/** The first that fits, after the one at `at`. */
function firstAfter(
  markup: readonly Markup[],
  at: number,
  fits: (markup: Markup) => boolean,
): Markup | undefined {
  for (let next = at + 1; next < markup.length; next += 1) {
    const one = markup[next];
    if (one !== undefined && fits(one)) return one;
  }
  return undefined;
}

/** How many columns a cell begins and spans; 0 for anything else. */
function widthOf({ kind, name, attributes }: Markup): number {
  if (kind !== 'start' || (name !== 'td' && name !== 'th')) return 0;
  return Number(/^\d{1,2}/.exec(attributes.get('colspan') ?? '')?.[0] ?? 1);
}

/** Character references of HTML, as far as addresses and code have them. */
export const withoutEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => entities[name] ?? whole);

const wordsOf = (html: string): string =>
  withoutEscapes(withoutEntities(splitAtMarkup(html).join('')).replace(/\*\*/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
