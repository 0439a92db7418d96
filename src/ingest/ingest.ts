import type { RootContent } from 'mdast';
import type { AdvisoryId } from '../model/advisory-id.ts';
import type { Edition, EditionText } from '../model/edition.ts';
import type { Locale } from '../model/locales.ts';
import type { Finding, Problem } from '../model/problem.ts';
import { repairBody } from './body-repairs.ts';
import { decode } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type Header, readHeader } from './header.ts';
import { type Identity, identityOf } from './identity.ts';
import { excessBeforeParsing, excessOfNesting } from './limits.ts';
import { parseMarkdown } from './markdown.ts';
import { outlineOf } from './outline.ts';
import { isOwnFile, readFields } from './own-fields.ts';
import { archiveSource, languageOf, legacyFields } from './provenance.ts';
import { noted, ownRevision, takeRevisions } from './revisions.ts';
import { htmlWriter, type SafeHtml } from './safe-html.ts';
import { affectedIn, referencesIn } from './table-facts.ts';
import { repairText } from './text-repairs.ts';
import { dropTrailer } from './trailer.ts';
import { findVerbatim } from './verbatim.ts';
import { advisoryFindings, emptyFile, orderFindings, unknownPublication } from './verdicts.ts';
import type { FrontMatter } from './yaml-fields.ts';

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
    return { kind: 'archive', ...claimOf(place), problems: told([emptyFile(claimOf(place))]) };
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
  const title = values.title ?? legacy.Title ?? header.title ?? legacy.TOCTitle;
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

/** Where front matter and text name the advisory differently, the words of the text stay in it. */
function keptTitle(title: string | undefined, header: Header): RootContent[] {
  if (header.title === undefined || comparable(header.title) === comparable(title ?? '')) return [];
  return [
    { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: header.title }] }] },
  ];
}

const comparable = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

function unique<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

const withoutUndefined = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
