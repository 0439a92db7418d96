import type { Code, Html, Link, LinkReference, Root, Table } from 'mdast';
import type { Reference } from '../model/edition.ts';
import type { Fact, FactKind } from '../model/fact.ts';
import { advisoryNamedBy } from './advisory-links.ts';
import { targetOf } from './link-targets.ts';
import { plainText } from './markdown.ts';
import type { OwnFields } from './own-fields.ts';
import { visit, visitAll } from './visit.ts';

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
  visitAll(root, (node) => {
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
        facts.push(...htmlFacts(node, body, line));
        return;
      case 'table':
        facts.push(tableFact(node, line));
        return;
      case 'text':
      case 'inlineCode':
        facts.push(...textFacts(node.value, (at) => line + linesBefore(node.value, at)));
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
                value: id
                  .toUpperCase()
                  .replace(/^(?:KB|CAN)(?=[\s-]?\d)/, (prefix) => (prefix === 'CAN' ? 'CVE' : ''))
                  .trim(),
                line,
              },
            ]),
      ];
    }),
  ];
}

const linesBefore = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1;

function definitionTargets(root: Root): Map<string, string> {
  const targets = new Map<string, string>();
  visit(root, 'definition', ({ identifier, url }) => {
    targets.set(identifier, url);
  });
  return targets;
}

/** A file of the archive is the advisory that it is named after. */
const linkFact = (url: string, label: string, line: number): Fact => ({
  kind: 'link',
  value: advisoryNamedBy(url) === undefined ? targetOf(url) : `advisory:${advisoryNamedBy(url)?.id}`,
  shown: url,
  line,
  label,
});

const extensions =
  'exe|dll|cab|log|sys|msi|msp|msu|inf|ocx|reg|admx?|adml|vbs|cmd|bat|ps1|cscfg|config|json|xml|txt|html?|aspx|asmx|mspx|dat|ini|zip';

/** What of each kind looks like, and the form in which it is compared. */
const patterns: readonly { kind: FactKind; pattern: RegExp; value: (found: RegExpMatchArray) => string }[] = [
  {
    kind: 'cve',
    pattern: /\b(?:CVE|CAN)[-‑–](\d{4})[-‑–](\d{4,7})\b/gi,
    value: ([, year, number]) => `CVE-${year}-${number}`,
  },
  {
    kind: 'bulletin',
    pattern: /\bMS(\d{2})[-‑–](\d{3})\b/gi,
    value: ([, year, number]) => `MS${year}-${number}`,
  },
  { kind: 'apsb', pattern: /\bAPSB\d{2}-\d{2}\b/gi, value: ([found]) => found.toUpperCase() },
  {
    kind: 'guid',
    pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    value: ([found]) => found.toLowerCase(),
  },
  { kind: 'hex', pattern: /\b0x[0-9a-f]{2,16}\b/gi, value: ([found]) => found.toLowerCase() },
  {
    kind: 'hash',
    pattern: /(?<![\w-])(?:[0-9a-f]{2}[ :]){15,}[0-9a-f]{2}(?![\w-])|(?<![\w-])[0-9a-f]{32,128}(?![\w-])/gi,
    value: ([found]) => found.replace(/[ :]/g, '').toLowerCase(),
  },
  {
    // The last part may run into prose: it ends at the first space, or where another script begins.
    kind: 'registry',
    pattern: /\bHK(?:EY_[A-Z_]+|LM|CU|CR)(?:\\[^\\\n"“”„<>|[\]]{1,80}(?=\\))*\\[^\s\\"“”„<>|\]),;：，。]+/gi,
    value: ([found]) =>
      found
        .replace(/\s+/g, ' ')
        .replace(/[^\p{Script=Latin}\p{N})}_.-]+$/u, '')
        .toLowerCase(),
  },
  {
    // A comma before the ending is what a decimal comma makes of a file name.
    kind: 'file',
    pattern: new RegExp(
      String.raw`(?<![\w@/.-])[\w][\w()-]*(?:\.[\w-]+)*[.,](?:${extensions})\b(?![\w/-])`,
      'gi',
    ),
    value: ([found]) => found.toLowerCase(),
  },
  {
    // Three short numbers may be a day: `08.07.2015`.
    kind: 'version',
    pattern:
      /(?<![\w.,-])(?!\d{1,2}\.\d{1,2}\.(?:\d{2}|20\d{2})(?![\w.]))\d{1,5}(?:\.\d{1,6}){2,4}(?![\w-]|\.\d)/g,
    value: ([found]) => found,
  },
  {
    kind: 'article',
    pattern: /(?<![\w.,/#=-])(?:KB\s?)?(\d{6,7})(?![\w-]|[.,]\d)/gi,
    value: ([, number = '']) => number,
  },
];

function textFacts(text: string, lineAt: (offset: number) => number): Fact[] {
  if (text.length < 5) return [];
  return patterns.flatMap(({ kind, pattern, value }) =>
    [...text.matchAll(pattern)].map((found): Fact => {
      const compared = value(found);
      const [written] = found;
      return {
        kind,
        value: compared,
        ...(written === compared ? {} : { shown: written }),
        line: lineAt(found.index),
      };
    }),
  );
}

/** Every line of a block, where it stands in the file: between them there may be blank ones. */
function codeFacts({ value }: Code, from: number, lines: readonly string[], block: number): Fact[] {
  let at = from - 1;
  return value.split('\n').flatMap((written): Fact[] => {
    const text = written.trim();
    if (text === '') return [];
    const found = lines.findIndex(
      (line, index) => index >= at && index < at + 6 && plainLine(line).includes(text),
    );
    if (found !== -1) at = found;
    const line = found === -1 ? Math.min(at + 1, lines.length) : found + 1;
    if (found !== -1) at = found + 1;
    const compared = text.replace(/\s+/g, ' ');
    return [{ kind: 'code', value: compared, line, block }, ...textFacts(text, () => line)];
  });
}

const plainLine = (line: string): string => line.replace(/\\(?=[!-/:-@[-`{-~])/g, '');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Raw HTML is read from the file, where its lines are; its Markdown too. */
function htmlFacts({ value, position }: Html, body: string, line: number): Fact[] {
  const source = body.slice(position?.start.offset, position?.end.offset) || value;
  const lineAt = (at: number) => line + linesBefore(source, at);
  const facts: Fact[] = [];
  for (const { 1: url = '', 2: label = '', index } of source.matchAll(
    /<a\s[^>]{0,500}?href\s*=\s*"([^"]{1,2000})"[^>]{0,500}>([\s\S]{0,500}?)<\/a>/gi,
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
        () => line + index,
      ),
    );
  return facts;
}

const withoutEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => entities[name] ?? whole);

const wordsOf = (html: string): string =>
  plainLine(withoutEntities(html.replace(/<[^>]{0,2000}>/g, '')).replace(/\*\*/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

const shape = (rows: number, columns: number, line: number): Fact => ({
  kind: 'table',
  value: `${rows}×${columns}`,
  line,
});

/** Rows without words are there for Markdown’s sake, or for the eye. */
function tableFact({ children }: Table, line: number): Fact {
  const rows = children.filter((row) => plainText(row) !== '');
  const columns = rows.reduce((most, row) => Math.max(most, row.children.length), 0);
  return shape(rows.length, columns, line);
}

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
