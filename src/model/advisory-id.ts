import { z } from 'zod';
import { localeFacts, locales } from './locales.ts';

/**
 * First parts of addresses that the site itself uses, now or by its design; an advisory of that name
 * would take them over.
 */
const reserved: ReadonlySet<string> = new Set([
  ...locales.map((locale) => localeFacts[locale].path),
  ...locales.flatMap((locale) => localeFacts[locale].aliases.map((alias) => alias.toLowerCase())),
  '404',
  'assets',
  // Names that Windows keeps for devices.
  'aux',
  'con',
  'nul',
  'prn',
  ...['com', 'lpt'].flatMap((device) => Array.from('0123456789', (digit) => `${device}${digit}`)),
  'concordance',
  'csaf',
  'feed',
  'index',
  'library',
  'pagefind',
  'revisions',
  'search',
  'security',
  'sitemap',
]);

/**
 * The key of an advisory: `954474`, `927709r`, `adv-2026-0007`. Lower case, so that two files cannot
 * differ in letter case alone; it is one segment of an address and one folder name, never a path.
 */
export const AdvisoryId = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/,
    'may hold only the letters a to z, digits and inner hyphens, at most 80',
  )
  .refine((id) => !reserved.has(id), 'is an address of the site itself')
  .brand<'AdvisoryId'>();

export type AdvisoryId = z.infer<typeof AdvisoryId>;

/** The key for an id as somebody wrote it; undefined where it cannot be one. */
export function advisoryIdOf(written: string): AdvisoryId | undefined {
  // Only ASCII letters: others turn into them in lower case (the Kelvin sign into `k`).
  return AdvisoryId.safeParse(written.replace(/[A-Z]/g, (letter) => letter.toLowerCase())).data;
}
