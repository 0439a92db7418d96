import { type Markup, splitAtMarkup } from '../../html/tags.ts';
import type { Revision } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import { anyOf, everyWord } from '../words/languages.ts';
import type { NumericOrder } from '../words/words.ts';
import { dateAtStart } from '../words/written-date.ts';

/** A revision whose note is still Markdown. */
export type WrittenRevision = Omit<Revision, 'note' | 'noteHtml'> & { readonly noteSource: string };

export interface RevisionList {
  readonly revisions: readonly WrittenRevision[];
  /** Lines that are no entries and belong to none, as they stand. */
  readonly unread: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the revision list of an archive file from its source lines, not from the tree: to Markdown
 * `- 13. Juni 2008: …` is a list inside a list, and the 13 is lost.
 *
 * A line is an entry where it begins with a version, a date, or both. A date inside the text of an
 * entry is none of ours, nor is anything on a line that is indented under an entry. What follows a
 * blank line and is neither an entry nor indented ends the list.
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
  let indent = 0;
  let afterBlank = false;
  let ended = false;
  for (const { raw, line } of piecesOf(lines, firstLine)) {
    const text = bare(raw);
    if (text === '') {
      afterBlank = true;
      if (ended) unread.push('');
      continue;
    }
    const own = raw.length - raw.trimStart().length;
    const under = revisions.length > 0 && own > indent + 1;
    const opens = revisions.length === 0 || marker.test(raw);
    const entry =
      under || ended
        ? undefined
        : (entryOf(text, order, opens) ?? entryOf(text.replace(/^\d+[.)]\s+/, ''), order, opens));
    const last = revisions.at(-1);
    if (entry !== undefined) {
      const { impossible, ...revision } = entry;
      const ordinal = revisions.length + 1;
      if (ordinal === 1) indent = own;
      revisions.push({ ordinal, ...revision, line });
      if (impossible) findings.push(unknownDate(ordinal, text, line));
    } else if (last !== undefined && !ended && (under || !afterBlank)) {
      revisions[revisions.length - 1] = { ...last, noteSource: `${last.noteSource} ${text}`.trim() };
    } else {
      ended = last !== undefined;
      unread.push(raw);
    }
    afterBlank = false;
  }
  return { revisions, unread, findings };
}

const marker = /^\s*[-*+•]\s/;

/** Entries that HTML sets on one line are lines of their own. */
function piecesOf(lines: readonly string[], firstLine: number): { raw: string; line: number }[] {
  return lines.flatMap((whole, index) =>
    splitAtMarkup(whole, endsLine)
      .filter((piece, at) => at === 0 || piece !== '')
      .map((raw) => ({ raw: raw.replace(/\t/g, '    '), line: firstLine + index })),
  );
}

const endsLine = ({ kind, name }: Markup): boolean =>
  name === 'br' || (kind === 'end' && (name === 'li' || name === 'p'));

const isFrame = ({ name }: Markup): boolean => /^(?:p|span|li|ul|ol|br)$/.test(name);

/** Without list marker, paragraph tags, the break at its end and white space. */
function bare(line: string): string {
  return splitAtMarkup(line.trim().replace(/^[-*+•]\s+/, ''), isFrame)
    .join('')
    .replace(/\\$/, '')
    .trim();
}

interface Entry {
  readonly version?: string;
  readonly date?: Revision['date'];
  readonly noteSource: string;
  /** Something stands in the place of the date, but no day of the calendar. */
  readonly impossible: boolean;
}

const words = anyOf([
  ...everyWord(({ version: names, revision }) => [...names, ...revision]),
  // Abbreviations that all of them share.
  ...['ver', 'rev', 'v'],
]);
const version = new RegExp(
  `^[(（[]?(?:(?:${words})\\.?\\s?(\\d+(?:[.,]\\d+)*)|(\\d+\\.\\d+)(?=\\s*[(（]|\\s+\\S))[)）\\]]?`,
  'iu',
);
/** A version that follows the date in brackets. */
const versionBehind = /^\s*[(（]\s*V?\.?\s*(\d+(?:\.\d+)+)\s*[)）]/i;

