import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { splitAtMarkup } from '../../html/tags.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Finding } from '../../model/problem.ts';
import { lineOf, linesOf, plainText } from '../tree/markdown.ts';
import { roleOfHeading } from '../words/heading-roles.ts';
import { anyOf, everyWord, languages } from '../words/languages.ts';
import { dateAtStart, numericOrderIn } from '../words/written-date.ts';

/** What the top of an archive file says about the advisory, before its text begins. */
export interface Header {
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly published?: CalendarDate | undefined;
  readonly updated?: CalendarDate | undefined;
  readonly version?: string | undefined;
  /** Where the dates stand. */
  readonly dateLine?: number | undefined;
  /** Language of the labels in the date line: what the text is written in, wherever it is filed. */
  readonly language?: string | undefined;
  /** Nodes that are told by the fields above and need not stand in the text. */
  readonly consumed: ReadonlySet<RootContent>;
  /** Lines on which dates and versions are. */
  readonly dateLines: ReadonlySet<number>;
  /** The line above the title that names the kind of page, which is not shown. */
  readonly leftOut: readonly number[];
  readonly findings: readonly Finding[];
}

type DateField = 'published' | 'updated';

interface DateLabel {
  readonly field: DateField;
  readonly language: string;
}

const labels: ReadonlyMap<string, DateLabel> = new Map(
  languages.flatMap(({ language, ...words }) =>
    (['published', 'updated'] as const).flatMap((field) =>
      words[field].map((text) => [text, { field, language }] as const),
    ),
  ),
);
const longestFirst = [...labels.keys()].sort((a, b) => b.length - a.length);

const versionLine = new RegExp(
  String.raw`^(?:${anyOf(everyWord(({ version }) => version))})\s*[:：]?\s*(\d+(?:\.\d+)*)\.?$`,
  'iu',
);
const beforeDay = new RegExp(String.raw`^(?:${anyOf(everyWord((words) => words.beforeDay))})\s+`, 'i');
const timeOfDay = new RegExp(
  String.raw`^,?\s*(?:(?:${anyOf(everyWord(({ beforeTime }) => beforeTime))})\s+)?\d{1,2}[:.]\d{2}(?:\s*(?:${anyOf(everyWord(({ afterTime }) => afterTime))}))?`,
  'i',
);

/** Reads title, subtitle, date line and version line off the top of the tree. */
export function readHeader(root: Root): Header {
  const consumed = new Set<RootContent>();
  const findings: Finding[] = [];
  const leftOut: number[] = [];
  const blocks = root.children.filter((node) => wordsOf(node) !== '');
  // A title further down is the heading of something else.
  const titleAt = blocks.slice(0, 4).findIndex((node) => node.type === 'heading' && node.depth === 1);
  let at = 0;
  let title: string | undefined;
  let subtitle: string | undefined;
  const heading = blocks[titleAt];
  if (heading !== undefined) {
    const [eyebrow] = blocks;
    if (titleAt === 1 && eyebrow !== undefined && isEyebrow(eyebrow)) {
      consumed.add(eyebrow);
      leftOut.push(...linesOfNode(eyebrow));
    }
    consumed.add(heading);
    title = plainText(heading);
    at = titleAt + 1;
    const next = blocks[at];
    if (next?.type === 'heading' && isSubtitle(next)) {
      subtitle = plainText(next);
      consumed.add(next);
      at += 1;
    }
  }
  const dateLines = new Set<number>();
  const dates = readDateLines(blocks.slice(at), { consumed, dateLines, findings });
  return { title, subtitle, ...dates, consumed, dateLines, leftOut, findings };
}

/** The words of a block; HTML that only marks a place has none. */
const wordsOf = (node: RootContent): string =>
  node.type === 'html'
    ? splitAtMarkup(node.value).join('').trim()
    : node.type === 'thematicBreak'
      ? '—'
      : plainText(node);

/** A short line above the title that names the kind of page (“Security Advisory”) or its template. */
const isEyebrow = (node: RootContent): boolean =>
  node.type === 'paragraph' &&
  node.children.every(({ type }) => type === 'text') &&
  plainText(node).length <= 60 &&
  !/[.。!?！？:：]$/.test(plainText(node));

/** The heading right below the title, unless it is the first section. */
const isSubtitle = (heading: Heading): boolean =>
  heading.depth <= 2 && roleOfHeading(plainText(heading)) === undefined;

type Dates = Pick<Header, 'published' | 'updated' | 'version' | 'language' | 'dateLine'>;

