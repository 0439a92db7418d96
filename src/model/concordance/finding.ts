import type { AdvisoryId } from '../advisory-id.ts';
import type { Edition } from '../edition.ts';
import type { Locale } from '../locales.ts';

/**
 * What can be found where the editions of an advisory are compared. The list is closed: waivers name
 * these kinds, and tools count them.
 *
 * - `label-target`: the words of a link name one identifier, the link leads to another
 * - `link`: leads to another place than in the other languages
 * - `identifier`: a support article, CVE, bulletin or Adobe bulletin that the others do not name
 * - `literal`: a GUID, registry path, file name, hexadecimal number, hash or version that differs
 * - `code-line`: a line of code or of a log that differs: translated, or mistyped
 * - `wrapped-line`: the same, but with a line end in it
 * - `missing-fact`: an identifier or literal that all others have
 * - `date`: published, updated, or a revision’s date
 * - `impossible-date`: a revision that is dated before the advisory was published
 * - `version`: a revision’s version
 * - `behind`: the revision history lacks what another edition has
 * - `structure`: another number of questions, sections, tables or products
 * - `language`: the text is in another language than its locale’s
 * - `unused-waiver`, `expired-waiver`: the waiver file no longer says what is
 */
export const findingKinds = [
  'label-target',
  'link',
  'identifier',
  'literal',
  'code-line',
  'wrapped-line',
  'missing-fact',
  'date',
  'impossible-date',
  'version',
  'behind',
  'structure',
  'language',
  'unused-waiver',
  'expired-waiver',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/**
 * How sure it is that the edition is wrong: `error` where it contradicts itself, or stands alone against
 * three that agree, or against two by what looks like a slip; `warning` where it stands alone; `info`
 * where languages differ and none can be said to be wrong.
 */
export const severities = ['error', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** What an edition has at the place of a finding; no value where it has none. */
export interface EditionValue {
  readonly locale: Locale;
  readonly value: string | undefined;
  readonly file: string;
  readonly line?: number | undefined;
}

/** A fact on which the editions of an advisory disagree, told of the edition that should be checked. */
export interface Discord {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly advisory: AdvisoryId;
  readonly locale: Locale;
  readonly file: string;
  readonly line?: number | undefined;
  /** What it is about, where the kind leaves it open: a field, or the kind of fact. */
  readonly about?: string | undefined;
  /** What the edition has, and what the others have. */
  readonly value?: string | undefined;
  readonly expected?: string | undefined;
  /** The address of the link that is meant, where that is not the value. */
  readonly spot?: string | undefined;
  /** Every edition that was compared, this one included. */
  readonly values: readonly EditionValue[];
}

/** A finding about `edition`, without the values of the others. */
export function discordIn(
  edition: Edition,
  kind: FindingKind,
  severity: Severity,
  told: Pick<Discord, 'line' | 'about' | 'value' | 'expected' | 'spot'> & {
    values?: readonly EditionValue[];
  },
): Discord {
  const { id, locale, file } = edition;
  return { kind, severity, advisory: id, locale, file, values: [], ...told };
}
