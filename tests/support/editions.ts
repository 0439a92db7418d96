import type { AdvisoryId } from '../../src/model/advisory-id.ts';
import type { CalendarDate } from '../../src/model/calendar-date.ts';
import type { Edition, OutlineEntry, Revision } from '../../src/model/edition.ts';

/** A revision from `1.0 2008-06-13`, `2008-06-13` or `1.0`. */
export function revision(told: string, ordinal: number): Revision {
  const [, version, date] = /^(\d+\.\d+)?\s*(\d{4}-\d{2}-\d{2})?$/.exec(told) ?? [];
  return {
    ordinal,
    note: `Note ${ordinal}`,
    ...(version ? { version } : {}),
    ...(date ? { date: date as CalendarDate } : {}),
  };
}

export const history = (...told: string[]): Revision[] => told.map((one, index) => revision(one, index + 1));

/** An entry from `2 faq`, `3 faq-1?` (a question) or `3 part-1*` (named by its position). */
export function entry(told: string): OutlineEntry {
  const [, level = '2', id = '', mark = ''] = /^(\d) ([a-z0-9-]+)([?*]?)$/.exec(told) ?? [];
  return {
    kind: mark === '?' ? 'question' : 'section',
    id,
    title: id,
    level: Number(level),
    idFrom: mark === '' ? 'role' : 'position',
  };
}

export function edition(changes: Partial<Edition> = {}): Edition {
  return {
    id: '123456' as AdvisoryId,
    shownId: '123456',
    locale: 'de-DE',
    language: changes.locale ?? 'de-DE',
    title: 'Der Druckdienst nimmt fremde Aufträge an',
    revisions: history('1.0 2008-06-13'),
    references: [],
    affected: [],
    outline: [],
    images: [],
    file: 'content/advisories/123456/de-DE.md',
    textKey: 'key',
    sourceDigest: '',
    ...changes,
  };
}
