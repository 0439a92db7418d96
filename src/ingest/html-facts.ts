import type { Html } from 'mdast';
import type { Fact } from '../model/fact.ts';
import { lineFinder, linkFact, shape, textFacts } from './text-facts.ts';

/** Without the backslashes of Markdown. */
export const plainLine = (line: string): string => line.replace(/\\(?=[!-/:-@[-`{-~])/g, '');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Raw HTML is read from the file, where its lines are; its Markdown too. */
export function htmlFacts({ value, position }: Html, body: string, line: number): Fact[] {
  // Nobody sees a comment; its lines are counted.
  const source = (body.slice(position?.start.offset, position?.end.offset) || value).replace(
    /<!--[\s\S]*?(?:-->|$)/g,
    (comment) => comment.replace(/[^\n]/g, ' '),
  );
  const lineAt = lineFinder(source, line);
  const facts: Fact[] = [];
  for (const { 2: url = '', 3: label = '', index } of source.matchAll(
    /<a\s[^>]{0,500}?href\s*=\s*("|')([^"'>]{1,2000})\1[^>]{0,500}>([\s\S]{0,500}?)<\/a>/gi,
  ))
    facts.push(linkFact(withoutEntities(url), wordsOf(label), lineAt(index)));
  for (const { 1: label = '', 2: url = '', index } of source.matchAll(
    /\[([^\]\n]{1,300})\]\(([^)\s]{1,2000})\)/g,
  ))
    facts.push(linkFact(withoutEntities(url), wordsOf(label), lineAt(index)));
  for (const table of source.matchAll(/<table[\s>][\s\S]*?(?:<\/table\s*>|$)/gi))
    facts.push(htmlTableFact(table[0], lineAt(table.index)));
  for (const [index, text] of source.split('\n').entries())
    facts.push(
      ...textFacts(
        wordsOf(text.replace(/\]\([^)\s]{1,2000}\)/g, ' ').replace(/<[^>]{0,2000}>/g, ' ')),
        line + index,
      ),
    );
  return facts;
}

/** Character references of HTML, as far as addresses and code have them. */
export const withoutEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => entities[name] ?? whole);

const wordsOf = (html: string): string =>
  plainLine(withoutEntities(html.replace(/<[^>]{0,2000}>/g, '')).replace(/\*\*/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

function htmlTableFact(html: string, line: number): Fact {
  const rows = html
    .split(/<tr[\s>]/i)
    .slice(1)
    .filter((row) => wordsOf(row) !== '');
  const columns = rows.reduce(
    (most, row) =>
      Math.max(
        most,
        [...row.matchAll(/<t[dh](?=[\s>])([^>]{0,500})/gi)].reduce(
          (sum, [, attributes = '']) => sum + Number(/colspan\s*=\s*"?(\d{1,2})/i.exec(attributes)?.[1] ?? 1),
          0,
        ),
      ),
    0,
  );
  return shape(rows.length, columns, line);
}
