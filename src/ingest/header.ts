import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Finding } from '../model/problem.ts';
import { roleOfHeading } from './heading-roles.ts';
import { lineOf, linesOf, plainText } from './markdown.ts';
import { dateAtStart, type NumericOrder } from './written-date.ts';

/** What the top of an archive file says about the advisory, before its text begins. */
export interface Header {
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly published?: CalendarDate | undefined;
  readonly updated?: CalendarDate | undefined;
  readonly version?: string | undefined;
  /** Language of the labels in the date line: what the text is written in, wherever it is filed. */
  readonly language?: string | undefined;
  /** Nodes that are told by the fields above and need not stand in the text. */
  readonly consumed: ReadonlySet<RootContent>;
  readonly findings: readonly Finding[];
}

type DateField = 'published' | 'updated';

interface DateLabel {
  readonly field: DateField;
  readonly language: string;
}

/** Labels of the date line, lower case, without the colon. */
const labelTexts: Readonly<Record<string, Readonly<Record<DateField, string>>>> = {
  de: {
    published: 'veröffentlicht|veröffentlicht am|veröffentlichungsdatum',
    updated: 'aktualisiert|aktualisiert am|letzte aktualisierung|update vom|aktualisierung vom',
  },
  it: {
    published: 'data di pubblicazione|pubblicazione|pubblicato|pubblicato il',
    updated:
      'aggiornamento|data di aggiornamento|data aggiornamento|ultimo aggiornamento|aggiornato|aggiornato il|aggiornamento del',
  },
  nb: {
    published: 'publisert|publiseringsdato|utgitt',
    updated: 'oppdatert|sist oppdatert|oppdateringsdato',
  },
  pt: {
    published: 'publicado|publicado em|publicada em|data de publicação',
    updated: 'atualizado|atualizado em|atualizada em|última atualização|data de atualização',
  },
  zh: { published: '发布时间|发布日期|发布于|发布', updated: '更新时间|更新日期|上次更新时间|更新于|更新' },
  en: { published: 'published|date published', updated: 'updated|last updated|date updated' },
  fr: {
    published: 'publié|publié le|paru le|parution|date de publication|date de parution',
    updated: 'mis à jour|mis à jour le|mise à jour|dernière mise à jour|date de mise à jour',
  },
};

const labels: ReadonlyMap<string, DateLabel> = new Map(
  Object.entries(labelTexts).flatMap(([language, fields]) =>
    (Object.entries(fields) as [DateField, string][]).flatMap(([field, texts]) =>
      texts.split('|').map((text) => [text, { field, language }] as const),
    ),
  ),
);
const longestFirst = [...labels.keys()].sort((a, b) => b.length - a.length);

const versionLine = /^(?:version|versione|versjon|versão|versao|版本)\s*[:：]?\s*(\d+(?:\.\d+)*)\.?$/iu;

/** Reads title, subtitle, date line and version line off the top of the tree. */
export function readHeader(root: Root): Header {
  const consumed = new Set<RootContent>();
  const findings: Finding[] = [];
  const blocks = root.children.filter((node) => node.type !== 'html' || node.value.trim() !== '');
  const titleAt = blocks.findIndex((node) => node.type === 'heading' && node.depth === 1);
  let at = 0;
  let title: string | undefined;
  let subtitle: string | undefined;
  const first = blocks[titleAt] as Heading | undefined;
  if (first !== undefined && blocks.slice(0, titleAt).every(isEyebrow)) {
    for (const node of blocks.slice(0, titleAt + 1)) consumed.add(node);
    title = plainText(first);
    at = titleAt + 1;
    const next = blocks[at];
    if (next?.type === 'heading' && isSubtitle(next)) {
      subtitle = plainText(next);
      consumed.add(next);
      at += 1;
    }
  }
  const dates = readDateLines(blocks.slice(at), consumed, findings);
  return { title, subtitle, ...dates, consumed, findings };
}

