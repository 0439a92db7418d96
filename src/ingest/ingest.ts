import type { AdvisoryId } from '../model/advisory-id.ts';
import type { Locale } from '../model/locales.ts';
import type { Finding, Problem } from '../model/problem.ts';
import { readArchiveFile } from './archive-file.ts';
import { decode } from './bytes/decode.ts';
import { mojibakeFindings } from './bytes/mojibake.ts';
import { repairText } from './bytes/text-repairs.ts';
import { handedOn } from './conservation/handed-on.ts';
import { lostWords } from './conservation/lost-words.ts';
import { editionFrom, type WrittenEdition } from './edition.ts';
import { identityOf, liesAsOwn } from './front-matter/identity.ts';
import { type FileKind, kindOf } from './front-matter/kind.ts';
import { type SplitFile, splitFrontMatter } from './front-matter/split.ts';
import { advisoryNamedBy } from './html/advisory-links.ts';
import { readOwnFile } from './own-file.ts';
import { emptyFile, unreadable } from './verdicts.ts';

export type { IngestedEdition } from './edition.ts';

/** Where a file is: `path` under the content folder, `shown` as the publisher knows it. */
export interface FilePlace {
  readonly path: string;
  readonly shown: string;
}

/** What became of a file. The edition is absent where it is refused or set aside; `problems` says why. */
export interface Ingested extends Omit<WrittenEdition, 'findings'> {
  readonly kind: FileKind;
  /** Which edition the file claims to be, also where it is refused. */
  readonly id?: AdvisoryId | undefined;
  readonly locale?: Locale | undefined;
  readonly problems: readonly Problem[];
}

/**
 * One file’s bytes → an edition and its text, or why there is none. Bad content never throws: everything
 * that is wrong is returned, all of it.
 *
 *   bytes → text → front matter and body → own file or archive file → what was read → edition
 */
export function ingestEdition(bytes: Uint8Array, place: FilePlace): Ingested {
  const claim = claimOf(place);
  const refused = (findings: readonly Finding[]): Ingested => ({
    kind: 'archive',
    ...claim,
    problems: reported(findings, place),
  });
  const decoded = decode(bytes);
  if ('refusal' in decoded) return refused([decoded.refusal]);
  const repaired = repairText(decoded.text);
  if (repaired.text.trim() === '') return refused([emptyFile(liesAsOwn(place.path))]);
  const file = splitFrontMatter(repaired.text);
  if ('refusals' in file) return refused([...repaired.findings, ...file.refusals]);
  const kind = kindOf(file, liesAsOwn(place.path));
  const identity = identityOf(place.path, file);
  const before = [
    ...repaired.findings,
    ...(identity.locale === undefined ? [] : mojibakeFindings(repaired.text, identity.locale)),
    ...file.findings,
    ...identity.findings,
  ];
  const claimed = { kind, id: identity.id ?? claim.id, locale: identity.locale ?? claim.locale };
  try {
    const read = kind === 'own' ? readOwnFile(file) : readArchiveFile(file, identity);
    if ('outcome' in read) return { ...claimed, problems: reported([...before, read], place) };
    const { findings: inHtml, ...edition } = editionFrom(read, identity, place.shown, advisoryNamedBy);
    const findings = [...before, ...read.findings, ...inHtml];
    findings.push(...lostWords(bodyOf(decoded.text, file), handedOn(edition, read.taken, findings)));
    const isPublished = findings.every(({ outcome }) => outcome === 'repaired');
    return { ...claimed, ...(isPublished ? edition : {}), problems: reported(findings, place) };
  } catch (error) {
    // The stack of a parser that calls itself, or a fault of ours: the file is named either way.
    return { ...claimed, problems: reported([...before, unreadable(error)], place) };
  }
}

/** The text of a file as it was saved, but for line ends; its lines are those of the file. */
function bodyOf(text: string, { body, headLines }: SplitFile): string {
  const lines = (text.includes('\n') ? text.replace(/\r+\n/g, '\n') : text.replaceAll('\r', '\n')).split(
    '\n',
  );
  const blanked = body.split('\n');
  return lines.map((line, at) => (at < headLines && blanked[at] === '' ? '' : line)).join('\n');
}

/** Of a file that is set aside nothing else matters; of one that is refused, nothing was published in any way. */
function reported(findings: readonly Finding[], { shown }: FilePlace): Problem[] {
  const of = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome);
  const gravest = [of('set-aside'), of('refused'), findings].find(({ length }) => length > 0) ?? [];
  return [...Map.groupBy(gravest, ({ rule }) => rule).values()]
    .flatMap(firstOfRule)
    .map((finding) => ({ ...finding, file: shown }));
}

/** So many problems of one kind a person can work off in a file; more are counted. */
const mostOfRule = 200;

function firstOfRule(findings: readonly Finding[]): Finding[] {
  const next = findings[mostOfRule];
  if (next === undefined) return [...findings];
  const what = `${next.what}; and ${findings.length - mostOfRule - 1} more like it further down`;
  return [...findings.slice(0, mostOfRule), { ...next, what }];
}

/** What a file that cannot be read claims to be by its path alone. */
function claimOf({ path }: FilePlace): Pick<Ingested, 'id' | 'locale'> {
  const { id, locale } = identityOf(path, { fields: {}, lines: new Map() });
  return { id, locale };
}
