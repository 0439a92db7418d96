import type { PhrasingContent, RootContent } from 'mdast';
import type { AdvisoryId } from '../model/advisory-id.ts';
import type { Edition, EditionText, OutlineEntry, PlainText } from '../model/edition.ts';
import type { Fact } from '../model/fact.ts';
import type { Locale } from '../model/locales.ts';
import type { Finding, Problem } from '../model/problem.ts';
import { decode } from './bytes/decode.ts';
import { mojibakeFindings } from './bytes/mojibake.ts';
import { repairText } from './bytes/text-repairs.ts';
import { factsOf, fieldFacts } from './facts/facts.ts';
import { affectedIn, referencesIn } from './facts/table-facts.ts';
import { type Identity, identityOf, liesAsOwn } from './front-matter/identity.ts';
import { isOwnFile, readFields } from './front-matter/own-fields.ts';
import { archiveSource, languageOf, legacyFields } from './front-matter/provenance.ts';
import { splitFrontMatter } from './front-matter/split.ts';
import type { FrontMatter } from './front-matter/yaml-fields.ts';
import { plainText } from './html/plain-text.ts';
import { type HtmlWriter, htmlWriter, type SafeHtml } from './html/safe-html.ts';
import type { WantedAdvisory } from './html/settled-html.ts';
import { tellUnsafeElements } from './html/unsafe-elements.ts';
import { languageFindings, writtenLanguage } from './language/text-language.ts';
import { type Header, readHeader } from './parts/header.ts';
import { outlineOf } from './parts/outline.ts';
import { type ListedRevisions, noted, ownRevision, takeRevisions } from './parts/revisions.ts';
import { repairBody } from './repairs/body-repairs.ts';
import { joinTables } from './repairs/html-tables.ts';
import { repairLines } from './repairs/line-repairs.ts';
import { parseWithoutFalseCode } from './repairs/prose-in-code.ts';
import { joinScripts } from './repairs/registry-scripts.ts';
import { dropTrailer } from './repairs/trailer.ts';
import { blocksOfCode, findVerbatim, trimCode } from './repairs/verbatim.ts';
import { excessOfParts, excessOfTree } from './tree/limits.ts';
import { definitionsIn, parseMarkdown } from './tree/markdown.ts';
import { excessBeforeParsing } from './tree/source-limits.ts';
import { unclosedFences } from './tree/unclosed-fences.ts';
import {
  advisoryFindings,
  dateFindings,
  emptyFile,
  hiddenCharacters,
  orderFindings,
  unknownPublication,
  unreadable,
} from './verdicts.ts';

/** Where a file is: `path` under the content folder, `shown` as the publisher knows it. */
export interface FilePlace {
  readonly path: string;
  readonly shown: string;
}

export type IngestedEdition = Omit<Edition, 'textKey' | 'sourceDigest'>;

export interface Ingested {
  /** Written to our field guide, or anything else that can be read. */
  readonly kind: 'own' | 'archive';
  /** Which edition the file claims to be, also where it is refused. */
  readonly id?: AdvisoryId | undefined;
  readonly locale?: Locale | undefined;
  /** Absent where the file is refused or set aside; `problems` says why. */
  readonly edition?: IngestedEdition;
  readonly text?: EditionText;
  readonly plain?: PlainText;
  readonly facts?: readonly Fact[];
  /** Advisories that the text links to by the name of a file; only who has all files knows whether they are here. */
  readonly wanted?: readonly WantedAdvisory[];
  readonly problems: readonly Problem[];
}

/**
 * One file’s bytes → an edition and its text, or why there is none. Bad content never throws: everything
 * that is wrong is returned, all of it.
 */
