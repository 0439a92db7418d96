/**
 * A piece of a text that no translation may change, in the one form in which editions are compared.
 *
 * - `article`: a number of five to seven digits, as support articles and advisories have
 * - `cve`, `bulletin`, `apsb`: identifiers; a candidate (`CAN-`) is the same as its CVE
 * - `link`: what a link leads to, whatever its scheme, host alias, language segment and tracking
 * - `guid`, `registry`, `file`, `hex`, `hash`: what only machines write; `hash` also for thumbprints
 * - `version`: three or more numbers with points between them; two may be a decimal fraction
 * - `code`: a line of a block of code
 * - `table`: rows and columns
 * - `field`: a field of the file, by its name: where a date stands that the edition tells
 */
export const factKinds = [
  'article',
  'cve',
  'bulletin',
  'apsb',
  'link',
  'guid',
  'registry',
  'file',
  'hex',
  'hash',
  'version',
  'code',
  'table',
  'field',
] as const;

export type FactKind = (typeof factKinds)[number];

export interface Fact {
  readonly kind: FactKind;
  /** For comparing. */
  readonly value: string;
  /** As it is written, where that is something else. */
  readonly shown?: string;
  /** In the file, from 1. */
  readonly line: number;
  /** The words of a link. */
  readonly label?: string;
  /** Which block of code of the text a line belongs to, from 0. */
  readonly block?: number;
}

/** As the text has it. */
export const shownIn = ({ value, shown }: Fact): string => shown ?? value;