/** The date line and the version line are the first paragraphs, in lines of one or one each. */
function readDateLines(
  blocks: readonly RootContent[],
  {
    consumed,
    dateLines,
    findings,
  }: { consumed: Set<RootContent>; dateLines: Set<number>; findings: Finding[] },
): Dates {
  const found: { -readonly [Key in keyof Dates]: Dates[Key] } = {};
  for (const node of blocks.slice(0, 3)) {
    if (node.type === 'heading') break;
    if (node.type !== 'paragraph') continue;
    const lines = linesOf(node).filter((line) => line !== '');
    const reading = lines.map((line) => readLine(line.replaceAll('*', '').trim().normalize('NFC')));
    const read = reading.filter((part) => part !== undefined);
    for (const { dates, version, language } of read) {
      for (const { field, text, date } of dates) {
        if (date === undefined) findings.push(unreadable(field, text, lineOf(node)));
        else found[field] ??= date;
      }
      found.dateLine ??= lineOf(node);
      found.version ??= version;
      found.language ??= language;
    }
    if (read.length > 0) for (const line of linesOfNode(node)) dateLines.add(line);
    const complete =
      read.length > 0 &&
      reading.every((part) => part?.whole && part.dates.every(({ date }) => date !== undefined));
    if (complete) consumed.add(node);
    else if (read.length > 0 && read.length < lines.length)
      keepUnread(
        node,
        reading.map((part) => part === undefined),
      );
  }
  return found;
}

/** The lines of the file that a block is on. */
function linesOfNode({ position }: RootContent): number[] {
  if (position === undefined) return [];
  const { start, end } = position;
  return Array.from({ length: end.line - start.line + 1 }, (_, at) => start.line + at);
}

/** Leaves in the paragraph only the lines that were not understood. */
function keepUnread(paragraph: Paragraph, unread: readonly boolean[]): void {
  let line = 0;
  const seen: boolean[] = [];
  const children = paragraph.children.filter((child) => {
    if (child.type === 'break') line += 1;
    seen.push(unread[line] ?? true);
    return unread[line] ?? true;
  });
  if (children[0]?.type === 'break') children.shift();
  paragraph.children = children;
}

interface DatePart {
  readonly field: DateField;
  readonly language: string;
  readonly text: string;
  readonly date?: CalendarDate | undefined;
}

interface LineReading {
  readonly dates: readonly DatePart[];
  readonly version?: string | undefined;
  readonly language?: string | undefined;
  /** Whether nothing of the line is left unread. */
  readonly whole: boolean;
}

/** Longer lines are sentences. */
const longestDateLine = 300;

/** A line of dates and perhaps a version, bars between them; undefined where its first part is neither. */
function readLine(line: string): LineReading | undefined {
  if (line.length > longestDateLine) return undefined;
  const dates: DatePart[] = [];
  let stated: string | undefined;
  let whole = true;
  const open = line
    .split(/[|｜]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (let part = open.shift(); part !== undefined; part = open.shift()) {
    const found = versionLine.exec(part)?.[1];
    const read = found === undefined ? readPart(part) : undefined;
    if (found !== undefined) stated ??= found;
    else if (read === undefined) whole = false;
    else {
      dates.push(read.part);
      if (read.rest !== '') open.unshift(read.rest);
    }
    if (dates.length === 0 && stated === undefined) return undefined;
  }
  return { dates, version: stated, language: dates[0]?.language, whole };
}

/**
 * `label: date`, `label date`, or in Chinese `date 更新`; with the rest behind it, where another label
 * follows without a bar.
 */
function readPart(part: string): { part: DatePart; rest: string } | undefined {
  const lower = part.toLowerCase();
  for (const text of longestFirst) {
    const label = labels.get(text);
    if (label === undefined || !lower.startsWith(text)) continue;
    const behind = part.slice(text.length);
    const colon = /^\s*[:：]\s*/.exec(behind)?.[0];
    const value = behind
      .slice(colon?.length ?? 0)
      .trim()
      .replace(beforeDay, '');
    const date = dateAtStart(value, numericOrderIn(label.language));
    const rest = date && restAfter(value.slice(date.length));
    // Without a colon only a whole date makes it one: “Veröffentlichter Angreifercode …” is a sentence.
    if (date !== undefined && rest !== undefined)
      return { part: { ...label, text: value, date: date.date }, rest };
    if (colon !== undefined && /\d/.test(value) && value.length < 40)
      return { part: { ...label, text: value }, rest: '' };
  }
  const date = dateAtStart(part, 'unknown');
  const suffix = date && labels.get(part.slice(date.length).trim());
  return suffix && { part: { ...suffix, text: part, date: date.date }, rest: '' };
}

/** What is left behind a date: nothing, a time of day, or another label; undefined for anything else. */
function restAfter(text: string): string | undefined {
  const rest = text.replace(timeOfDay, '').replace(/^[\s.,;–—-]+/, '');
  if (rest === '') return '';
  return longestFirst.some((label) => rest.toLowerCase().startsWith(label)) ? rest : undefined;
}

const unreadable = (field: DateField, text: string, line: number | undefined): Finding => ({
  outcome: 'repaired',
  rule: 'unknown-date',
  line,
  field,
  what: `no day of the calendar can be read from \`${text}\``,
  remedy: 'published without it',
});
