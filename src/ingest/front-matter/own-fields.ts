import { z } from 'zod';
import { CalendarDate } from '../../model/calendar-date.ts';
import { Reference, WebAddress } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import { type FrontMatter, isLegacyField } from './yaml-fields.ts';

const Text = z.string('is no text').trim().min(1, 'is empty');

/** The fields of our field guide, as they are written. `content/README.md` explains each to authors. */
export const OwnFields = z.strictObject({
  id: Text.optional(),
  locale: Text.optional(),
  title: Text,
  summary: Text.optional(),
  published: CalendarDate,
  updated: CalendarDate.optional(),
  version: Text.optional(),
  revisions: z
    .array(
      z.strictObject({ date: CalendarDate, version: Text.optional(), note: Text }),
      'is no list of revisions',
    )
    .min(1, 'names no revision'),
  references: z.array(Reference, 'is no list; begin each reference with `- `').optional(),
  affected: z.array(Text, 'is no list; begin each product with `- `').optional(),
  replacedBy: Reference.optional(),
  source: z.strictObject({ url: WebAddress, publisher: Text }).optional(),
});
export type OwnFields = z.infer<typeof OwnFields>;

/**
 * Whether a file is written to our field guide. An archive file has fields of the archive’s own system,
 * or none of ours; a title alone is a field of every system. Asked once per file.
 *
 * @param placed whether the file lies where an own file belongs, as `<id>/<locale>.md`
 */
export function isOwnFile({ fields }: FrontMatter, placed: boolean): boolean {
  const names = Object.keys(fields);
  if (names.some(isLegacyField)) return false;
  return names.some(
    (name) =>
      Object.hasOwn(OwnFields.shape, name) && (placed || !['title', 'summary', 'source'].includes(name)),
  );
}

/**
 * The typed fields of a file, and what is wrong with them. In an own file a wrong value is refused; in
 * an archive file the field is left out, to be taken from the text.
 */
export function readFields(
  { fields, lines }: FrontMatter,
  kind: 'own' | 'archive',
): { values: Partial<OwnFields>; findings: Finding[] } {
  const findings: Finding[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(OwnFields.shape, name)) {
      if (kind === 'own') findings.push(unknownField(name, lines.get(name)));
      continue;
    }
    const result = OwnFields.shape[name as keyof OwnFields].safeParse(value);
    if (result.success) values[name] = result.data;
    else for (const issue of result.error.issues) findings.push(wrongValue(name, value, issue, lines, kind));
  }
  if (kind === 'own') {
    for (const name of ['title', 'published', 'revisions'] as const) {
      if (!(name in fields)) findings.push(missingField(name));
    }
  }
  return { values, findings };
}

function wrongValue(
  name: string,
  value: unknown,
  issue: z.core.$ZodIssue,
  lines: ReadonlyMap<string, number>,
  kind: 'own' | 'archive',
): Finding {
  const path = [name, ...issue.path.map(String)];
  const field = path.join('.');
  const line = lines.get(field) ?? lines.get(path.slice(0, -1).join('.')) ?? lines.get(name);
  const shown = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const what =
    issue.code === 'unrecognized_keys'
      ? `has no field \`${issue.keys.join('`, `')}\``
      : shown === undefined
        ? 'is missing'
        : typeof shown === 'string'
          ? `\`${shown.slice(0, 80)}\` ${messageOf(issue)}`
          : messageOf(issue);
  return {
    outcome: kind === 'own' ? 'refused' : 'repaired',
    rule: 'field-value',
    line,
    field,
    what,
    remedy: kind === 'own' ? 'see the field guide, content/README.md' : 'left out; the text is read instead',
  };
}

const messageOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'array'
        ? 'is no list; begin each item with `- `'
        : `is no ${issue.expected === 'object' ? 'group of fields' : issue.expected}`;
    case 'invalid_value':
      return `is none of ${issue.values.join(', ')}`;
    default:
      return issue.message;
  }
};

const missingField = (field: string): Finding => ({
  outcome: 'refused',
  rule: 'field-missing',
  line: 1,
  field,
  what: 'is missing',
  remedy: 'add it to the front matter; see the field guide, content/README.md',
});

const unknownField = (field: string, line: number | undefined): Finding => ({
  outcome: 'repaired',
  rule: 'field-unknown',
  line,
  field,
  what: 'is no field of ours',
  remedy: 'left out; check its spelling in the field guide, content/README.md',
});
