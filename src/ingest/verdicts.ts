import type { Revision } from '../model/edition.ts';
import { locales } from '../model/locales.ts';
import type { Finding } from '../model/problem.ts';
import { forbiddenCharacters, nameOf } from './bytes/decode.ts';
import type { Identity } from './front-matter/identity.ts';
import type { OwnFields } from './front-matter/own-fields.ts';
import type { Header } from './parts/header.ts';
import { backwardDates } from './parts/revision-list.ts';

/** A file of nothing but white space: an edition that was never written, or no content at all. */
export function emptyFile(liesAsOwn: boolean): Finding {
  const finding = { rule: 'empty-file', what: 'the file is empty' };
  return liesAsOwn
    ? { ...finding, outcome: 'refused', remedy: 'write the edition, or remove the file' }
    : { ...finding, outcome: 'set-aside', remedy: 'left out' };
}

/** Revisions that are dated earlier than one before them. */
export const backwardRevisions = (
  revisions: readonly Pick<Revision, 'ordinal' | 'date' | 'line'>[],
  outcome: Finding['outcome'],
  remedy: string,
): Finding[] =>
  backwardDates(revisions).map(({ later, earlier }) => ({
    outcome,
    rule: 'backward-revision',
    line: later.line,
    field: `revision ${later.ordinal}`,
    what: `\`${later.date}\` is older than \`${earlier}\` of the revision before it`,
    remedy,
  }));

const saysLocale = ({ findings }: Identity): boolean =>
  findings.some(({ rule }) => rule === 'locale-unknown');

/** Whether a file of an archive is an advisory at all. */
export function notAnAdvisory(known: {
  identity: Identity;
  title: string | undefined;
  dated: unknown;
}): Finding[] {
  const { identity, title, dated } = known;
  const lacks = [
    ...(title === undefined ? ['title'] : []),
    ...(dated === undefined ? ['date, version or revision'] : []),
    ...(identity.shownId === undefined && !saysLocale(identity) ? ['id'] : []),
  ];
  if (lacks.length === 0) return [];
  return [
    {
      outcome: 'set-aside',
      rule: 'no-advisory',
      what: `is not an advisory: it has no ${new Intl.ListFormat('en', { type: 'disjunction' }).format(lacks)}`,
      remedy: lacks.includes('id')
        ? 'left out; if it is one, add `id: …`, or name the file or its folder by the id'
        : 'left out',
    },
  ];
}

/** Whether it is known which edition a file is. */
export function lackingIdentity(identity: Identity): Finding[] {
  const missing: Finding[] = [];
  if (identity.shownId === undefined) missing.push(lacking('id', 'no id', 'add `id: …`'));
  if (identity.locale === undefined && !saysLocale(identity)) {
    missing.push(
      lacking(
        'locale',
        'no locale',
        `add \`locale: …\`, or name its folder by its locale: ${locales.join(', ')}`,
      ),
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

/** Every advisory was published on some day; an archive file may not tell it. */
export const unknownPublication = (header: Header): Finding => ({
  outcome: 'repaired',
  rule: 'unknown-date',
  field: 'published',
  what: header.findings.some(({ field }) => field === 'published') ? 'cannot be read' : 'is told nowhere',
  remedy: 'published without it',
});

/** Dates of an own file that do not fit together; nobody but its author can tell which is wrong. */
export function dateFindings(values: Partial<OwnFields>, lines: ReadonlyMap<string, number>): Finding[] {
  const { published, updated, revisions } = values;
  const newest = revisions?.at(-1)?.date;
  const warn = (field: string, what: string, remedy: string): Finding => ({
    outcome: 'repaired',
    rule: 'dates-disagree',
    line: lines.get(field),
    field,
    what,
    remedy,
  });
  const findings: Finding[] = [];
  if (published !== undefined && updated !== undefined && updated < published) {
    findings.push(
      warn(
        'updated',
        `\`${updated}\` is before the publication on \`${published}\``,
        'published as it is; mend one of the two',
      ),
    );
  }
  if (newest !== undefined && newest !== (updated ?? published)) {
    findings.push(
      warn(
        updated === undefined ? 'published' : 'updated',
        `\`${updated ?? published}\` is not the day of the newest revision, \`${newest}\``,
        'published as it is; set `updated` to that day',
      ),
    );
  }
  return findings;
}

/** Characters that no file may hold and that came in as character references: `&#x202E;`. */
export function hiddenCharacters(edition: object): Finding[] {
  const strings: string[] = [];
  JSON.stringify(edition, (_, value: unknown) => {
    if (typeof value === 'string') strings.push(value);
    return value;
  });
  const found = strings
    .map((text) => forbiddenCharacters.exec(text)?.[0])
    .find((hidden) => hidden !== undefined);
  if (found === undefined) return [];
  const what = `a title, heading or note holds ${nameOf(found)} as a character reference`;
  return [{ outcome: 'refused', rule: 'forbidden-character', what, remedy: 'remove it' }];
}

/** A fault of ours, or text that exhausts a parser. */
export const unreadable = (error: unknown): Finding => ({
  outcome: 'refused',
  rule: 'unreadable',
  what: `cannot be read (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`,
  remedy: 'simplify what is nested or unusual in it, or report this as a fault of Concord',
});
