/** A package of the lock file, as far as it is weighed here. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** `packages` of `package-lock.json` (npm, lockfileVersion 3), by their places. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/**
 * SPDX identifiers of licences under which a package may be a part of the tools: all let the site be
 * published under any licence, since nothing of the tools but small scripts of our own is in it.
 */
const permitted: ReadonlySet<string> = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT'],
  // As they come, unchanged, as libraries of their own.
  ...['LGPL-3.0-or-later', 'MPL-2.0', 'Python-2.0'],
]);

/** Versions with a known vulnerability that a service may not be there to tell: each major and its first good one. */
const firstGood: readonly (readonly [name: string, version: string])[] = [
  ['js-yaml', '3.15.1'],
  ['js-yaml', '4.3.1'],
  ['mdast-util-to-hast', '13.2.1'],
];

/** What keeps packages from being used: a licence that nobody has agreed to, or a version known to be bad. */
export function packageProblems(packages: LockedPackages): string[] {
  return Object.entries(packages).flatMap(([place, { version = '', license }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (place === '') return [];
    const good = firstGood.find(([bad, first]) => bad === name && major(first) === major(version))?.[1];
    return [
      ...(license === undefined || !isPermitted(license)
        ? [
            `${name} ${version}: the licence ${license ?? '(none)'} is not on the list in src/release/packages.ts`,
          ]
        : []),
      ...(good !== undefined && isOlder(version, good)
        ? [`${name} ${version}: has a known vulnerability; use ${good} or newer`]
        : []),
    ];
  });
}

/** An SPDX expression without brackets: every part joined by AND must be permitted, or one joined by OR. */
const isPermitted = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((licence) => permitted.has(licence.trim())));

const major = (version: string): string => version.split('.')[0] ?? '';

function isOlder(version: string, than: string): boolean {
  const [mine, theirs] = [version, than].map((one) => one.split(/[.-]/).map(Number));
  const at = (theirs ?? []).findIndex((number, place) => number !== mine?.[place]);
  return at !== -1 && (mine?.[at] ?? 0) < (theirs?.[at] ?? 0);
}
