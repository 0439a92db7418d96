import type { RootContent } from 'mdast';
import type { AdvisoryId } from '../model/advisory-id.ts';
import { type Edition, type EditionText, type Revision, type Source, WebAddress } from '../model/edition.ts';
import type { Locale } from '../model/locales.ts';
import type { Finding, Problem } from '../model/problem.ts';
import { repairBody } from './body-repairs.ts';
import { decode } from './decode.ts';
import { type FrontMatter, isLegacyField, splitFrontMatter } from './front-matter.ts';
import { type Header, readHeader } from './header.ts';
import { type Identity, identityOf } from './identity.ts';
import { excessBeforeParsing, excessOfNesting } from './limits.ts';
import { parseInline, parseMarkdown, plainText } from './markdown.ts';
import { dropTrailer, type Outlined, outlineOf } from './outline.ts';
import { isOwnFile, readFields } from './own-fields.ts';
import { backwardDates, readRevisionList, type WrittenRevision } from './revision-list.ts';
import { type HtmlWriter, htmlWriter, type SafeHtml } from './safe-html.ts';
import { affectedIn, referencesIn } from './table-facts.ts';
import { repairText } from './text-repairs.ts';
import { findVerbatim } from './verbatim.ts';

/** Where a file is: `path` under the content folder, `shown` as the publisher knows it. */
export interface FilePlace {
  readonly path: string;
  readonly shown: string;
}

export type IngestedEdition = Omit<Edition, 'textKey'>;

export interface Ingested {
  /** Written to our field guide, or anything else that can be read. */
  readonly kind: 'own' | 'archive';
  /** Which edition the file claims to be, also where it is refused. */
  readonly id?: AdvisoryId | undefined;
  readonly locale?: Locale | undefined;
  /** Absent where the file is refused or set aside; `problems` says why. */
  readonly edition?: IngestedEdition;
  readonly text?: EditionText;
  readonly problems: readonly Problem[];
}

/**
 * One file’s bytes → an edition and its text, or why there is none. Bad content never throws: everything
 * that is wrong is returned, all of it.
 */
export function ingestEdition(bytes: Uint8Array, place: FilePlace): Ingested {
  const told = (findings: readonly Finding[]): Problem[] =>
    findings.map((finding) => ({ ...finding, file: place.shown }));
  const decoded = decode(bytes);
  if ('refusal' in decoded) return { kind: 'archive', ...claimOf(place), problems: told([decoded.refusal]) };
  const repaired = repairText(decoded.text);
  if (repaired.text.trim() === '') {
    return { kind: 'archive', ...claimOf(place), problems: told([emptyFile(place)]) };
  }
  const split = splitFrontMatter(repaired.text);
  if ('refusals' in split) {
    return { kind: 'archive', ...claimOf(place), problems: told([...repaired.findings, ...split.refusals]) };
  }
  const kind = isOwnFile(split) ? 'own' : 'archive';
  const identity = identityOf(place.path, split);
  const read = readEdition(split, kind, identity, place);
  const findings = [...repaired.findings, ...split.findings, ...identity.findings, ...read.findings];
  const refused = findings.some(({ outcome }) => outcome !== 'repaired');
  return {
    kind,
    id: identity.id,
    locale: identity.locale,
    ...(refused || read.edition === undefined ? {} : { edition: read.edition, text: read.text }),
    problems: told(findings),
  };
}

/** What a file that cannot be read claims to be by its path alone. */
function claimOf({ path }: FilePlace): Pick<Ingested, 'id' | 'locale'> {
  const { id, locale } = identityOf(path, { fields: {}, lines: new Map() });
  return { id, locale };
}

function emptyFile(place: FilePlace): Finding {
  const { id, locale } = claimOf(place);
  const finding = { rule: 'empty-file', what: 'the file is empty' };
  return id !== undefined && locale !== undefined
    ? { ...finding, outcome: 'refused', remedy: 'write the edition, or remove the file' }
    : { ...finding, outcome: 'set-aside', remedy: 'left out' };
}

type Read = { findings: Finding[]; edition?: IngestedEdition; text?: EditionText };

