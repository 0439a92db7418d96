import { CalendarDate } from '../../model/calendar-date.ts';
import { checkedFields, type OwnFields, type ReadFields } from './own-fields.ts';
import type { FrontMatter } from './yaml-fields.ts';

/** Names that other publishing systems have for fields of ours, the first that is right counts. */
const otherNames: Readonly<Partial<Record<keyof OwnFields, readonly string[]>>> = {
  published: ['date'],
  updated: ['lastmod', 'modified'],
  summary: ['description', 'excerpt'],
};

/**
 * What the front matter of an archive file says in fields of ours, or under the names of other systems. A value that
 * is not right is left out, to be taken from the text.
 */
export function readArchiveFields(file: FrontMatter): ReadFields {
  const { values, wrong } = checkedFields(file);
  return {
    values: { ...fromOtherNames(file), ...values },
    findings: wrong.map((fault) => ({
      outcome: 'repaired',
      rule: 'field-value',
      ...fault,
      remedy: 'left out; the text is read instead',
    })),
  };
}

function fromOtherNames({ fields }: FrontMatter): Partial<OwnFields> {
  const found: Record<string, string> = {};
  for (const [name, others] of Object.entries(otherNames)) {
    const value = others
      .map((other) => fields[other])
      .map((written) => (typeof written === 'string' ? written.trim() : ''))
      .map((written) => (name === 'summary' ? written : dayOf(written)))
      .find((written) => written !== undefined && written !== '');
    if (value !== undefined) found[name] = value;
  }
  return found as Partial<OwnFields>;
}

/** The day of `2026-03-02` and `2026-03-02 01:49:25 +0000`, as it is written there. */
const dayOf = (written: string): string | undefined =>
  CalendarDate.safeParse(/^\d{4}-\d{2}-\d{2}(?=$|[ T])/.exec(written)?.[0]).data;