export function ingestEdition(bytes: Uint8Array, place: FilePlace): Ingested {
  const claim = claimOf(place);
  const refused = (findings: readonly Finding[]): Ingested => ({
    kind: 'archive',
    ...claim,
    problems: told(findings, place),
  });
  const decoded = decode(bytes);
  if ('refusal' in decoded) return refused([decoded.refusal]);
  const repaired = repairText(decoded.text);
  if (repaired.text.trim() === '') return refused([emptyFile(liesAsOwn(place.path))]);
  const split = splitFrontMatter(repaired.text);
  if ('refusals' in split) return refused([...repaired.findings, ...split.refusals]);
  const kind = isOwnFile(split, liesAsOwn(place.path)) ? 'own' : 'archive';
  const identity = identityOf(place.path, split);
  const before = [
    ...repaired.findings,
    ...(identity.locale === undefined ? [] : mojibakeFindings(repaired.text, identity.locale)),
    ...split.findings,
    ...identity.findings,
  ];
  try {
    const read = readEdition(split, kind, identity, place);
    const findings = [...before, ...read.findings];
    const published = findings.every(({ outcome }) => outcome === 'repaired');
    return {
      kind,
      id: identity.id ?? claim.id,
      locale: identity.locale ?? claim.locale,
      ...(published && read.edition !== undefined
        ? {
            edition: read.edition,
            text: read.text,
            plain: read.plain,
            facts: read.facts,
            wanted: read.wanted,
          }
        : {}),
      problems: told(findings, place),
    };
  } catch (error) {
    // The stack of a parser that calls itself, or a fault of ours: the file is named either way.
    return {
      kind,
      id: identity.id ?? claim.id,
      locale: identity.locale ?? claim.locale,
      problems: told([...before, unreadable(error)], place),
    };
  }
}

/** Of a file that is set aside nothing else matters; of one that is refused, nothing was published in any way. */
function told(findings: readonly Finding[], { shown }: FilePlace): Problem[] {
  const of = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome);
  const gravest = [of('set-aside'), of('refused'), findings].find(({ length }) => length > 0) ?? [];
  return gravest.map((finding) => ({ ...finding, file: shown }));
}

/** What a file that cannot be read claims to be by its path alone. */
function claimOf({ path }: FilePlace): Pick<Ingested, 'id' | 'locale'> {
  const { id, locale } = identityOf(path, { fields: {}, lines: new Map() });
  return { id, locale };
}

type Read = {
  findings: Finding[];
  edition?: IngestedEdition;
  text?: EditionText;
  plain?: PlainText;
  facts?: readonly Fact[];
  wanted?: readonly WantedAdvisory[];
};

