import type { Revision } from '../model/edition.ts';
import type { Finding } from '../model/problem.ts';
import type { Header } from './header.ts';
import type { Identity } from './identity.ts';
import { backwardDates } from './revision-list.ts';

/** A file of nothing but white space: an edition that was never written, or no content at all. */
export function emptyFile({ id, locale }: Pick<Identity, 'id' | 'locale'>): Finding {
  const finding = { rule: 'empty-file', what: 'the file is empty' };
  return id !== undefined && locale !== undefined
    ? { ...finding, outcome: 'refused', remedy: 'write the edition, or remove the file' }
    : { ...finding, outcome: 'set-aside', remedy: 'left out' };
}

/** Revisions that are dated earlier than one before them. */
export function orderFindings(revisions: readonly Revision[], kind: 'own' | 'archive'): Finding[] {
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
export function advisoryFindings(known: {
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

/** Every advisory was published on some day; an archive file may not tell it. */
export const unknownPublication = (header: Header): Finding => ({
  outcome: 'repaired',
  rule: 'unknown-date',
  field: 'published',
  what: header.findings.some(({ field }) => field === 'published') ? 'cannot be read' : 'is told nowhere',
  remedy: 'published without it',
});
