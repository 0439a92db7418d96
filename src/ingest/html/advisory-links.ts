import { type AdvisoryId, advisoryIdOf } from '../../model/advisory-id.ts';
import { localeOfTag } from '../../model/locales.ts';

/** What an advisory, a bulletin and a monthly summary are called: `954474`, `ms08-067`, `ms08-oct`. */
const named = String.raw`\d{6,7}|ms\d{2}-(?:\d{3}|[a-z]{3})`;

/**
 * Addresses of them in the archive’s own systems, and on the pages of its countries:
 *
 *   /de-de/security/advisory/954474, /library/security/954474.aspx, /library/954474(v=Security.10)
 *   /security/bulletin/ms08-067, /de-de/library/security/ms08-oct
 *   /germany/technet/sicherheit/empfehlungen/954474.mspx
 */
const inAddress = new RegExp(
  String.raw`^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?(?:(?:security|sicherheit|seguranca)\/(?:advisory|bulletins?|empfehlungen)|library\/security|library|security(?:advisories|bulletins|bulletinsummaries)\/\d{4})\/(${named})(?:\([^)?#]*\))?(?:\.(?:mspx|aspx|md))?\/?(?:[?#].*)?$`,
  'i',
);

/** A file of the archive under any of its names: `microsoft-security-advisory-912945.md`, `../2008/ms08-067.md`. */
const inFileName = new RegExp(
  String.raw`^(?![a-z][a-z0-9+.-]*:|\/\/|#)[^?#]*?(?:^|[-/])(${named})\.md(?:[?#].*)?$`,
  'i',
);

export interface AdvisoryLink {
  readonly id: AdvisoryId;
  /** The section that it leads to; undefined for the whole. */
  readonly section?: string | undefined;
  /** Whether the link leads somewhere without this site. */
  readonly stands: boolean;
}

/** The advisory that a link target names; undefined where it names none. */
export function advisoryNamedBy(target: string): AdvisoryLink | undefined {
  const address = inAddress.exec(target)?.[1];
  const number = address ?? inFileName.exec(target)?.[1];
  const id = number === undefined ? undefined : advisoryIdOf(number);
  return id === undefined ? ofThisSite(target) : { id, stands: address !== undefined };
}

/**
 * Addresses of this site, and of files beside the one that links:
 *
 *   ../adv-2026-0209/de-DE.md#overview    the file of an edition
 *   ../adv-2026-0209/                     the folder of an advisory
 *   ../de-DE/adv-2026-0209.md             a file named by its advisory
 *   /adv-2026-0209/, /de-de/adv-2026-0209/#faq-2
 *
 * Where only the address says what it is, the id has a digit, so that `/contact/` is not one.
 */
function ofThisSite(target: string): AdvisoryLink | undefined {
  const [, path = '', section] = /^((?:\.{1,2}\/|\/(?!\/))[^?#]*)(?:#(.*))?$/.exec(target) ?? [];
  const segments = path.split('/').filter((segment) => segment !== '' && !/^\.{1,2}$/.test(segment));
  const last = segments.pop();
  if (last === undefined) return undefined;
  const [, stem] = /^(.+)\.(?:md|markdown)$/i.exec(last) ?? [];
  const name = stem === undefined ? last : localeOfTag(stem) === undefined ? stem : segments.pop();
  const isPlace = segments.every((segment) => localeOfTag(segment) !== undefined);
  const isSure = stem !== undefined || path.startsWith('../') || /\d/.test(name ?? '');
  const id = name === undefined || !isPlace || !isSure ? undefined : advisoryIdOf(name);
  if (id === undefined) return undefined;
  return {
    id,
    section,
    stands: false,
  };
}
