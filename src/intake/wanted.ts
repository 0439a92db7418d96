import type { FilePlace, Ingested } from '../ingest/ingest.ts';
import type { Problem } from '../model/problem.ts';
import type { Candidate } from './one-edition.ts';

/** The section ids of every advisory that is here, in any of its languages. */
export function sectionsByAdvisory(kept: readonly Candidate[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sections = new Map<string, Set<string>>();
  for (const { edition } of kept) {
    const known = sections.get(edition.id) ?? new Set(['revisions']);
    for (const { id } of edition.outline) known.add(id);
    for (const { ordinal } of edition.revisions) known.add(`revision-${ordinal}`);
    sections.set(edition.id, known);
  }
  return sections;
}

/** Links to advisories, and to sections of them, that are not here: only who has all files knows. */
export function unmetWants(
  results: readonly { readonly place: FilePlace; readonly result: Pick<Ingested, 'wanted'> }[],
  here: ReadonlyMap<string, ReadonlySet<string>>,
): Problem[] {
  return results.flatMap(({ place, result: { wanted = [] } }) =>
    wanted.flatMap(({ id, section, target, field, line }): Problem[] => {
      const sections = here.get(id);
      const problem = (what: string, remedy: string): Problem[] => [
        {
          outcome: 'repaired',
          rule: 'unusable-link',
          file: place.shown,
          line,
          ...(field && { field }),
          what,
          remedy,
        },
      ];
      if (sections === undefined && field !== undefined)
        return problem(
          `\`${target}\` is an advisory that is not here`,
          'shown without a link; add the advisory, or give its `url`',
        );
      if (sections === undefined)
        return problem(
          `the link target \`${target}\` names an advisory that is not here`,
          'its text is shown without a link; add the advisory, or give an http or https address',
        );
      return section === undefined || sections.has(section)
        ? []
        : problem(
            `the link target \`${target}\` names a section that this advisory does not have`,
            'it leads to the advisory; correct the part after `#`',
          );
    }),
  );
}
