/** What `security.txt` tells; addresses are whole. */
export interface SecurityContact {
  /** A mail address or a web address. */
  readonly contact: string;
  /** The last day on which it counts. */
  readonly expires: string;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly self: string;
  readonly csaf: string;
}

/**
 * Where to report a vulnerability of the publisher, for people and programs (RFC 9116). Addresses of the
 * web must be https there (2.5): others are left out; where the contact is one there is no such file.
 */
export function securityTxt({
  contact,
  expires,
  languages,
  self,
  csaf,
}: SecurityContact): string | undefined {
  const address = contact.includes(':') ? contact : `mailto:${contact}`;
  if (address.startsWith('http:')) return undefined;
  return [
    `Contact: ${address}`,
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    ...[`Canonical: ${self}`, `CSAF: ${csaf}`].filter((line) => line.includes(' https:')),
    '',
  ].join('\n');
}
