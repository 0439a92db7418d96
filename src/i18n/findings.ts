import { CalendarDate } from '../model/calendar-date.ts';
import type { Discord, FindingKind, Severity } from '../model/concordance/finding.ts';
import type { Locale } from '../model/locales.ts';
import type { MessageKey } from './dictionary.ts';
import { longDate, type Translate } from './translate.ts';

/** What readers see; what is wrong with a waiver is for the publisher alone. */
export type ShownKind = Exclude<FindingKind, 'unused-waiver' | 'expired-waiver'>;

export const kindNames: Readonly<Record<ShownKind, MessageKey>> = {
  'label-target': 'kind.label-target',
  link: 'kind.link',
  identifier: 'kind.identifier',
  literal: 'kind.literal',
  'code-line': 'kind.code-line',
  'wrapped-line': 'kind.wrapped-line',
  'missing-fact': 'kind.missing-fact',
  date: 'kind.date',
  'impossible-date': 'kind.impossible-date',
  version: 'kind.version',
  behind: 'kind.behind',
  structure: 'kind.structure',
  language: 'kind.language',
};

export const severityNames: Readonly<Record<Severity, MessageKey>> = {
  error: 'severity.error',
  warning: 'severity.warning',
  info: 'severity.info',
};

export const severityCounts: Readonly<Record<Severity, MessageKey>> = {
  error: 'count.error',
  warning: 'count.warning',
  info: 'count.info',
};

/** What is counted in every edition, and the dates that each tells. */
const subjects: Readonly<Record<string, MessageKey>> = {
  published: 'fact.published',
  updated: 'fact.updated',
  version: 'fact.version',
  questions: 'counted.questions',
  sections: 'counted.sections',
  revisions: 'revisions.title',
  'blocks of code': 'counted.code',
  facts: 'counted.facts',
  tables: 'counted.tables',
  products: 'fact.affected',
};

/** What a finding is about, where its kind leaves that open: `Revision 2.0`, `Tables`. */
export function subjectOf({ about }: Discord, t: Translate): string | undefined {
  const key = subjects[about ?? ''];
  if (key !== undefined) return t(key);
  const [, kind, number = ''] = /^(revision|table) (.+)$/.exec(about ?? '') ?? [];
  if (kind === undefined) return undefined;
  return kind === 'table' ? t('counted.table', { number }) : t('revision.ordinal', { ordinal: number });
}

/** A value as a reader writes it: a day in the language of the page, anything else as it is. */
export function shownValue(value: string, locale: Locale): string {
  const date = CalendarDate.safeParse(value).data;
  return date === undefined ? value : longDate(date, locale);
}

/** What is written at the spot of a finding, in the language of the page. */
export function noteOf({ kind, expected }: Discord, locale: Locale, t: Translate): string {
  if (expected === undefined || kind === 'impossible-date') return t(kindNames[kind as ShownKind]);
  const shown = { expected: shownValue(expected, locale) };
  if (kind === 'label-target') return t('discord.atLabel', shown);
  return t(kind === 'link' ? 'discord.atLink' : 'discord.atText', shown);
}