function readEdition(
  file: FrontMatter & { body: string },
  kind: 'own' | 'archive',
  identity: Identity,
  place: FilePlace,
): Read {
  const excess = excessBeforeParsing(file.body);
  if (excess !== undefined) return { findings: [excess] };
  const { root, body } =
    kind === 'archive'
      ? parseWithoutFalseCode(joinTables(repairLines(file.body)))
      : { root: parseMarkdown(file.body), body: file.body };
  const overgrown = excessOfTree(root);
  if (overgrown !== undefined) return { findings: [overgrown] };

  const { values, findings } = readFields(file, kind);
  findings.push(...tellUnsafeElements(root), ...unclosedFences(root, body));
  repairBody(root, body, kind);
  const end = kind === 'archive' ? dropTrailer(root) : undefined;
  const header: Header = kind === 'archive' ? readHeader(root) : { consumed: new Set(), findings: [] };
  findings.push(...header.findings);
  const legacy = legacyFields(file);
  // The text’s own title, where it says whose it is: that of the front matter was kept by other hands.
  const headed = namesId(header.title, identity.shownId) ? header.title : undefined;
  const title = values.title || headed || legacy.Title || header.title || legacy.TOCTitle || undefined;
  findVerbatim(root);
  if (kind === 'archive') {
    blocksOfCode(root);
    joinScripts(root);
    trimCode(root);
  }

  const facts = [
    ...fieldFacts(kind === 'own' ? values : {}, (field) => file.lines.get(field) ?? header.dateLine),
    ...factsOf(root, body),
  ];

  const content = root.children.filter((node) => !header.consumed.has(node));
  const outlined = outlineOf([...keptTitle(title, header), ...content], kind);
  findings.push(...outlined.findings);
  const listed: ListedRevisions =
    values.revisions === undefined
      ? takeRevisions(outlined, body, end, header.language ?? '')
      : { revisions: [], contents: outlined.parts.map(({ content }) => content), findings: [] };
  findings.push(...listed.findings);
  const crowd = excessOfParts(outlined.parts.length, (values.revisions ?? listed.revisions).length);
  if (crowd !== undefined) return { findings: [...findings, crowd] };

  const definitions = definitionsIn(root);
  const ids = new Set([...outlined.parts.map(({ entry }) => entry.id), 'revisions']);
  const writer = htmlWriter(root, ids);
  // In the order of the text, in which footnotes are numbered.
  const lead = writer.block(outlined.lead);
  const parts = outlined.parts.map(({ entry, written }, at) => ({
    entry: { ...entry, ...titleHtml(written, writer) },
    block: writer.block(listed.contents[at] ?? []),
  }));
  const outline = parts.map(({ entry }) => entry);
  const revisions =
    values.revisions?.map((revision, index) => ownRevision(revision, index, file)) ??
    listed.revisions.map((revision) => noted(revision, writer, definitions));
  const blocks = withFootnotes([lead, ...parts.map(({ block }) => block)], outline, writer.footnotes());
  findings.push(...writer.findings, ...orderFindings(revisions, kind));
  if (kind === 'own') findings.push(...dateFindings(values, file.lines));

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

  const written = writtenLanguage(
    blocks.map(({ tree }) => tree),
    identity.locale,
  );
  findings.push(...languageFindings(written ?? header.language, identity.locale));

  const edition = {
    id: identity.id,
    shownId: identity.shownId ?? identity.id,
    locale: identity.locale,
    language: languageOf({
      locale: identity.locale,
      written,
      labels: header.language,
      address: identity.otherLanguage,
    }),
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
        blocks.flatMap(({ tree }, at) => affectedIn(tree, outlined.parts[at - 1]?.entry.role)),
        (name) => name,
      ),
    replacedBy: values.replacedBy,
    source: values.source ? { ...values.source, relation: 'restated' } : archiveSource(legacy),
    outline,
    file: place.shown,
  };
  findings.push(...hiddenCharacters(edition));
  const [leadHtml = '', ...partsHtml] = blocks.map(({ html }: SafeHtml) => html);
  // Last of all: the trees are changed by it.
  const [plainLead = '', ...plainParts] = blocks.map(({ tree }) => plainText(tree));
  return {
    findings,
    edition: withoutUndefined(edition) as IngestedEdition,
    text: { lead: leadHtml, parts: partsHtml },
    plain: { lead: plainLead, parts: plainParts },
    facts,
    wanted: writer.wanted,
  };
}

/** Footnotes are at the end of the text: after the last block, but before the history. */
function withFootnotes(
  blocks: readonly SafeHtml[],
  outline: readonly OutlineEntry[],
  list: SafeHtml | undefined,
): readonly SafeHtml[] {
  if (list === undefined) return blocks;
  const last = outline.findLastIndex(({ id }) => id !== 'revisions') + 1;
  return blocks.map(({ tree, html }, at) =>
    at === last
      ? {
          tree: { type: 'root', children: [...tree.children, ...list.tree.children] },
          html: `${html}\n${list.html}`.trim(),
        }
      : { tree, html },
  );
}

/** Links and code in a heading; words alone are its title. */
function titleHtml(written: readonly PhrasingContent[], writer: HtmlWriter): { titleHtml?: string } {
  const plain = written.every(({ type }) => type === 'text' || type === 'break');
  return plain ? {} : { titleHtml: writer.inline(written) };
}

/** Where front matter and text name the advisory differently, the words of the text stay in it. */
function keptTitle(title: string | undefined, header: Header): RootContent[] {
  if (header.title === undefined || comparable(header.title) === comparable(title ?? '')) return [];
  return [
    { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: header.title }] }] },
  ];
}

const namesId = (title: string | undefined, id: string | undefined): boolean =>
  title !== undefined && id !== undefined && title.toLowerCase().includes(id.toLowerCase());

const comparable = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** The first of each. */
const unique = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  [...Map.groupBy(items, key).values()].flatMap(([first]) => first ?? []);

const withoutUndefined = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