/** A short line above the title that names the kind of page (“Security Advisory”) or its template. */
const isEyebrow = (node: RootContent): boolean =>
  node.type === 'html' ||
  (node.type === 'paragraph' &&
    node.children.every(({ type }) => type === 'text') &&
    plainText(node).length <= 60 &&
    !/[.。!?！？:：]$/.test(plainText(node)));

/** The heading right below the title, unless it is the first section. */
const isSubtitle = (heading: Heading): boolean =>
  heading.depth <= 2 && roleOfHeading(plainText(heading)) === undefined;

type Dates = Pick<Header, 'published' | 'updated' | 'version' | 'language'>;

/** The date line and the version line are the first paragraphs, in lines of one or one each. */
function readDateLines(
  blocks: readonly RootContent[],
  consumed: Set<RootContent>,
  findings: Finding[],
): Dates {
  const found: { -readonly [Key in keyof Dates]: Dates[Key] } = {};
  for (const node of blocks.slice(0, 3)) {
    if (node.type !== 'paragraph') break;
    const lines = linesOf(node).filter((line) => line !== '');
    const reading = lines.map((line) => readLine(line.replaceAll('*', '').trim()));
    const read = reading.filter((part) => part !== undefined);
    if (read.length === 0) break;
    for (const { dates, version, language } of read) {
      for (const { field, text, date } of dates) {
        if (date === undefined) findings.push(unreadable(field, text, lineOf(node)));
        else found[field] ??= date;
      }
      found.version ??= version;
      found.language ??= language;
    }
    const complete = reading.every((part) => part?.dates.every(({ date }) => date !== undefined));
    if (complete) consumed.add(node);
    else if (read.length < lines.length)
      keepUnread(
        node,
        reading.map((part) => part === undefined),
      );
  }
  return found;
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

interface LineReading {
  readonly dates: readonly { field: DateField; text: string; date?: CalendarDate | undefined }[];
  readonly version?: string | undefined;
  readonly language?: string | undefined;
}

function readLine(line: string): LineReading | undefined {
  const version = versionLine.exec(line)?.[1];
  if (version !== undefined) return { dates: [], version };
  const parts = line.split(/\s*[|｜]\s*/).filter((part) => part !== '');
  const read = parts.map(readPart);
  if (parts.length === 0 || read.some((part) => part === undefined)) return undefined;
  return { dates: read.flatMap((part) => part ?? []), language: read[0]?.language };
}

/** `label: date`, `label date`, or in Chinese `date 更新`. */
function readPart(
  part: string,
): { field: DateField; text: string; date?: CalendarDate | undefined; language: string } | undefined {
  const lower = part.toLowerCase();
  for (const text of longestFirst) {
    const label = labels.get(text);
    if (label === undefined || !lower.startsWith(text)) continue;
    const rest = part.slice(text.length);
    const colon = /^\s*[:：]\s*/.exec(rest)?.[0];
    const value = rest.slice(colon?.length ?? 0).trim();
    const date = dateAtStart(value, orderIn(label.language));
    const whole = date !== undefined && /^[\s.,;]*$/.test(value.slice(date.length));
    // Without a colon only a whole date makes it one: “Veröffentlichter Angreifercode …” is a sentence.
    if (whole) return { ...label, text: value, date: date.date };
    if (colon !== undefined && /\d/.test(value) && value.length < 40) return { ...label, text: value };
  }
  const date = dateAtStart(part, 'unknown');
  const suffix = date && labels.get(part.slice(date.length).trim());
  return suffix && { ...suffix, text: part, date: date.date };
}

/** Chinese dates put the year first; where they do not, nothing tells what comes next. */
const orderIn = (language: string): NumericOrder =>
  language === 'en' ? 'month first' : language === 'zh' ? 'unknown' : 'day first';

const unreadable = (field: DateField, text: string, line: number | undefined): Finding => ({
  outcome: 'repaired',
  rule: 'unknown-date',
  line,
  field,
  what: `no day of the calendar can be read from \`${text}\``,
  remedy: 'published without it; write it as `2008-06-13`',
});
