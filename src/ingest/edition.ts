import type { Root as HastRoot } from 'hast';
import type { PhrasingContent } from 'mdast';
import { writtenHtml } from '../html/written.ts';
import { advisoryIdOf } from '../model/advisory-id.ts';
import type { Edition, EditionText, OutlineEntry, PlainText } from '../model/edition.ts';
import type { Fact } from '../model/fact.ts';
import type { Locale } from '../model/locales.ts';
import type { Finding } from '../model/problem.ts';
import type { Identity } from './front-matter/identity.ts';
import { languageOf } from './front-matter/provenance.ts';
import { anchorsIn } from './html/anchors.ts';
import type { AskedImage } from './html/images.ts';
import { plainText } from './html/plain-text.ts';
import { type HtmlWriter, htmlWriter } from './html/safe-html.ts';
import type { AdvisoryNamed, WantedAdvisory } from './html/settled-html.ts';
import { languageFindings, markForeignParagraphs, writtenLanguage } from './language/text-language.ts';
import type { LineOfWords, ReadFile } from './read-file.ts';
import { excessOfParts } from './tree/limits.ts';
import { hiddenCharacters, lackingIdentity } from './verdicts.ts';

export type IngestedEdition = Omit<Edition, 'textKey' | 'sourceDigest' | 'images'>;

/** An edition with its text in every form; without one, the findings say why. */
export interface WrittenEdition {
  readonly findings: Finding[];
  readonly edition?: IngestedEdition;
  readonly text?: EditionText;
  readonly plain?: PlainText;
  readonly facts?: readonly Fact[];
  readonly wanted?: readonly WantedAdvisory[];
  readonly images?: readonly AskedImage[];
}

/**
 * Makes an edition of what was read from a file.
 *
 * @param shown the file as the publisher knows it
 * @param advisoryNamed which advisory of this site a link means
 */
export function editionFrom(
  read: ReadFile,
  identity: Identity,
  shown: string,
  advisoryNamed: AdvisoryNamed,
): WrittenEdition {
  const crowd = excessOfParts(read.parts.length, read.revisions.length);
  if (crowd !== undefined) return { findings: [crowd] };
  const ids = new Set([...read.parts.map(({ entry }) => entry.id), 'revisions']);
  const anchors = new Map([
    ...[...(read.places ?? [])].filter(([, section]) => ids.has(section)),
    ...anchorsIn(read.parts.map(({ entry, content }) => ({ id: entry.id, content }))),
  ]);
  const writer = htmlWriter(read.root, { ids, anchors, mending: read.mending, advisoryNamed });
  // In the order of the page, in which footnotes are numbered.
  const title = read.title && written(read.title, writer);
  const summary = read.summary && written(read.summary, writer);
  const lead = writer.block(read.lead);
  const parts = read.parts.map(({ entry, written: heading, content }) => ({
    entry: { ...entry, ...titleHtml(heading, writer) },
    block: writer.block(content),
  }));
  const outline = parts.map(({ entry }) => entry);
  const revisions = read.revisions.map(({ note, ...revision }) => {
    const { text, html } = written(note, writer);
    return { ...revision, note: text, ...(html === undefined ? {} : { noteHtml: html }) };
  });
  const blocks = withFootnotes([lead, ...parts.map(({ block }) => block)], outline, writer.footnotes());
  const findings = [...writer.findings(), ...lackingIdentity(identity)];
  if (identity.id === undefined || identity.locale === undefined || title === undefined) return { findings };

  const language = languageIn(blocks, read, identity, identity.locale);
  findings.push(...language.findings, ...markForeignParagraphs(blocks, language.tag));
  const roles = [undefined, ...outline.map(({ role }) => role)];
  const edition = {
    id: identity.id,
    shownId: identity.shownId ?? identity.id,
    locale: identity.locale,
    language: language.tag,
    title: title.text,
    titleHtml: title.html,
    summary: summary?.text,
    summaryHtml: summary?.html,
    summaryIsSubject: (read.summaryIsSubject === true && summary !== undefined) || undefined,
    published: read.published,
    updated: read.updated,
    version: read.version,
    revisions,
    references: read.references(blocks),
    affected: read.affected(blocks, roles),
    replacedBy: read.replacedBy,
    source: read.source,
    outline,
    file: shown,
  };
  findings.push(...hiddenCharacters(edition));
  const [leadHtml = '', ...partsHtml] = blocks.map((tree) => writtenHtml(tree).trim());
  // Last of all: the trees are changed by it.
  const [plainLead = '', ...plainParts] = blocks.map(plainText);
  return {
    findings,
    edition: withoutUndefined(edition) as IngestedEdition,
    text: { lead: leadHtml, parts: partsHtml },
    plain: { lead: plainLead, parts: plainParts },
    facts: read.facts,
    wanted: [...writer.wanted, ...wantedByFields(read)],
    images: writer.images,
  };
}

/** Words as plain text and, where they have links, code or emphasis, as HTML. */
function written(words: LineOfWords, writer: HtmlWriter): { text: string; html: string | undefined } {
  const isPlain = words.written.every(({ type }) => type === 'text');
  return { text: words.text, html: isPlain ? undefined : writer.inline(words.written) };
}

/** Links and code in a heading; words alone are its title. */
function titleHtml(heading: readonly PhrasingContent[], writer: HtmlWriter): { titleHtml?: string } {
  const isPlain = heading.every(({ type }) => type === 'text' || type === 'break');
  return isPlain ? {} : { titleHtml: writer.inline(heading) };
}

/** Footnotes are at the end of the text: after the last block, but before the history. */
function withFootnotes(
  blocks: readonly HastRoot[],
  outline: readonly OutlineEntry[],
  list: HastRoot | undefined,
): readonly HastRoot[] {
  if (list === undefined) return blocks;
  const last = outline.findLastIndex(({ id }) => id !== 'revisions') + 1;
  return blocks.map((tree, at) =>
    at === last
      ? { type: 'root', children: [...tree.children, { type: 'text', value: '\n' }, ...list.children] }
      : tree,
  );
}

/** The language that the text is really in, and what is wrong with that. */
function languageIn(
  blocks: readonly HastRoot[],
  { labelLanguage }: ReadFile,
  { otherLanguage }: Identity,
  locale: Locale,
): { tag: string; findings: Finding[] } {
  const inText = writtenLanguage(blocks, locale);
  return {
    tag: languageOf({ locale, written: inText, labels: labelLanguage, address: otherLanguage }),
    findings: languageFindings(inText ?? labelLanguage, locale),
  };
}

const wantedByFields = ({ named = [] }: ReadFile): WantedAdvisory[] =>
  named.flatMap(({ id: target, field, line }) => {
    const id = advisoryIdOf(target);
    return id === undefined ? [] : [{ id, target, field, line }];
  });

const withoutUndefined = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
