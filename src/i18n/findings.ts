import type { FindingKind, Severity } from '../model/concordance/finding.ts';
import type { MessageKey } from './dictionary.ts';

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
