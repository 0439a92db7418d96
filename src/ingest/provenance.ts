import { type Source, WebAddress } from '../model/edition.ts';
import type { Locale } from '../model/locales.ts';
import { type FrontMatter, isLegacyField } from './yaml-fields.ts';

/** What the archive’s own system says of a file, as it stands there. */
export const legacyFields = ({ fields }: FrontMatter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, string] =>
        typeof field[1] === 'string' && (isLegacyField(field[0]) || /^(?:ms\.)?author$/.test(field[0])),
    ),
  );

/** The text’s own language: the labels of its date line tell it, else an address that disagrees. */
export function languageOf(locale: Locale, other: string | undefined, labels: string | undefined): string {
  const primary = locale.split('-')[0];
  if (labels !== undefined) return labels === primary ? locale : labels;
  return other ?? locale;
}

/** Where a file of an archive comes from; undefined where nothing tells it. */
export function archiveSource(legacy: Record<string, string>): Source | undefined {
  if (Object.keys(legacy).length === 0) return undefined;
  const url = WebAddress.safeParse(legacy['ms:mtpsurl']).data;
  return { ...(url === undefined ? {} : { url }), relation: 'archived', legacy };
}
