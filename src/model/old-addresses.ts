import type { AdvisoryId } from './advisory-id.ts';
import type { Edition } from './edition.ts';
import { type Locale, localeOfTag, locales, regionalTag } from './locales.ts';
import { compareText } from './problem.ts';

/** Where an address of the archive’s old home leads: an edition, or where no language of ours is named, the advisory. */
export interface OldAddress {
  /** Path below the site, without a slash at either end, in the letters in which it was published. */
  readonly path: string;
  readonly locale: Locale | undefined;
  readonly id: AdvisoryId;
}

const withoutRegion = locales.filter((locale) => !locale.includes('-')).join('|');

/**
 * The forms that old addresses had, as a regular expression without flags for every engine: group 1 is the
 * language tag, group 2 the id. Paths are compared regardless of letter case, without a slash in front.
 */
export const oldAddressPattern = `(?:([a-z][a-z][a-z]?(?:-[a-z0-9]+)+|${withoutRegion})/)?(?:library(?:/security)?|security/advisory)/([a-z0-9-]+)(?:\\.aspx|\\.mspx)?(?:\\(v=[^()/]*\\))?`;

const forms = (id: AdvisoryId): string[] => [
  `library/${id}(v=Security.10)`,
  `library/${id}`,
  `library/security/${id}`,
  `library/security/${id}.aspx`,
  `security/advisory/${id}`,
  `security/advisory/${id}.mspx`,
];

/** Where an old path leads; undefined where it has none of the forms. */
export function placeOfOldPath(path: string): { locale: Locale | undefined; id: string } | undefined {
  const [whole, tag, id] = new RegExp(`^${oldAddressPattern}$`, 'i').exec(path) ?? [];
  if (whole === undefined || id === undefined) return undefined;
  return { locale: tag === undefined ? undefined : localeOfTag(tag), id: id.toLowerCase() };
}

/**
 * The path that an archived edition had where it came from; undefined where it cannot be one of this site too.
 *
 * It comes out of a file, and becomes a folder: it must lie below `library` or `security`, which no advisory is
 * called, so that it never takes the place of a page.
 */
export function formerPath({ id, source }: Pick<Edition, 'id' | 'source'>): string | undefined {
  if (source?.relation !== 'archived' || source.url === undefined) return undefined;
  const path = decodedPath(new URL(source.url).pathname).replace(/^\/+|\/+$/g, '');
  const segments = path.split('/');
  const isSafe =
    /^(?:[a-z][\w-]*\/)?(?:library|security)\/./i.test(path) &&
    path.length <= longestPath &&
    segments.every((segment) => /^[\w(][\w.()=-]*$/.test(segment) && !/^index\.html/i.test(segment));
  // An address that names another advisory leads there, whatever the file says.
  const named = placeOfOldPath(path)?.id ?? id;
  return isSafe && named === id ? path : undefined;
}

/** File systems take names of 255 bytes; no old address was nearly as long. */
const longestPath = 200;

/** An advisory, as far as its old addresses depend on it. */
export interface Moved {
  readonly id: AdvisoryId;
  readonly editions: readonly { readonly locale: Locale; readonly formerPath: string | undefined }[];
}

/** The paths that archived editions had, each once. */
export const formerAddresses = (moved: readonly Moved[]): OldAddress[] =>
  eachOnce(
    [...moved].sort(byId).flatMap(({ id, editions }) =>
      editions.flatMap(({ locale, formerPath: path }): OldAddress[] => {
        if (path === undefined) return [];
        // A path with the tag of a language that we do not have is no address of the edition’s language.
        const place = placeOfOldPath(path);
        return [{ path, id, locale: place === undefined ? locale : place.locale }];
      }),
    ),
  );

/** Every old address of every advisory: first those that were really published, then all other forms. */
export const oldAddresses = (moved: readonly Moved[]): OldAddress[] =>
  eachOnce([
    ...formerAddresses(moved),
    ...moved
      .filter(({ id }) => isOldId(id))
      .sort(byId)
      .flatMap(({ id }) => [
        ...locales.flatMap((locale) =>
          forms(id).map((form): OldAddress => ({ path: `${regionalTag(locale)}/${form}`, locale, id })),
        ),
        ...forms(id).map((path): OldAddress => ({ path, locale: undefined, id })),
      ]),
  ]);

/** The ids that the archive’s old home had: others never had an address there. */
const isOldId = (id: AdvisoryId): boolean => /^\d{6,7}[a-z]?$/.test(id);

const byId = (a: Moved, b: Moved): number => compareText(a.id, b.id);

/** The first of each path. */
function eachOnce(addresses: readonly OldAddress[]): OldAddress[] {
  const first = new Map<string, OldAddress>();
  for (const address of addresses) if (!first.has(address.path)) first.set(address.path, address);
  return [...first.values()];
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
