import type { Heading, Html, PhrasingContent, Root } from 'mdast';
import { textOfHtml } from '../html/places.ts';
import { markupIn } from '../html/tags.ts';
import type { Finding } from '../model/problem.ts';
import { factsOf, fieldFacts } from './facts/facts.ts';
import { type OwnFields, readOwnFields } from './front-matter/own-fields.ts';
import type { SplitFile } from './front-matter/split.ts';
import { asWritten } from './html/as-written.ts';
import { tellUnsafeElements } from './html/unsafe-elements.ts';
import { ownOutline } from './parts/own-outline.ts';
import { statedRevisions } from './parts/stated-revisions.ts';
import { inlineOf, type LineOfWords, lineOfWords, type ReadFile } from './read-file.ts';
import { readAlerts } from './tree/alerts.ts';
import { elementsAcross, withoutFalseMarkup } from './tree/false-markup.ts';
import { joinHanLines } from './tree/han-line-ends.ts';
import { leaveOutInvisible } from './tree/invisible.ts';
import { excessOfTree } from './tree/limits.ts';
import { listNumbers } from './tree/list-numbers.ts';
import { parseMarkdown } from './tree/markdown.ts';
import { excessBeforeParsing } from './tree/source-limits.ts';
import { surplusCells } from './tree/surplus-cells.ts';
import { unclosedFences } from './tree/unclosed-fences.ts';
import { backwardRevisions, dateFindings } from './verdicts.ts';

/**
 * Reads a file that is written to our field guide: its fields from the front matter alone, its text as CommonMark
 * with GFM says (https://spec.commonmark.org, https://github.github.com/gfm). Nothing is guessed in it: no title,
 * no head of a table, no code, no question.
 *
 * @returns what is wrong where it cannot be read at all
 */
export function readOwnFile(file: SplitFile): ReadFile | Finding {
  const excess = excessBeforeParsing(file.body);
  if (excess !== undefined) return excess;
  const { root, source, findings } = withoutFalseMarkup(
    parseMarkdown(file.body),
    file.body,
    parseMarkdown,
    'balance',
  );
  const overgrown = excessOfTree(root);
  if (overgrown !== undefined) return overgrown;

  const fields = readOwnFields(file);
  const { values } = fields;
  findings.push(
    ...fields.findings,
    ...tellUnsafeElements(root),
    ...unclosedFences(root, source),
    ...surplusCells(root),
    ...leaveOutInvisible(root),
  );
  readAlerts(root);
  joinHanLines(root);
  readHtmlHeadings(root);

  const facts = [...fieldFacts(values, (field) => file.lines.get(field)), ...factsOf(root, source)];
  const outlined = ownOutline(root.children);
  const readField = fieldReader(findings);
  const revisions = statedRevisions(values.revisions ?? [], file.lines, readField);
  findings.push(
    ...outlined.findings,
    ...[outlined.lead, ...outlined.parts.map(({ content }) => content)].flatMap((part) =>
      elementsAcross(part, source),
    ),
    ...listNumbers(root, source),
    ...backwardRevisions(revisions, 'refused', 'put the oldest first, or mend the date'),
    ...dateFindings(values, file.lines),
  );
  const line = (field: 'title' | 'summary') => {
    const text = values[field];
    return text === undefined ? undefined : readField(text, field, file.lines.get(field));
  };
  const { published, updated, version, references = [], affected = [], replacedBy, source: origin } = values;
  return {
    title: line('title'),
    summary: line('summary'),
    published,
    updated,
    version,
    revisions,
    references: () => references,
    affected: () => affected,
    replacedBy,
    source: origin && { ...origin, relation: 'restated' },
    root,
    lead: outlined.lead,
    parts: outlined.parts,
    facts,
    mending: asWritten,
    named: namedIn(values, file),
    taken: {
      fields: outlined.parts.map(({ entry }) => entry.id),
      dated: [],
      dateLines: () => false,
      leftOut: new Set(),
    },
    findings,
  };
}

/** Reads fields of one line as Markdown, and adds what is wrong in them to the findings. */
const fieldReader =
  (findings: Finding[]) =>
  (text: string, field: string, line: number | undefined): LineOfWords => {
    const found: Finding[] = [];
    const words = lineOfWords(
      inlineOf(
        text,
        (source) => {
          const read = withoutFalseMarkup(parseMarkdown(source), source, parseMarkdown, 'balance');
          found.push(...read.findings, ...tellUnsafeElements(read.root), ...leaveOutInvisible(read.root));
          return read.root;
        },
        line,
      ),
    );
    if (words.text === '')
      found.push({ outcome: 'refused', rule: 'field-value', what: 'has no words', remedy: 'write some' });
    findings.push(...found.map((finding) => ({ ...finding, line, field })));
    return words;
  };

/** Advisories that the fields name without an address of their own: only this site can have them. */
function namedIn({ references = [], replacedBy }: Partial<OwnFields>, { lines }: SplitFile) {
  const all = [
    ...references.map((reference, at) => ({ reference, field: `references.${at}` })),
    ...(replacedBy === undefined ? [] : [{ reference: replacedBy, field: 'replacedBy' }]),
  ];
  return all.flatMap(({ reference: { kind, id, url }, field }) =>
    kind === 'advisory' && id !== undefined && url === undefined
      ? [{ id, field, line: lines.get(field) }]
      : [],
  );
}

/** A heading in HTML that states its id (`<h2 id="overview">Overview</h2>`) opens a section like any other. */
function readHtmlHeadings(root: Root): void {
  root.children = root.children.map((node) => (node.type === 'html' ? (headingIn(node) ?? node) : node));
}

function headingIn({ value, position }: Html): Heading | undefined {
  const html = value.trim();
  const [open, ...others] = markupIn(html);
  const close = others.at(-1);
  const depth = /^h([1-6])$/.exec(open?.name ?? '')?.[1];
  const id = open?.attributes.get('id');
  const isWhole =
    open?.kind === 'start' &&
    open.start === 0 &&
    close?.kind === 'end' &&
    close.name === open.name &&
    close.end === html.length &&
    others.filter(({ name }) => name === open.name).length === 1;
  if (!isWhole || depth === undefined || id === undefined) return undefined;
  const words = piecesOfHtml(html.slice(open.end, close.start));
  return {
    type: 'heading',
    depth: Number(depth) as Heading['depth'],
    children: [...words, { type: 'text', value: ` {#${id}}` }],
    ...(position && { position }),
  };
}

/** In a block of HTML nothing is Markdown: its tags as they are, and the text between them. */
function piecesOfHtml(html: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  const text = (piece: string) => {
    const value = textOfHtml(piece);
    if (value !== '') pieces.push({ type: 'text', value });
  };
  let from = 0;
  for (const { start, end } of markupIn(html)) {
    text(html.slice(from, start));
    pieces.push({ type: 'html', value: html.slice(start, end) });
    from = end;
  }
  text(html.slice(from));
  return pieces;
}
