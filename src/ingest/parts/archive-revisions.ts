import type { RootContent } from 'mdast';
import type { Finding } from '../../model/problem.ts';
import { inlineOf, lineOfWords, type ReadRevision } from '../read-file.ts';
import { parseArchive } from '../tree/markdown.ts';
import { numericOrderIn } from '../words/written-date.ts';
import type { Outlined } from './outline.ts';
import { readRevisionList, type WrittenRevision } from './revision-list.ts';

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
  const { revisions, unread, findings } = readRevisionList(under, start, numericOrderIn(language));
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
 * A revision of an archive file, its note read as Markdown.
 *
 * @param definitions link reference definitions of the file, as Markdown
 */
export function noted({ noteSource, ...revision }: WrittenRevision, definitions: string): ReadRevision {
  const written = inlineOf(noteSource, parseArchive, revision.line, namedIn(noteSource, definitions));
  return { ...revision, note: lineOfWords(written) };
}

/** The definitions whose labels a note has: to parse all of them for each note would take too long. */
const namedIn = (note: string, definitions: string): string =>
  note.includes('[')
    ? definitions
        .split('\n')
        .filter((line) => note.toLowerCase().includes(line.slice(0, line.indexOf(']:') + 1).toLowerCase()))
        .join('\n')
    : '';
