import { type Source, WebAddress } from '../../model/edition.ts';
import { type Locale, primaryLanguage } from '../../model/locales.ts';
import { type FrontMatter, isLegacyField } from './yaml-fields.ts';

/** What the archive’s own system says of a file, as it stands there. */
export const legacyFields = ({ fields }: FrontMatter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, string] =>
        typeof field[1] === 'string' && (isLegacyField(field[0]) || /^(?:ms\.)?author$/.test(field[0])),
    ),
  );

/** The signs of the language that a text is in, each a BCP 47 tag. */
interface LanguageSigns {
  readonly locale: Locale;
  /** Told by the text itself, where it is long enough. */
  readonly written: string | undefined;
  /** That of the labels of its date line. */
  readonly labels: string | undefined;
  /** Named by an address that disagrees with the locale. */
  readonly address: string | undefined;
}

/** The text’s own language, by the surest sign there is. */
export function languageOf({ locale, written, labels, address }: LanguageSigns): string {
  const sure = written ?? labels;
  if (sure === undefined) return address ?? locale;
  return sure === primaryLanguage(locale) ? locale : sure;
}

/** Where a file of an archive comes from; undefined where nothing tells it. */
export function archiveSource(legacy: Record<string, string>): Source | undefined {
  if (Object.keys(legacy).length === 0) return undefined;
  const url = WebAddress.safeParse(legacy['ms:mtpsurl']).data;
  return { ...(url === undefined ? {} : { url }), relation: 'archived', legacy };
}
