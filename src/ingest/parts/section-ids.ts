import { type OutlineEntry, SectionId } from '../../model/edition.ts';
import type { Finding } from '../../model/problem.ts';
import type { Opening } from './openings.ts';

/** An id, and what makes it mean the same in two editions. */
export type GivenId = Pick<OutlineEntry, 'id' | 'idFrom'>;

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

/** The ids of an archive file: by role, else by position among siblings; questions are counted. */
export function countedIds(openings: readonly Opening[], levels: readonly number[]): GivenId[] {
  const taken = new Set<string>();
  const siblings = new Map<string, number>();
  const parents: { level: number; id: string }[] = [];
  let questions = 0;
  // “Versioni” may also head a list of products; the history stands last.
  const history = openings.findLastIndex(({ role }) => role === 'revisions');
  return openings.map((opening, at) => {
    const level = levels[at] ?? 2;
    while ((parents.at(-1)?.level ?? 0) >= level) parents.pop();
    const parent = parents.at(-1)?.id;
    const byRole =
      opening.role !== undefined &&
      !taken.has(opening.role) &&
      (opening.role !== 'revisions' || at === history);
    let id: string;
    if (opening.kind === 'question') {
      questions += 1;
      id = `faq-${questions}`;
    } else {
      // Siblings with a role count too: a role that is not recognised does not shift the others.
      const position = (siblings.get(parent ?? '') ?? 0) + 1;
      siblings.set(parent ?? '', position);
      id = byRole ? (opening.role ?? '') : `${parent === undefined ? '' : `${parent}-`}part-${position}`;
    }
    taken.add(id);
    parents.push({ level, id });
    return { id, idFrom: byRole ? 'role' : 'position' };
  });
}