/** @param opens whether the line can only be an entry: it is the first, or a list item */
function entryOf(written: string, order: NumericOrder, opens: boolean): Entry | undefined {
  const { text, emphasised } = plainStart(written);
  const versioned = version.exec(text);
  const stated = versioned?.[1] ?? versioned?.[2];
  const afterVersion = text.slice(versioned?.[0].length ?? 0);
  const separator =
    stated === undefined ? '' : (/^(?:[\s*_`,:：–—-]|\.(?=\s*[(（]))*/.exec(afterVersion)?.[0] ?? '');
  const bracket = /^[(（[]+\s*/.exec(afterVersion.slice(separator.length))?.[0] ?? '';
  const inside = afterVersion.slice(separator.length + bracket.length);
  const date = dateAtStart(inside, order);
  const note = (rest: string) => noteAfter(rest, emphasised);
  const labelled =
    date === undefined && (opens || stated !== undefined) ? labelledDate(inside, order) : undefined;
  if (labelled !== undefined)
    return {
      ...(stated === undefined ? {} : { version: stated.replaceAll(',', '.') }),
      date: labelled,
      noteSource: note(`${bracket}${inside}`),
      impossible: false,
    };
  if (date === undefined) {
    const separated = bracket !== '' || /[:：–—-]/.test(separator);
    if (stated === undefined || versioned?.[2] !== undefined || !separated) return undefined;
    const closing = bracket === '' ? -1 : inside.search(/[)）\]]/);
    return {
      version: stated.replaceAll(',', '.'),
      noteSource: closing === -1 ? `${bracket}${note(inside)}` : note(inside.slice(closing)),
      impossible: closing > 0,
    };
  }
  const after = inside.slice(date.length);
  const behind = stated === undefined ? versionBehind.exec(after) : null;
  const known = stated ?? behind?.[1];
  // On a further line, a date that a sentence goes on from is part of that sentence.
  const alone = /^\s*(?:$|[:：)）.;,(（–—*-])/.test(after);
  if (!opens && known === undefined && bracket === '' && !alone) return undefined;
  return {
    ...(known === undefined ? {} : { version: known.replaceAll(',', '.') }),
    ...(date.date === undefined ? {} : { date: date.date }),
    noteSource: note(after.slice(behind?.[0].length ?? 0)),
    impossible: date.date === undefined,
  };
}

const publishedLabel = new RegExp(
  `(?<![\\p{L}])(?:${anyOf(everyWord(({ published }) => published))})(?:\\s+(?:${anyOf(everyWord((words) => words.beforeDay))}))?\\s*[:：]?\\s*`,
  'iu',
);
/** In characters. What is longer is a sentence that may name any day. */
const longestLabelled = 80;

/**
 * The day of publication where an entry says it in its words, and says nothing else behind it: “Data di pubblicazione:
 * 10 maggio 2005”, “Veiledning publisert 23. juni 2006”.
 */
function labelledDate(text: string, order: NumericOrder): Revision['date'] | undefined {
  if (text.length > longestLabelled) return undefined;
  const label = publishedLabel.exec(text);
  if (label === null) return undefined;
  const rest = text.slice(label.index + label[0].length);
  const date = dateAtStart(rest, order);
  return date !== undefined && /^[\s.)）*_]*$/.test(rest.slice(date.length)) ? date.date : undefined;
}

/** How far into a line version and date may reach. */
const reach = 80;

/** The line with emphasis, escapes and references taken from its start, where version and date stand. */
function plainStart(written: string): { text: string; emphasised: boolean } {
  const start = written
    .slice(0, reach)
    .replace(/^\[([^\]]{1,20})\]\([^)]*\)/, '$1')
    .replace(/&nbsp;|&#160;|&#xA0;/gi, ' ')
    .replace(/\\([().,:–-])/g, '$1');
  const mark = /^(?:\*\*|__|[*_`])/.exec(start)?.[0] ?? '';
  return { text: `${start.slice(mark.length)}${written.slice(reach)}`, emphasised: mark !== '' };
}

/** Brackets that close the date, doubled ones too, the mark between date and text, and open emphasis. */
function noteAfter(text: string, emphasised: boolean): string {
  const note = text.replace(/^[\s)）\]]*[\s:：,;–—-]*/, '');
  return (emphasised ? note.replace(/^(?:\*\*|__|[*_`])[\s:：]*/, '') : note).trim();
}

const unknownDate = (ordinal: number, text: string, line: number): Finding => ({
  outcome: 'repaired',
  rule: 'unknown-date',
  line,
  field: `revision ${ordinal}`,
  what: `no day of the calendar can be read from \`${text.slice(0, 60)}\``,
  remedy: 'listed without a date',
});

type Dated = Pick<Revision, 'ordinal' | 'date' | 'line'>;

/** Revisions that are dated earlier than one before them, with that one’s date. */
export function backwardDates(revisions: readonly Dated[]): { later: Dated; earlier: string }[] {
  const found: { later: Dated; earlier: string }[] = [];
  let newest: string | undefined;
  for (const revision of revisions) {
    if (revision.date === undefined) continue;
    if (newest !== undefined && revision.date < newest) found.push({ later: revision, earlier: newest });
    else newest = revision.date;
  }
  return found;
}