function readEdition(
  file: FrontMatter & { body: string },
  kind: 'own' | 'archive',
  identity: Identity,
  place: FilePlace,
): Read {
  const excess = excessBeforeParsing(file.body);
  if (excess !== undefined) return { findings: [excess] };
  const root = parseMarkdown(file.body);
  const nesting = excessOfNesting(root);
  if (nesting !== undefined) return { findings: [nesting] };

  repairBody(root, file.body, kind);
  const end = kind === 'archive' ? dropTrailer(root) : undefined;
  const { values, findings } = readFields(file, kind);
  const header: Header = kind === 'archive' ? readHeader(root) : { consumed: new Set(), findings: [] };
  findings.push(...header.findings);
  const legacy = legacyFields(file);
  const title = values.title ?? legacy.Title ?? legacy.title ?? header.title ?? legacy.TOCTitle;
  findVerbatim(root);

  const body = root.children.filter((node) => !header.consumed.has(node));
  const outlined = outlineOf([...keptTitle(title, header), ...body], kind);
  findings.push(...outlined.findings);
  const listed = takeRevisions(outlined, file.body, end, header.language ?? '');
  findings.push(...listed.findings);

  const ids = new Set([...outlined.parts.map(({ entry }) => entry.id), 'revisions']);
  const writer = htmlWriter(root, ids);
  const blocks = [writer.block(outlined.lead), ...listed.contents.map((content) => writer.block(content))];
  const revisions =
    values.revisions?.map((revision, index) => ownRevision(revision, index, file)) ??
    listed.revisions.map((revision) => noted(revision, writer));
  findings.push(...writer.findings, ...orderFindings(revisions, kind));

  const published = values.published ?? header.published;
  const version = values.version ?? header.version;
  findings.push(
    ...advisoryFindings({
      identity,
      kind,
      title,
      dated: published ?? header.updated ?? version ?? revisions[0],
    }),
  );
  if (kind === 'archive' && published === undefined) findings.push(unknownPublication(header));
  if (identity.id === undefined || identity.locale === undefined || title === undefined) return { findings };

  const edition = {
    id: identity.id,
    shownId: identity.shownId ?? identity.id,
    locale: identity.locale,
    language: languageOf(identity.locale, identity.otherLanguage, header.language),
    title,
    summary: values.summary ?? header.subtitle,
    published,
    updated: values.updated ?? header.updated,
    version,
    revisions,
    references:
      values.references ??
      unique(
        blocks.flatMap(({ tree }) => referencesIn(tree)),
        ({ kind, id }) => `${kind} ${id}`,
      ),
    affected:
      values.affected ??
      unique(
        blocks.flatMap(({ tree }) => affectedIn(tree)),
        (name) => name,
      ),
    replacedBy: values.replacedBy,
    source: values.source ? { ...values.source, relation: 'restated' } : archiveSource(legacy),
    outline: outlined.parts.map(({ entry }) => entry),
    file: place.shown,
  };
  const [lead, ...parts] = blocks.map(({ html }: SafeHtml) => html);
  return {
    findings,
    edition: withoutUndefined(edition) as IngestedEdition,
    text: { lead: lead ?? '', parts },
  };
}

const legacyFields = ({ fields }: FrontMatter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, string] =>
        typeof field[1] === 'string' && (isLegacyField(field[0]) || /^(?:ms\.)?author$/.test(field[0])),
    ),
  );

/** Where front matter and text name the advisory differently, the words of the text stay in it. */
function keptTitle(title: string | undefined, header: Header): RootContent[] {
  if (header.title === undefined || comparable(header.title) === comparable(title ?? '')) return [];
  return [
    { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: header.title }] }] },
  ];
}

const comparable = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

interface ListedRevisions {
  readonly revisions: readonly WrittenRevision[];
  /** The content of every part, the revision list without the entries that were read. */
  readonly contents: readonly (readonly RootContent[])[];
  readonly findings: readonly Finding[];
}

