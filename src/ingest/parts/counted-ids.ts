import { type OutlineEntry, SectionId } from '../../model/edition.ts';
import { identifiersIn } from '../../model/identifier.ts';
import type { SectionRole } from '../../model/section-roles.ts';
import type { GivenId, Opening } from './outline.ts';

/** A section that others are in. */
interface Parent {
  readonly level: number;
  readonly id: string;
  readonly idFrom: OutlineEntry['idFrom'];
}

/**
 * The ids of an archive file, which mean the same in every language. The best that a section has counts: the one
 * vulnerability that its heading names, its role, else its position among its siblings. Questions are counted
 * through the whole text.
 *
 *   ## Vulnerability in X – CVE-2008-4250            →  cve-2008-4250
 *   ### Workarounds, or ### Workarounds for X – CVE-2008-4250, in it or beside it
 *                                                    →  cve-2008-4250-workarounds
 *   ## Update Information, ### Restart Requirement   →  update-information, restart-requirement
 *   the second ### Restart Requirement, in the part `part-2`  →  part-2-restart-requirement
 */
export function countedIds(openings: readonly Opening[], levels: readonly number[]): GivenId[] {
  const taken = new Set<string>();
  const siblings = new Map<string, number>();
  const parents: Parent[] = [];
  const repeated = repeatedRoles(openings);
  let questions = 0;
  // “Versioni” may also head a list of products; the history stands last.
  const history = openings.findLastIndex(({ role }) => role === 'revisions');
  return openings.map((opening, at) => {
    const level = levels[at] ?? 2;
    while ((parents.at(-1)?.level ?? 0) >= level) parents.pop();
    let given: GivenId;
    if (opening.kind === 'question') {
      questions += 1;
      given = { id: `faq-${questions}`, idFrom: 'position' };
    } else {
      // Siblings with a better id count too: one that is not recognised does not shift the others.
      const around = parents.at(-1)?.id ?? '';
      const position = (siblings.get(around) ?? 0) + 1;
      siblings.set(around, position);
      const isHistoryElsewhere = opening.role === 'revisions' && at !== history;
      const candidates = isHistoryElsewhere ? [] : namesOf(opening, parents, repeated);
      given =
        candidates.find(({ id }) => !taken.has(id) && SectionId.safeParse(id).success) ??
        counted(around, position, at);
    }
    taken.add(given.id);
    parents.push({ level, ...given });
    return given;
  });
}

/** What a section may be called, the best first. */
function namesOf(
  { title, role: roleByName }: Opening,
  parents: readonly Parent[],
  repeated: ReadonlySet<SectionRole>,
): GivenId[] {
  const vulnerability = vulnerabilityIn(title);
  const parent = parents.at(-1);
  // A monthly summary has a summary for each of its bulletins.
  const role =
    roleByName === 'summary' && parent?.id === 'bulletin-information' ? 'executive-summaries' : roleByName;
  const inParent = (name: string): GivenId[] =>
    parent === undefined ? [] : [{ id: `${parent.id}-${name}`, idFrom: parent.idFrom }];
  if (vulnerability !== undefined) {
    const name = role === undefined ? vulnerability : `${vulnerability}-${role}`;
    // Twice in one text it is a slip of the pen, and says no more than its place.
    return [{ id: name, idFrom: 'identifier' }];
  }
  if (role === undefined) return [];
  const around = parents.findLast(({ idFrom }) => idFrom === 'identifier');
  if (around !== undefined) return [{ id: `${around.id}-${role}`, idFrom: 'identifier' }, ...inParent(role)];
  const byRole: GivenId = { id: role, idFrom: 'role' };
  // Of several in parts that are only counted, the first is not more than the others.
  return parent?.idFrom === 'position' && repeated.has(role) ? inParent(role) : [byRole, ...inParent(role)];
}

const counted = (around: string, position: number, at: number): GivenId => {
  const id = `${around === '' ? '' : `${around}-`}part-${position}`;
  return { id: SectionId.safeParse(id).success ? id : `part-of-text-${at + 1}`, idFrom: 'position' };
};

/** `cve-2008-4250`, where a title names one vulnerability and no other. */
function vulnerabilityIn(title: string): string | undefined {
  const [first, ...others] = new Set(
    identifiersIn(title.replace(/-\s+(?=\d)/g, '-'), 'cve').map(({ id }) => id.toLowerCase()),
  );
  return others.length === 0 ? first : undefined;
}

function repeatedRoles(openings: readonly Opening[]): Set<SectionRole> {
  const seen = new Set<SectionRole>();
  const repeated = new Set<SectionRole>();
  for (const { role } of openings) {
    if (role === undefined) continue;
    if (seen.has(role)) repeated.add(role);
    seen.add(role);
  }
  return repeated;
}
