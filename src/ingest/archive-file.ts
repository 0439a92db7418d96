import type { RootContent } from 'mdast';
import { primaryLanguage } from '../model/locales.ts';
import type { Finding } from '../model/problem.ts';
import { factsOf, fieldFacts } from './facts/facts.ts';
import { affectedIn, referencesIn } from './facts/table-facts.ts';
import { readArchiveFields } from './front-matter/archive-fields.ts';
import type { Identity } from './front-matter/identity.ts';
import { archiveSource, legacyFields } from './front-matter/provenance.ts';
import type { SplitFile } from './front-matter/split.ts';
import { tellUnsafeElements } from './html/unsafe-elements.ts';
import { archiveOutline } from './parts/archive-outline.ts';
import { type ListedRevisions, noted, takeRevisions } from './parts/archive-revisions.ts';
import { type Header, readHeader } from './parts/header.ts';
import type { Outlined } from './parts/outline.ts';
import { statedRevisions } from './parts/stated-revisions.ts';
import { type ReadFile, unmarked } from './read-file.ts';
import { repairBody } from './repairs/body-repairs.ts';
import { archiveMending } from './repairs/html-mending.ts';
import { joinTables } from './repairs/html-tables.ts';
import { repairLines } from './repairs/line-repairs.ts';
import { parseWithoutFalseCode } from './repairs/prose-in-code.ts';
import { joinScripts } from './repairs/registry-scripts.ts';
import { dropTrailer } from './repairs/trailer.ts';
import { blocksOfCode, findVerbatim, trimCode } from './repairs/verbatim.ts';
import { withoutFalseMarkup } from './tree/false-markup.ts';
import { leaveOutInvisible } from './tree/invisible.ts';
import { excessOfTree } from './tree/limits.ts';
import { definitionsIn, parseArchive } from './tree/markdown.ts';
import { excessBeforeParsing } from './tree/source-limits.ts';
import { surplusCells } from './tree/surplus-cells.ts';
import { unclosedFences } from './tree/unclosed-fences.ts';
import { backwardRevisions, notAnAdvisory, unknownPublication } from './verdicts.ts';

/**
 * Reads a file that was not written for this site: mends what its publishing system did to it, and finds in its text
 * what its front matter does not say.
 *
 * @returns what is wrong where it cannot be read at all
 */
export function readArchiveFile(file: SplitFile, identity: Identity): ReadFile | Finding {
  const excess = excessBeforeParsing(file.body);
  if (excess !== undefined) return excess;
  const mended = parseWithoutFalseCode(joinTables(repairLines(file.body)));
  const { root, source, findings } = withoutFalseMarkup(mended.root, mended.body, parseArchive, 'names');
  const overgrown = excessOfTree(root);
  if (overgrown !== undefined) return overgrown;

  const fields = readArchiveFields(file);
  const { values } = fields;
  findings.push(
    ...fields.findings,
    ...tellUnsafeElements(root),
    ...unclosedFences(root, source),
    ...surplusCells(root),
    ...leaveOutInvisible(root),
  );
  repairBody(root, source);
  const end = dropTrailer(root);
  const header = readHeader(root);
  findings.push(...header.findings);
  const legacy = legacyFields(file);
  // The text’s own title, where it says whose it is: that of the front matter was kept by other hands.
  const headed = namesId(header.title, identity.shownId) ? header.title : undefined;
  const title = values.title || headed || legacy.Title || header.title || legacy.TOCTitle || undefined;
  findVerbatim(root);
  blocksOfCode(root);
  joinScripts(root);
  trimCode(root);

  const facts = [
    ...fieldFacts({}, (field) => file.lines.get(field) ?? header.dateLine),
    ...factsOf(root, source),
  ];
  const content = root.children.filter((node) => !header.consumed.has(node));
  const outlined = archiveOutline([...keptTitle(title, header), ...content]);
  const language = header.language ?? (identity.locale && primaryLanguage(identity.locale)) ?? '';
  const listed: ListedRevisions =
    values.revisions === undefined
      ? takeRevisions(outlined, source, end, language)
      : { revisions: [], contents: outlined.parts.map((part) => part.content), findings: [] };
  const definitions = definitionsIn(root);
  const revisions =
    values.revisions === undefined
      ? listed.revisions.map((revision) => noted(revision, definitions))
      : statedRevisions(values.revisions, file.lines, unmarked);
  const published = values.published ?? header.published;
  const version = values.version ?? header.version;
  const updated = values.updated ?? header.updated;
  const summary = values.summary ?? header.subtitle;
  findings.push(
    ...outlined.findings,
    ...listed.findings,
    ...backwardRevisions(revisions, 'repaired', 'kept in the order of the file'),
    ...notAnAdvisory({
      identity,
      title,
      dated: published ?? header.updated ?? version ?? revisions[0],
    }),
    ...(published === undefined ? [unknownPublication(header)] : []),
  );
  return {
    title: title === undefined ? undefined : unmarked(title),
    summary: summary === undefined ? undefined : unmarked(summary),
    summaryIsSubject: namesId(title, identity.shownId),
    published,
    updated,
    version,
    revisions,
    references: (blocks) =>
      values.references ?? firstOfEach(blocks.flatMap(referencesIn), ({ kind, id }) => `${kind} ${id}`),
    affected: (blocks, roles) =>
      values.affected ??
      firstOfEach(
        blocks.flatMap((tree, at) => affectedIn(tree, roles[at])),
        (name) => name,
      ),
    replacedBy: values.replacedBy,
    source: values.source ? { ...values.source, relation: 'restated' } : archiveSource(legacy),
    labelLanguage: header.language,
    root,
    lead: outlined.lead,
    parts: outlined.parts.map((part, at) => ({ ...part, content: listed.contents[at] ?? [] })),
    facts,
    mending: archiveMending,
    places: placesOfSystem,
    taken: {
      fields: [title ?? '', summary ?? '', ...revisions.map(({ note }) => note.text)],
      dated: [published, updated, version, ...revisions.flatMap((one) => [one.date, one.version])],
      dateLines: dateLinesIn(header, outlined.parts),
      leftOut: new Set([...(end === undefined ? [] : [end]), ...header.leftOut]),
    },
    findings,
  };
}

/** Where front matter and text name the advisory differently, the words of the text stay in it. */
function keptTitle(title: string | undefined, header: Header): RootContent[] {
  if (header.title === undefined || comparable(header.title) === comparable(title ?? '')) return [];
  return [
    { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: header.title }] }] },
  ];
}

/** Bulletins link to the number of their article by a name that their system gave to the summary. */
const placesOfSystem = new Map([['kbarticle', 'summary']]);

/** The lines below the title, and those of the history. */
function dateLinesIn(header: Header, parts: Outlined['parts']): (line: number) => boolean {
  const at = parts.findLastIndex(({ entry }) => entry.id === 'revisions');
  const from = parts[at]?.entry.line ?? Number.POSITIVE_INFINITY;
  const to = parts[at + 1]?.entry.line ?? Number.POSITIVE_INFINITY;
  return (line) => header.dateLines.has(line) || (line >= from && line < to);
}

const namesId = (title: string | undefined, id: string | undefined): boolean =>
  title !== undefined && id !== undefined && title.toLowerCase().includes(id.toLowerCase());

const comparable = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

const firstOfEach = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  [...Map.groupBy(items, key).values()].flatMap(([first]) => first ?? []);
