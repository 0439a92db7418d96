import type { Revision } from '../model/edition.ts';
import type { Finding } from '../model/problem.ts';
import { dateAtStart, type NumericOrder } from './written-date.ts';

/** A revision whose note is still Markdown. */
export type WrittenRevision = Omit<Revision, 'note' | 'noteHtml'> & { readonly noteSource: string };

export interface RevisionList {
  readonly revisions: readonly WrittenRevision[];
  /** Lines that are no entries and follow none, as they stand. */
  readonly unread: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the revision list of an archive file from its source lines, not from the tree: to Markdown
 * `- 13. Juni 2008: …` is a list inside a list, and the 13 is lost.
 *
 * A line is an entry where it begins with a version, a date, or both. A date inside the text of an
 * entry is none of ours.
 *
 * @param lines the lines under the heading
 * @param firstLine line number of the first of them
 */
export function readRevisionList(
  lines: readonly string[],
  firstLine: number,
  order: NumericOrder,
): RevisionList {
  const revisions: WrittenRevision[] = [];
  const unread: string[] = [];
  const findings: Finding[] = [];
  for (const [index, raw] of lines.entries()) {
    const text = bare(raw);
    if (text === '') continue;
    const line = firstLine + index;
    const opens = revisions.length === 0 || /^\s*[-*+•]\s/.test(raw);
    const entry = entryOf(text, order, opens) ?? entryOf(text.replace(/^\d+[.)]\s+/, ''), order, opens);
    if (entry !== undefined) {
      const { impossible, ...revision } = entry;
      const ordinal = revisions.length + 1;
      revisions.push({ ordinal, ...revision, line });
      if (impossible) findings.push(unknownDate(ordinal, text, line));
      continue;
    }
    const last = revisions.at(-1);
    if (last === undefined) unread.push(raw);
    else revisions[revisions.length - 1] = { ...last, noteSource: `${last.noteSource} ${text}`.trim() };
  }
  return { revisions, unread, findings };
}

/** Without list marker, paragraph tags, the break at its end and white space. */
function bare(line: string): string {
  return line
    .trim()
    .replace(/^[-*+•]\s+/, '')
    .replace(/<\/?(?:p|span|li|ul)(?:\s[^>]*)?>|<\/?br\s*\/?>/gi, '')
    .replace(/\\$/, '')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}

interface Entry {
  readonly version?: string;
  readonly date?: Revision['date'];
  readonly noteSource: string;
  /** Something stands in the place of the date, but no day of the calendar. */
  readonly impossible: boolean;
}

const versionAtStart =
  /^(?:\*\*)?(?:(?:versione|version|versjon|versão|versao|rev(?:ision)?|版本|v)\.?\s*(\d+(?:\.\d+)*)|(\d+\.\d+)(?=\s*[(（]))(?:\*\*)?[\s,:：-]*/iu;

/** @param opens whether the line can only be an entry: it is the first, or a list item */
function entryOf(text: string, order: NumericOrder, opens: boolean): Entry | undefined {
  const versioned = versionAtStart.exec(text);
  const version = versioned?.[1] ?? versioned?.[2];
  const afterVersion = text.slice(versioned?.[0].length ?? 0);
  const bracket = /^[(（[]+\s*/.exec(afterVersion)?.[0] ?? '';
  const inside = afterVersion.slice(bracket.length);
  const date = dateAtStart(inside, order);
  if (date === undefined && version === undefined) return undefined;
  const known = {
    ...(version === undefined ? {} : { version }),
    ...(date?.date === undefined ? {} : { date: date.date }),
  };
  if (date !== undefined) {
    const after = inside.slice(date.length);
    // On a further line, a date that a sentence goes on from is part of that sentence.
    if (!opens && version === undefined && bracket === '' && !/^\s*(?:$|[:：)）.;,–-])/.test(after))
      return undefined;
    return { ...known, noteSource: noteAfter(after), impossible: date.date === undefined };
  }
  const closing = bracket === '' ? -1 : inside.search(/[)）\]]/);
  const dateless = closing === -1 ? inside : inside.slice(closing);
  return {
    ...known,
    noteSource: closing === -1 ? `${bracket}${noteAfter(dateless)}` : noteAfter(dateless),
    impossible: closing > 0,
  };
}

/** Brackets that close the date, doubled ones too, and the mark between date and text. */
const noteAfter = (text: string): string => text.replace(/^[\s)）\]]*[\s:：,;–-]*/, '').trim();

const unknownDate = (ordinal: number, text: string, line: number): Finding => ({
  outcome: 'repaired',
  rule: 'unknown-date',
  line,
  field: `revision ${ordinal}`,
  what: `no day of the calendar can be read from \`${text.slice(0, 60)}\``,
  remedy: 'listed without a date',
});

/** Neighbours of which the later one is dated earlier. */
export function backwardDates(
  revisions: readonly Pick<Revision, 'ordinal' | 'date' | 'line'>[],
): { later: Pick<Revision, 'ordinal' | 'date' | 'line'>; earlier: string }[] {
  const found: ReturnType<typeof backwardDates> = [];
  let newest: string | undefined;
  for (const revision of revisions) {
    if (revision.date === undefined) continue;
    if (newest !== undefined && revision.date < newest) found.push({ later: revision, earlier: newest });
    else newest = revision.date;
  }
  return found;
}
