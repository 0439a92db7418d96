import { type AdvisoryId, advisoryIdOf } from '../../model/advisory-id.ts';

/**
 * Addresses of advisories in the archive’s own systems:
 * `/de-de/security/advisory/954474`, `/library/security/954474.aspx`, `/library/954474(v=Security.10)`.
 */
const inAddress =
  /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?(?:security\/advisory|library\/security|library|securityadvisories\/\d{4})\/(\d{6,7})(?:\([^)?#]*\))?(?:\.(?:mspx|aspx|md))?\/?(?:[?#].*)?$/i;

/** A file of the archive under any of its names: `microsoft-security-advisory-912945.md`, `../2008/912945.md`. */
const inFileName = /^(?![a-z][a-z0-9+.-]*:|\/\/|#)[^?#]*?(?:^|[-/])(\d{6,7})\.md(?:[?#].*)?$/i;

export interface AdvisoryLink {
  readonly id: AdvisoryId;
  /** Whether the link leads somewhere without this site. */
  readonly stands: boolean;
}

/** The advisory that a link target names; undefined where it names none. */
export function advisoryNamedBy(target: string): AdvisoryLink | undefined {
  const address = inAddress.exec(target)?.[1];
  const number = address ?? inFileName.exec(target)?.[1];
  const id = number === undefined ? undefined : advisoryIdOf(number);
  return id === undefined ? undefined : { id, stands: address !== undefined };
}
