/**
 * What a part of an advisory is for. A role is also its section id, the same in every locale, so the
 * list is closed and a name on it never changes its meaning.
 */
export const sectionRoles = [
  'overview',
  'summary',
  'general-information',
  'advisory-details',
  'issue-references',
  'affected-software',
  'non-affected-software',
  'mitigating-factors',
  'faq',
  'suggested-actions',
  'additional-actions',
  'workarounds',
  'current-update',
  'previous-updates',
  'update-deployment',
  'other-information',
  'acknowledgments',
  'protections-program',
  'feedback',
  'support',
  'resources',
  'disclaimer',
  'revisions',
] as const;

export type SectionRole = (typeof sectionRoles)[number];

const known: ReadonlySet<string> = new Set(sectionRoles);

export const isSectionRole = (id: string): id is SectionRole => known.has(id);
