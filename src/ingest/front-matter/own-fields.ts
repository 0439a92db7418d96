import { z } from 'zod';
import { CalendarDate } from '../../model/calendar-date.ts';
import { Reference, WebAddress } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import type { FrontMatter } from './yaml-fields.ts';

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
 * The typed fields of an own file, and what is wrong with them: a value that is not right is refused, and so is a
 * file without one that must be there.
 */
export function readOwnFields(file: FrontMatter): ReadFields {
  const { values, wrong, unknown } = checkedFields(file);
  const missing = (['title', 'published', 'revisions'] as const).filter((name) => !(name in file.fields));
  return {
    values,
    findings: [
      ...wrong.map(
        (fault): Finding => ({
          outcome: 'refused',
          rule: 'field-value',
          ...fault,
          remedy: 'see the field guide, content/README.md',
        }),
      ),
      ...unknown.map((name) => unknownField(name, file.lines.get(name))),
      ...missing.map(missingField),
    ],
  };
}

export interface ReadFields {
  readonly values: Partial<OwnFields>;
  readonly findings: Finding[];
}

/** A value that is not right. */
export interface Fault {
  readonly line: number | undefined;
  /** By its path: `revisions.0.date`. */
  readonly field: string;
  readonly what: string;
}

/** The fields of our guide in a front matter, as far as they are right, and what else is in it. */
export function checkedFields({ fields, lines }: FrontMatter): {
  values: Partial<OwnFields>;
  wrong: Fault[];
  /** Names of other fields. */
  unknown: string[];
} {
  const values: Record<string, unknown> = {};
  const wrong: Fault[] = [];
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(OwnFields.shape, name)) {
      unknown.push(name);
      continue;
    }
    const result = OwnFields.shape[name as keyof OwnFields].safeParse(value);
    if (result.success) values[name] = result.data;
    else for (const issue of result.error.issues) wrong.push(faultOf(name, value, issue, lines));
  }
  return { values, wrong, unknown };
}

function faultOf(
  name: string,
  value: unknown,
  issue: z.core.$ZodIssue,
  lines: ReadonlyMap<string, number>,
): Fault {
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
  return { line, field, what };
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
