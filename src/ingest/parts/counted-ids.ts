import type { GivenId, Opening } from './outline.ts';

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
