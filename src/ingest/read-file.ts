import type { Root as HastRoot } from 'hast';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { OutlineEntry, Reference, Revision, Source } from '../model/edition.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/problem.ts';
import type { SectionRole } from '../model/section-roles.ts';
import type { HtmlMending } from './html/settled-html.ts';
import { maxNoteLength } from './tree/limits.ts';
import { parseInline, plainText } from './tree/markdown.ts';
import { excessBeforeParsing } from './tree/source-limits.ts';
import { placeAt } from './tree/visit.ts';

/** Words on one line: plain, and as they are written. */
export interface LineOfWords {
  readonly text: string;
  readonly written: readonly PhrasingContent[];
}

/** A revision whose note is no HTML yet. */
export type ReadRevision = Omit<Revision, 'note' | 'noteHtml'> & { readonly note: LineOfWords };

/** A section or question, and what is under its heading. */
export interface ReadPart {
  readonly entry: OutlineEntry;
  /** The heading as it is written. */
  readonly written: readonly PhrasingContent[];
  readonly content: readonly RootContent[];
}

/**
 * What a reader makes of a file: the one shape in which own files and archive files meet. From here on nothing asks
 * which of the two it was.
 */
export interface ReadFile {
  readonly title: LineOfWords | undefined;
  /** Whether the title only names the advisory, and the summary says what it is about. */
  readonly summaryIsSubject?: boolean;
  readonly summary?: LineOfWords | undefined;
  readonly published?: CalendarDate | undefined;
  readonly updated?: CalendarDate | undefined;
  readonly version?: string | undefined;
  readonly revisions: readonly ReadRevision[];
  readonly replacedBy?: Reference | undefined;
  readonly source?: Source | undefined;
  /** The language of the labels in the text, a primary language subtag. */
  readonly labelLanguage?: string | undefined;
  /** The whole tree, with the definitions of links and footnotes. */
  readonly root: Root;
  readonly lead: readonly RootContent[];
  readonly parts: readonly ReadPart[];
  readonly facts: readonly Fact[];
  /** What is still to be mended in the HTML of the text. */
  readonly mending: HtmlMending;
  /** What is stated of products and references, or said of them by the blocks of the text: the lead, then the parts. */
  readonly references: (blocks: readonly HastRoot[]) => readonly Reference[];
  readonly affected: (
    blocks: readonly HastRoot[],
    roles: readonly (SectionRole | undefined)[],
  ) => readonly string[];
  /** Places that links name and no text has, each with the id of the section that is meant. */
  readonly places?: ReadonlyMap<string, string>;
  /** Advisories that are named by more than the links of the text. */
  readonly named?: readonly NamedAdvisory[];
  /** What the reader took out of the text, for the law of conservation. */
  readonly taken: Taken;
  readonly findings: readonly Finding[];
}

/** What is no longer in the text, because it is a field or was left out on purpose. */
export interface Taken {
  /** Words that became fields. */
  readonly fields: readonly string[];
  /** Days and versions that became fields. */
  readonly dated: readonly (string | undefined)[];
  /** Whether a line of the file is one on which dates became fields, with the words around them. */
  readonly dateLines: (line: number) => boolean;
  /** Lines that were left out on purpose. */
  readonly leftOut: ReadonlySet<number>;
}

/** An advisory that the fields of a file name. */
export interface NamedAdvisory {
  readonly id: string;
  readonly field: string;
  readonly line: number | undefined;
}

/** Words that were written without any markup. */
export const unmarked = (text: string): LineOfWords => ({ text, written: [{ type: 'text', value: text }] });

/** Words of inline Markdown. */
export const lineOfWords = (written: readonly PhrasingContent[]): LineOfWords => ({
  text: plainText({ type: 'paragraph', children: [...written] }),
  written,
});

/**
 * A text as Markdown on one line; as it is where it would take too long to parse.
 *
 * @param parse as which kind of Markdown
 * @param line of the file that it is on
 * @param definitions link reference definitions that it may use, as Markdown
 */
export function inlineOf(
  text: string,
  parse: (text: string) => Root,
  line: number | undefined,
  definitions = '',
): PhrasingContent[] {
  const oneLine = text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ')
    : text;
  const tooMuch = oneLine.length > maxNoteLength || excessBeforeParsing(oneLine) !== undefined;
  const written: PhrasingContent[] = tooMuch
    ? [{ type: 'text', value: oneLine }]
    : parseInline(oneLine, parse, definitions);
  const point = line === undefined ? undefined : { line, column: 1 };
  for (const node of written) placeAt(node, point && { start: point, end: point });
  return written;
}
