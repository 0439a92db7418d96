import { type AdvisoryId, advisoryIdOf } from '../../model/advisory-id.ts';
import { type Locale, localeOfTag, locales, primaryLanguage } from '../../model/locales.ts';
import type { Finding } from '../../model/problem.ts';
import { type FrontMatter, isLegacyField } from './yaml-fields.ts';

/** Which edition a file is, as far as it can be told. */
export interface Identity {
  readonly id?: AdvisoryId | undefined;
  readonly shownId?: string | undefined;
  readonly locale?: Locale | undefined;
  /** A locale tag that the file states and that is none of ours, or is another than the one that decided. */
  readonly otherLanguage?: string | undefined;
  readonly findings: readonly Finding[];
}

/** Whether a file lies where our field guide puts it: `<id>/<locale>.md`. */
export function liesAsOwn(path: string): boolean {
  const [stem = '', folder] = path
    .replace(/\.[^./]+$/, '')
    .split('/')
    .toReversed();
  return localeOfTag(stem) !== undefined && folder !== undefined && advisoryIdOf(folder) !== undefined;
}

interface Claim {
  readonly value: string;
  /** Where it stands, as a publisher would call it. */
  readonly where: string;
  readonly line?: number | undefined;
}

/**
 * Id and locale of a file, each from the first place that states it; a place that states another is
 * reported.
 *
 * - Id: `id`, `ms:assetid`, the id in `ms:mtpsurl`; where the file is named by its locale, its folder;
 *   a file name of six or seven digits with an optional letter, or like `CVE-2026-12345`.
 * - Locale: a folder or file name that is exactly a locale tag, `locale`, `ms:mtpsurl`.
 *
 * @param path path under the content folder, with forward slashes
 */
export function identityOf(path: string, { fields, lines }: FrontMatter): Identity {
  const segments = path.split('/');
  const stem = (segments.pop() ?? '').replace(/\.[^.]+$/, '');
  const stated = (name: string): Claim[] => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? [{ value, where: name, line: lines.get(name) }] : [];
  };
  const address = stated('ms:mtpsurl')[0];
  const inAddress = (pattern: RegExp): Claim[] => {
    const value = address && pattern.exec(address.value)?.[1];
    return address && value ? [{ ...address, value }] : [];
  };

  const folder = segments.at(-1);
  const ids: Claim[] = [
    ...stated('id'),
    ...stated('ms:assetid'),
    ...inAddress(/\/library\/(?:security\/)?([a-z0-9-]+?)(?:\.aspx)?(?:\(|\/?$|\?)/i),
    ...(localeOfTag(stem) !== undefined && folder !== undefined
      ? [{ value: folder, where: 'the folder’s name' }]
      : []),
    ...(/^\d{6,7}[a-z]?$/i.test(stem) || (looksLikeId(stem) && !Object.keys(fields).some(isLegacyField))
      ? [{ value: stem, where: 'the file’s name' }]
      : []),
  ];
  const placed = [stem, ...segments.toReversed()].filter((segment) => localeOfTag(segment) !== undefined);
  const tags: Claim[] = [
    ...placed.slice(0, 1).map((value) => ({ value, where: 'the folder or file name' })),
    ...stated('locale'),
    ...inAddress(/^https?:\/\/[^/]+\/([a-z]{2,3}(?:-[a-z0-9]+)+)\//i),
  ];
  const [tagClaim] = tags;
  // What a person stated is held to; what another system or a file name says only counts where it can.
  const idClaim = ids.find(({ value, where }) => where === 'id' || advisoryIdOf(value) !== undefined);
  const locale = tagClaim && localeOfTag(tagClaim.value);
  const findings = [
    ...disagreements('id', idClaim, ids, (value) => advisoryIdOf(value) ?? value.toLowerCase()),
    ...disagreements(
      'locale',
      tagClaim,
      tags.filter(({ value, where }) => where !== 'locale' || localeOfTag(value) !== undefined),
      (value) => localeOfTag(value) ?? value.toLowerCase(),
    ),
    ...(idClaim?.where === 'id' && advisoryIdOf(idClaim.value) === undefined ? [badId(idClaim)] : []),
    ...tags
      .filter((tag) => localeOfTag(tag.value) === undefined && (tag === tagClaim || tag.where === 'locale'))
      .map(unknownLocale),
  ];
  return {
    id: idClaim && advisoryIdOf(idClaim.value),
    shownId: idClaim?.value,
    locale,
    otherLanguage: tags.find(({ value }) => localeOfTag(value) !== locale && isLanguageTag(value))?.value,
    findings,
  };
}

/**
 * Whether a file is named by an id as publishers write them: letters, then two numbers or a long one
 * (`CVE-2026-12345`, `DSA-5432-1`, `SSA-123456`). `windows-server-2008` is not one.
 */
const looksLikeId = (stem: string): boolean =>
  /^[a-z]+(?:-[a-z]+){0,2}-(?:\d{2,}[-._:]\d+(?:[-._:][a-z0-9]+)*|\d{5,}[a-z]?)$/i.test(stem);

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * A language that there is, and perhaps a script or region (RFC 5646); it goes into `lang` attributes. What
 * has a name is registered.
 */
const isLanguageTag = (tag: string): boolean =>
  /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(tag) &&
  names.of(primaryLanguage(tag)) !== undefined;

function disagreements(
  field: string,
  decider: Claim | undefined,
  claims: readonly Claim[],
  key: (value: string) => string,
): Finding[] {
  if (decider === undefined) return [];
  return claims
    .filter(({ value }) => key(value) !== key(decider.value))
    .map(({ value, where, line }) => ({
      outcome: 'repaired',
      rule: `${field}-disagreement`,
      line,
      field,
      what: `\`${value}\` in ${where}, but \`${decider.value}\` in ${decider.where}`,
      remedy: `read as \`${decider.value}\`; make them agree`,
    }));
}

const badId = ({ value, line }: Claim): Finding => ({
  outcome: 'refused',
  rule: 'id-invalid',
  line,
  field: 'id',
  what: `\`${value.slice(0, 100)}\` cannot be the address of an advisory`,
  remedy:
    'use letters a to z and digits, with a hyphen or one of `. _ : / # +` between them, at most 80, and no name of a page of this site',
});

const unknownLocale = ({ value, line }: Claim): Finding => ({
  outcome: 'refused',
  rule: 'locale-unknown',
  line,
  field: 'locale',
  what: `\`${value.slice(0, 40)}\` is no locale of this site`,
  remedy: `use one of ${locales.join(', ')}`,
});
