import { z } from 'zod';
import { AdvisoryId } from './advisory-id.ts';
import { CalendarDate } from './calendar-date.ts';
import { EditionImage } from './image.ts';
import { locales } from './locales.ts';
import { sectionRoles } from './section-roles.ts';

export const LocaleTag = z.enum(locales);

/**
 * An address that may become a link. Anything but http and https is refused: `javascript:`, `data:`
 * and `file:` must not reach a page, and a user name in an address only serves to deceive.
 */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'is no http or https address' })
  .refine((text) => !/^https?:\/\/[^/?#]*@/i.test(text), 'has a user name before the host; leave it out');

/** A language-neutral part of an address after `#`. `page-` belongs to the page around the text. */
export const SectionId = z
  .string()
  .regex(/^[a-z](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'may hold only a to z, digits and inner hyphens')
  .refine(
    (id) => !/^(?:page|note)-/.test(id),
    'may not begin with `page-` or `note-`, which are the page’s own',
  );

/** One line of the history. `ordinal` is its address: 1 is the oldest, in the order of the file. */
export const Revision = z.strictObject({
  ordinal: z.int().positive(),
  date: CalendarDate.optional(),
  version: z.string().optional(),
  /** Plain text. */
  note: z.string(),
  /** The same as safe HTML, where the note has links or emphasis. */
  noteHtml: z.string().optional(),
  line: z.int().positive().optional(),
});
export type Revision = z.infer<typeof Revision>;

export const referenceKinds = ['kb', 'cve', 'bulletin', 'advisory', 'web'] as const;

export const Reference = z.strictObject({
  kind: z.enum(referenceKinds),
  id: z.string().optional(),
  url: WebAddress.optional(),
  label: z.string().optional(),
});
export type Reference = z.infer<typeof Reference>;

/**
 * A heading of the text. `idFrom` says what makes its id mean the same in two editions: it is `stated` in the text,
 * comes from the `identifier` in the heading or from the `role` of the part, or only from its `position` among its
 * siblings.
 */
export const OutlineEntry = z.strictObject({
  kind: z.enum(['section', 'question']),
  id: SectionId,
  /** Plain text. */
  title: z.string(),
  /** The same as safe HTML, where the heading has links or code. */
  titleHtml: z.string().optional(),
  /** Rank of the heading on the page, where 1 is the title. */
  level: z.int().min(2).max(6),
  role: z.enum(sectionRoles).optional(),
  idFrom: z.enum(['stated', 'identifier', 'role', 'position']),
  line: z.int().positive().optional(),
});
export type OutlineEntry = z.infer<typeof OutlineEntry>;

/** Where the text comes from. */
export const Source = z.strictObject({
  /** The official address. */
  url: WebAddress.optional(),
  publisher: z.string().optional(),
  /** Whether this text retells the official one, or is the official one, archived. */
  relation: z.enum(['restated', 'archived']),
  /** Fields of the publisher’s own system, as they stand in the file. */
  legacy: z.record(z.string(), z.string()).optional(),
});
export type Source = z.infer<typeof Source>;

/** An advisory in one locale, as far as it is data; its text is an {@link EditionText}. */
export const Edition = z.strictObject({
  id: AdvisoryId,
  /** The id as it was written, for showing: `927709R`. */
  shownId: z.string(),
  locale: LocaleTag,
  /** BCP 47 tag of the language that the text is really in; nearly always the locale. */
  language: z.string(),
  title: z.string(),
  /** The same as safe HTML, where the title has code, links or emphasis. */
  titleHtml: z.string().optional(),
  summary: z.string().optional(),
  summaryHtml: z.string().optional(),
  /** Whether the title only names the advisory (“Security Advisory 954474”), and the summary is its subject. */
  summaryIsSubject: z.boolean().optional(),
  published: CalendarDate.optional(),
  updated: CalendarDate.optional(),
  version: z.string().optional(),
  revisions: z.array(Revision),
  references: z.array(Reference),
  /** Product names, as written. */
  affected: z.array(z.string()),
  /** What took over: an advisory or bulletin id, or an address. */
  replacedBy: Reference.optional(),
  source: Source.optional(),
  outline: z.array(OutlineEntry),
  /** Those of the text that are published; of the others the text shows the alternative text. */
  images: z.array(EditionImage),
  /** Path of the file as the publisher knows it. */
  file: z.string(),
  /** Key under which the text is kept. */
  textKey: z.string(),
  /** SHA-256 of the file’s bytes, in hexadecimal digits. */
  sourceDigest: z.string(),
});
export type Edition = z.infer<typeof Edition>;

/**
 * The text of an edition as sanitised HTML: what stands before the first heading, then what stands
 * under each entry of the outline, in its order. It holds no address of this site and nothing of
 * other editions.
 */
export const EditionText = z.strictObject({ lead: z.string(), parts: z.array(z.string()) });
export type EditionText = z.infer<typeof EditionText>;

/** The same parts as plain text, for what takes no markup. */
export type PlainText = EditionText;

/** The day on which the edition last changed, as far as it says so itself. */
export function lastChanged(edition: Edition): CalendarDate | undefined {
  if (edition.updated !== undefined) return edition.updated;
  const dates = edition.revisions.flatMap(({ date }) => (date === undefined ? [] : [date]));
  const last = dates.sort().at(-1);
  // One that is dated before the advisory was published was mistyped.
  return last === undefined || (edition.published ?? last) > last ? edition.published : last;
}

/**
 * The revision that the text stands at: the last of its history. One that is dated before the advisory was
 * published was mistyped; the day of the last update speaks for it, where it is told.
 */
export function standingRevision({ revisions, published, updated }: Edition): Revision | undefined {
  const newest = revisions.at(-1);
  if (newest?.date === undefined || published === undefined || newest.date >= published) return newest;
  const { date: _mistyped, ...undated } = newest;
  return updated !== undefined && updated >= published ? { ...undated, date: updated } : undated;
}

/** Words, and the same as safe HTML where they have code, links or emphasis. */
interface Words {
  readonly text: string;
  readonly html?: string | undefined;
}

/** What a reader calls an advisory. */
export interface Headline {
  /** That of a series (“Security Advisory 954474”), where the title only names the advisory. */
  readonly series?: string;
  readonly subject: string;
  readonly subjectHtml?: string | undefined;
  readonly standfirst?: Words;
}

/** The title of an edition is its subject, unless it only names the advisory: then the summary is. */
export function headline(edition: Edition): Headline {
  const { title, titleHtml, summary, summaryHtml, summaryIsSubject } = edition;
  if (summary !== undefined && summaryIsSubject === true)
    return { series: title, subject: summary, subjectHtml: summaryHtml };
  const subject = { subject: title, subjectHtml: titleHtml };
  return summary === undefined ? subject : { ...subject, standfirst: { text: summary, html: summaryHtml } };
}

/** Id and subject, where nothing around says the id: `954474: …`. A title that has it says it once. */
export function namedSubject(edition: Edition): string {
  const { subject } = headline(edition);
  return subject.toLowerCase().includes(edition.shownId.toLowerCase())
    ? subject
    : `${edition.shownId}: ${subject}`;
}
