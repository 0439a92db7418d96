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

/** Letters and digits, with one mark, or one hyphen or more, between them. */
const written = /^[a-z0-9]+(?:(?:[._:/#+ ]|-+)[a-z0-9]+)*$/i;

/**
 * The key for an id as its publisher writes it; undefined where it cannot be one. Letters become lower case, and any
 * mark between them a hyphen:
 *
 *   RHSA-2026:0123           →  rhsa-2026-0123
 *   FreeBSD-SA-26:01.kernel  →  freebsd-sa-26-01-kernel
 *   JVN#12345678             →  jvn-12345678
 *   ../954474, a//b, -a      →  none
 */
export function advisoryIdOf(id: string): AdvisoryId | undefined {
  if (!written.test(id)) return undefined;
  // Only ASCII letters: others turn into them in lower case (the Kelvin sign into `k`).
  const key = id.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[^a-z0-9-]/g, '-');
  return AdvisoryId.safeParse(key).data;
}
