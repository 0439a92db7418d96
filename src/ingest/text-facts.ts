import type { Fact, FactKind } from '../model/fact.ts';
import { advisoryNamedBy } from './advisory-links.ts';
import { targetOf } from './link-targets.ts';

/** How many line ends stand before a character. */
export const linesBefore = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1;

/** A file of the archive is the advisory that it is named after. */
export const linkFact = (url: string, label: string, line: number): Fact => ({
  kind: 'link',
  value: advisoryNamedBy(url) === undefined ? targetOf(url) : `advisory:${advisoryNamedBy(url)?.id}`,
  shown: url,
  line,
  label,
});

const extensions =
  'exe|dll|cab|log|sys|msi|msp|msu|inf|ocx|reg|admx?|adml|vbs|cmd|bat|ps1|cscfg|config|json|xml|txt|html?|aspx|asmx|mspx|dat|ini|zip';

/** What of each kind looks like, and the form in which it is compared. */
const patterns: readonly { kind: FactKind; pattern: RegExp; value: (found: RegExpMatchArray) => string }[] = [
  {
    kind: 'cve',
    pattern: /\b(?:CVE|CAN)[-‑–](\d{4})[-‑–](\d{4,7})\b/gi,
    value: ([, year, number]) => `CVE-${year}-${number}`,
  },
  {
    kind: 'bulletin',
    pattern: /\bMS(\d{2})[-‑–](\d{3})\b/gi,
    value: ([, year, number]) => `MS${year}-${number}`,
  },
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
    // The last part may run into prose: it ends at the first space, or where another script begins.
    kind: 'registry',
    pattern: /\bHK(?:EY_[A-Z_]+|LM|CU|CR)(?:\\[^\\\n"“”„<>|[\]]{1,80}(?=\\))*\\[^\s\\"“”„<>|\]),;：，。]+/gi,
    value: ([found]) =>
      found
        .replace(/\s+/g, ' ')
        .replace(/[^\p{Script=Latin}\p{N})}_.-]+$/u, '')
        .toLowerCase(),
  },
  {
    // A comma before the ending is what a decimal comma makes of a file name.
    kind: 'file',
    pattern: new RegExp(
      String.raw`(?<![\w@/.-])[\w][\w()-]*(?:\.[\w-]+)*[.,](?:${extensions})\b(?![\w/-])`,
      'gi',
    ),
    value: ([found]) => found.toLowerCase(),
  },
  {
    // Three short numbers may be a day: `08.07.2015`.
    kind: 'version',
    pattern:
      /(?<![\w.,-])(?!\d{1,2}\.\d{1,2}\.(?:\d{2}|20\d{2})(?![\w.]))\d{1,5}(?:\.\d{1,6}){2,4}(?![\w-]|\.\d)/g,
    value: ([found]) => found,
  },
  {
    kind: 'article',
    pattern: /(?<![\w.,/#=-])(?:KB\s?)?(\d{6,7})(?![\w-]|[.,]\d)/gi,
    value: ([, number = '']) => number,
  },
];

/**
 * What a run of text names that no translation may change.
 *
 * @param lineAt the line of a character of it
 */
export function textFacts(text: string, lineAt: (offset: number) => number): Fact[] {
  if (text.length < 5) return [];
  return patterns.flatMap(({ kind, pattern, value }) =>
    [...text.matchAll(pattern)].map((found): Fact => {
      const compared = value(found);
      const [written] = found;
      return {
        kind,
        value: compared,
        ...(written === compared ? {} : { shown: written }),
        line: lineAt(found.index),
      };
    }),
  );
}

/** A table, as rows × columns. */
export const shape = (rows: number, columns: number, line: number): Fact => ({
  kind: 'table',
  value: `${rows}×${columns}`,
  line,
});
