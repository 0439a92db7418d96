import type { SectionRole } from '../../model/section-roles.ts';
import { languages } from './languages.ts';

const exact = new Map<string, SectionRole>();
const beginnings: { words: string; role: SectionRole }[] = [];
const endings: { words: string; role: SectionRole }[] = [];
for (const { headings } of languages) {
  for (const [role, wordings] of Object.entries(headings) as [SectionRole, readonly string[]][]) {
    for (const wording of wordings) {
      const words = comparable(wording.replace('…', ''));
      exact.set(withoutSpaces(words), role);
      if (wording.endsWith('…')) beginnings.push({ words, role });
      if (wording.startsWith('…')) endings.push({ words, role });
    }
  }
}

/**
 * What a heading or label is for, by its wording, whatever the locale of the file: some are written in another
 * language than they are filed under. Compared in lower case, without accents, numbers in front, and punctuation at
 * the end; undefined where no language has such a wording. A converter may have lost the spaces in it.
 */
export function roleOfHeading(title: string): SectionRole | undefined {
  if (title.length > longestWording) return undefined;
  const words = comparable(title);
  return (
    exact.get(withoutSpaces(words)) ??
    beginnings.find((beginning) => words.startsWith(beginning.words))?.role ??
    endings.find((ending) => words.endsWith(ending.words))?.role
  );
}

/** A title is longer only where it is a sentence; the names of vulnerabilities in it are long. */
const longestWording = 250;

/** Roles that older files set as bold labels instead of headings. */
export const labelRoles: ReadonlySet<SectionRole> = new Set([
  'resources',
  'acknowledgments',
  'feedback',
  'support',
  'disclaimer',
  'revisions',
]);

/** Roles that files set as bold labels inside a section. */
export const innerLabelRoles: ReadonlySet<SectionRole> = new Set([
  'mitigating-factors',
  'non-affected-software',
  'workarounds',
]);

/** Roles that bulletins set as bold labels inside the part of a product. */
export const deploymentLabelRoles: ReadonlySet<SectionRole> = new Set([
  'prerequisites',
  'installation-information',
  'deployment-information',
  'restart-requirement',
  'removal-information',
  'file-information',
  'update-verification',
  'detection-guidance',
  'security-central',
  'baseline-security-analyzer',
  'server-update-services',
  'systems-management-server',
  'configuration-manager',
  'update-compatibility',
]);

function withoutSpaces(words: string): string {
  return words.replaceAll(' ', '');
}

function comparable(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['‘’`´]/g, '’')
    .replace(/^\s*\d+[.)]\s*/, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:：.。…]+$/u, '')
    .trim();
}