/** Reads the revision list out of its part; what is no entry stays in the text. */
function takeRevisions(
  { parts }: Outlined,
  body: string,
  end: number | undefined,
  language: string,
): ListedRevisions {
  const contents = parts.map(({ content }) => content);
  const at = parts.findLastIndex(({ entry }) => entry.id === 'revisions');
  const start = parts[at]?.entry.line;
  if (start === undefined) return { revisions: [], contents, findings: [] };
  const lines = body.split('\n');
  const stop = parts[at + 1]?.entry.line ?? end ?? lines.length + 1;
  // An underlined heading takes one more line; its underline is no entry either way.
  const under = lines.slice(start, stop - 1).map((line) => (/^\s*(?:=+|-{2,})\s*$/.test(line) ? '' : line));
  const { revisions, unread, findings } = readRevisionList(
    under,
    start + 1,
    language === 'en' ? 'month first' : 'day first',
  );
  const left = revisions.length === 0 ? (contents[at] ?? []) : parseMarkdown(unread.join('\n\n')).children;
  return { revisions, contents: contents.map((content, index) => (index === at ? left : content)), findings };
}

function noted({ noteSource, ...revision }: WrittenRevision, writer: HtmlWriter): Revision {
  const content = parseInline(noteSource);
  const note = plainText({ type: 'paragraph', children: content });
  const plain = content.every(({ type }) => type === 'text');
  return { ...revision, note, ...(plain ? {} : { noteHtml: writer.inline(content) }) };
}

function ownRevision(
  revision: Omit<Revision, 'ordinal' | 'line'>,
  index: number,
  { lines }: FrontMatter,
): Revision {
  const line = lines.get(`revisions.${index}`);
  return { ordinal: index + 1, ...revision, ...(line === undefined ? {} : { line }) };
}

function orderFindings(revisions: readonly Revision[], kind: 'own' | 'archive'): Finding[] {
  return backwardDates(revisions).map(({ later, earlier }) => ({
    outcome: kind === 'own' ? 'refused' : 'repaired',
    rule: 'backward-revision',
    line: later.line,
    field: `revision ${later.ordinal}`,
    what: `\`${later.date}\` is older than \`${earlier}\` of the revision before it`,
    remedy: kind === 'own' ? 'put the oldest first, or mend the date' : 'kept in the order of the file',
  }));
}

/** Whether this is an advisory at all, and whose. */
function advisoryFindings(known: {
  identity: Identity;
  kind: 'own' | 'archive';
  title: string | undefined;
  dated: unknown;
}): Finding[] {
  const { identity, kind, title, dated } = known;
  const stated = new Set(identity.findings.map(({ rule }) => rule));
  if (
    kind === 'archive' &&
    (title === undefined ||
      dated === undefined ||
      (identity.shownId === undefined && !stated.has('locale-unknown')))
  ) {
    return [
      {
        outcome: 'set-aside',
        rule: 'no-advisory',
        what: 'is no advisory: it has no id, or neither date, version nor revisions',
        remedy: 'left out',
      },
    ];
  }
  const missing: Finding[] = [];
  if (identity.shownId === undefined) missing.push(lacking('id', 'no id', 'add `id: …`'));
  if (identity.locale === undefined && !stated.has('locale-unknown')) {
    missing.push(
      lacking('locale', 'no locale', 'put the file in a folder named by its locale, or add `locale: …`'),
    );
  }
  return missing;
}

const lacking = (field: string, what: string, remedy: string): Finding => ({
  outcome: 'refused',
  rule: `${field}-missing`,
  line: 1,
  field,
  what: `the file states ${what}`,
  remedy,
});

const unknownPublication = (header: Header): Finding => ({
  outcome: 'repaired',
  rule: 'unknown-date',
  field: 'published',
  what: header.findings.some(({ field }) => field === 'published') ? 'cannot be read' : 'is told nowhere',
  remedy: 'published without it',
});

/** The text’s own language: the labels of its date line tell it, else an address that disagrees. */
function languageOf(locale: Locale, other: string | undefined, labels: string | undefined): string {
  const primary = locale.split('-')[0];
  if (labels !== undefined) return labels === primary ? locale : labels;
  return other ?? locale;
}

function archiveSource(legacy: Record<string, string>): Source | undefined {
  if (Object.keys(legacy).length === 0) return undefined;
  const url = WebAddress.safeParse(legacy['ms:mtpsurl']).data;
  return { ...(url === undefined ? {} : { url }), relation: 'archived', legacy };
}

function unique<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

const withoutUndefined = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
