import type { Fact, FactKind } from '../../model/fact.ts';
import { type IdentifierKind, identifierOf, identifiersIn } from '../../model/identifier.ts';
import { lineFinder } from '../bytes/lines.ts';
import { advisoryNamedBy } from '../html/advisory-links.ts';
import { anyOf, everyWord, languageTags, regionTags } from '../words/languages.ts';
import { targetOf } from './link-targets.ts';

/** What a link leads to, as one name: a bulletin and an advisory by their ids, wherever their pages are. */
function leadsTo(url: string): string {
  const named = advisoryNamedBy(url);
  if (named === undefined) return targetOf(url);
  const identifier = identifierOf(named.id);
  return identifier?.kind === 'bulletin' ? `bulletin:${identifier.id}` : `advisory:${named.id}`;
}

/** A file of the archive is the advisory that it is named after. */
export const linkFact = (url: string, label: string, line: number): Fact => ({
  kind: 'link',
  value: leadsTo(url),
  shown: url,
  line,
  label,
});

const extensions =
  'exe|dll|cab|log|sys|msi|msp|msu|inf|ocx|reg|admx?|adml|vbs|cmd|bat|ps1|cscfg|config|json|xml|txt|html?|aspx|asmx|mspx|dat|ini|zip';

/** Roots of the registry by their short names. */
const roots: Readonly<Record<string, string>> = {
  hklm: 'hkey_local_machine',
  hkcu: 'hkey_current_user',
  hkcr: 'hkey_classes_root',
  hku: 'hkey_users',
};

/** The language of a file, as it stands in its name. */
const fileLanguage = new RegExp(
  String.raw`[_-](?:(?:${languageTags})(?:[_-](?:${regionTags}))?|${anyOf(everyWord((words) => words.fileTags))})(?=\.\w+$)`,
);

/** What of each kind looks like, and the form in which it is compared. */
const patterns: readonly { kind: FactKind; pattern: RegExp; value: (found: RegExpMatchArray) => string }[] = [
  { kind: 'apsb', pattern: /\bAPSB\d{2}-\d{2}\b/gi, value: ([found]) => found.toUpperCase() },
  {
    kind: 'guid',
    pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    value: ([found]) => found.toLowerCase(),
  },
  { kind: 'hex', pattern: /\b0x[0-9a-f]{2,16}\b/gi, value: ([found]) => found.toLowerCase() },
  {
    kind: 'hash',
    pattern: /(?<![\w-])(?:[0-9a-f]{2}[ :]){15,}[0-9a-f]{2}(?![\w-])|(?<![\w-])[0-9a-f]{32,128}(?![\w-])/gi,
    value: ([found]) => found.replace(/[ :]/g, '').toLowerCase(),
  },
  {
    // The last part may run into prose: it ends at the first space, or where another script begins. No part
    // holds the beginning of another path.
    kind: 'registry',
    pattern:
      /\bHK(?:EY_[A-Z_]+|LM|CU|CR|U)(?:\\(?:(?!\bHK(?:EY_|LM|CU|CR|U\b)|\b[A-Z]:)[^\\\n"“”„<>|[\]]){1,80}(?=\\))*\\[^\s\\"“”„<>|\]),;:，。]+/gi,
    value: ([found]) =>
      found
        .toLowerCase()
        .replace(/^hk(?:lm|cu|cr|u)(?=\\)/, (root) => roots[root] ?? root)
        .replace(/\s+/g, ' ')
        .replace(/[^\p{Script=Latin}\p{N})}]+$/u, ''),
  },
  {
    // A comma before the ending is what a decimal comma makes of a file name.
    kind: 'file',
    pattern: new RegExp(
      String.raw`(?<![\w@.-])\w[\w()-]{0,80}(?:\.[\w-]{1,40}){0,6}[.,](?:${extensions})\b(?![\w/-])`,
      'gi',
    ),
    value: ([found]) => found.toLowerCase().replace(fileLanguage, ''),
  },
  {
    // Neither a day (`08.07.2015`, `2015.7.8`) nor a number in groups of three (`1.000.000`).
    kind: 'version',
    pattern:
      /(?:(?<=\bv)|(?<![\w.,]))(?!\d{1,2}\.\d{1,2}\.(?:\d{2}|(?:19|20)\d{2})(?!\w|\.\d))(?!(?:19|20)\d{2}\.\d{1,2}\.\d{1,2}(?!\w|\.\d))(?!\d{1,3}(?:\.\d{3})+(?!\w|\.\d))\d{1,5}(?:\.\d{1,6}){2,4}(?!\w|\.\d)/gi,
    value: ([found]) => found,
  },
];

/**
 * What a run of text names that no translation may change.
 *
 * @param line the line that it begins on
 */
export function textFacts(text: string, line: number): Fact[] {
  if (text.length < 5) return [];
  // Full-width digits are digits, and a hyphen that does not break is a hyphen.
  const plain = text.normalize('NFKC').replace(/(?<=\w)[‐‑–](?=\w)/g, '-');
  const lineAt = lineFinder(plain, line);
  const fact = (kind: FactKind, compared: string, written: string, index: number): Fact => ({
    kind,
    value: compared,
    ...(written === compared ? {} : { shown: written }),
    line: lineAt(index),
  });
  const named = (kind: IdentifierKind): Fact[] =>
    identifiersIn(plain, kind).map(({ id, written, index }) => fact(kind, id, written, index));
  return [
    ...named('cve'),
    ...named('bulletin'),
    ...patterns.flatMap(({ kind, pattern, value }) =>
      [...plain.matchAll(pattern)].map((found) => fact(kind, value(found), found[0], found.index)),
    ),
    ...named('article'),
  ];
}

/** A table, as rows × columns. */
export const shape = (rows: number, columns: number, line: number): Fact => ({
  kind: 'table',
  value: `${rows}×${columns}`,
  line,
});
