import { SectionId } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import type { GivenId, Opening } from './outline.ts';

/** The ids that an own file states, and what is wrong with them. */
export function statedIds(openings: readonly Opening[]): { ids: GivenId[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const ids = openings.map((opening, at): GivenId => {
    const id = opening.statedId;
    const fault = opening.title === '' ? withoutWords : faultOf(id, seen);
    if (fault !== undefined)
      findings.push({
        outcome: 'refused',
        line: opening.line,
        ...fault,
        what: opening.title === '' ? fault.what : `${fault.what} (\`${opening.title}\`)`,
      });
    seen.add(id ?? '');
    return { id: id ?? `part-${at + 1}`, idFrom: 'stated' };
  });
  return { ids, findings };
}

const withoutWords = {
  rule: 'heading-empty',
  what: 'a heading has no words',
  remedy: 'write it, or remove it',
};

function faultOf(
  id: string | undefined,
  seen: ReadonlySet<string>,
): Pick<Finding, 'rule' | 'what' | 'remedy'> | undefined {
  if (id === undefined) {
    return {
      rule: 'section-id-missing',
      what: 'a heading has no section id',
      remedy: 'add one after it, as in `## Title {#overview}`, the same in every language',
    };
  }
  const checked = SectionId.safeParse(id);
  if (!checked.success) {
    return {
      rule: 'section-id-invalid',
      what: `\`${id}\` ${checked.error.issues[0]?.message}`,
      remedy: 'choose another',
    };
  }
  if (/^revision-\d+$/.test(id) || id === 'revisions') {
    return {
      rule: 'section-id-invalid',
      what: `\`${id}\` is taken by the revision history`,
      remedy: 'choose another',
    };
  }
  return seen.has(id)
    ? {
        rule: 'section-id-twice',
        what: `the section id \`${id}\` stands twice`,
        remedy: 'give one of the two another',
      }
    : undefined;
}
