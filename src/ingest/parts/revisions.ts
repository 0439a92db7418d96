import type { RootContent } from 'mdast';
import type { Revision } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import { maxNoteLength } from '../tree/limits.ts';
import { parseArchive, parseInline, plainText } from '../tree/markdown.ts';
import type { Outlined } from './outline.ts';
import { numericOrderIn } from './written-date.ts';
import { readRevisionList, type WrittenRevision } from './revision-list.ts';
import type { HtmlWriter } from '../html/safe-html.ts';
import { excessBeforeParsing } from '../tree/source-limits.ts';
import type { FrontMatter } from '../front-matter/yaml-fields.ts';

export interface ListedRevisions {
  readonly revisions: readonly WrittenRevision[];
  /** The content of every part, the revision list without the entries that were read. */
  readonly contents: readonly (readonly RootContent[])[];
  readonly findings: readonly Finding[];
}

/** Reads the revision list out of its part; what is no entry stays in the text. */
export function takeRevisions(
  { parts }: Outlined,
  body: string,
  end: number | undefined,
  language: string,
): ListedRevisions {
  const contents = parts.map(({ content }) => content);
  const at = parts.findLastIndex(({ entry }) => entry.id === 'revisions');
  const start = parts[at]?.entry.line;
  if (start === undefined) return { revisions: [], contents, findings: [noRevisions()] };
  const lines = body.split('\n');
  const stop = parts[at + 1]?.entry.line ?? end ?? lines.length + 1;
  // A label may have the first entry behind it. An underlined heading takes one more line.
  const label = /^\s*\*\*[^*]{1,80}\*\*\s*[:：]?/.exec(lines[start - 1] ?? '')?.[0];
  const first = label === undefined ? '' : (lines[start - 1] ?? '').slice(label.length);
  const under = [first, ...lines.slice(start, stop - 1)].map((line) =>
    /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(line) ? '' : line,
  );
  const { revisions, unread, findings } = readRevisionList(
    under,
    start,
    numericOrderIn(language),
  );
  if (revisions.length === 0) return { revisions, contents, findings: [noRevisions(start)] };
  const left = parseArchive(unread.join('\n')).children;
  return { revisions, contents: contents.map((content, index) => (index === at ? left : content)), findings };
}

const noRevisions = (line?: number): Finding => ({
  outcome: 'repaired',
  rule: 'no-revisions',
  line,
  what:
    line === undefined
      ? 'the text has no revision history'
      : 'nothing under this heading can be read as a revision',
  remedy: 'published without one',
});

/**
 * A revision of an archive file, its note as plain text and, where it has links or emphasis, as HTML.
 *
 * @param definitions link reference definitions of the file, as Markdown
 */
export function noted(
  { noteSource, ...revision }: WrittenRevision,
  writer: HtmlWriter,
  definitions: string,
): Revision {
  const tooMuch = noteSource.length > maxNoteLength || excessBeforeParsing(noteSource) !== undefined;
  const content = tooMuch
    ? [{ type: 'text' as const, value: noteSource }]
    : parseInline(noteSource, namedIn(noteSource, definitions));
  const note = plainText({ type: 'paragraph', children: content });
  const plain = content.every(({ type }) => type === 'text');
  return { ...revision, note, ...(plain ? {} : { noteHtml: writer.inline(content) }) };
}

/** The definitions whose labels a note has: to parse all of them for each note would take too long. */
const namedIn = (note: string, definitions: string): string =>
  note.includes('[')
    ? definitions
        .split('\n')
        .filter((line) => note.toLowerCase().includes(line.slice(0, line.indexOf(']:') + 1).toLowerCase()))
        .join('\n')
    : '';

/** A revision as an own file’s field tells it. */
export function ownRevision(
  revision: Omit<Revision, 'ordinal' | 'line'>,
  index: number,
  { lines }: FrontMatter,
): Revision {
  const line = lines.get(`revisions.${index}`);
  return { ordinal: index + 1, ...revision, ...(line === undefined ? {} : { line }) };
}
