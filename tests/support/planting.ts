import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingestEdition } from '../../src/ingest/ingest.ts';
import { oneForEach } from '../../src/intake/one-edition.ts';
import { type Advisory, advisoriesOf } from '../../src/model/advisory.ts';
import { discordsOf } from '../../src/model/concordance/concordance.ts';
import type { Discord, FindingKind } from '../../src/model/concordance/finding.ts';
import type { Edition } from '../../src/model/edition.ts';
import { type Fact, type FactKind, shownIn } from '../../src/model/fact.ts';

/*
 * Faults planted in other people’s files, at places that a number chooses, so that the comparison is not
 * only measured against what the hand that wrote it thought of.
 */

interface Held {
  readonly edition: Edition;
  readonly facts: readonly Fact[];
  readonly text: string;
  readonly path: string;
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const read = (text: string, path: string) =>
  ingestEdition(new TextEncoder().encode(text), { path, shown: path });

/** Advisories of a folder that at least three editions of one revision tell. */
export function heldIn(folder: string): Held[][] {
  const held = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort()
    .flatMap((path): Held[] => {
      const text = readFileSync(join(folder, path), 'utf8')
        .replace(/^\uFEFF/, '')
        .replace(/\r+\n/g, '\n');
      const { edition, facts = [] } = read(text, path);
      return edition === undefined
        ? []
        : [{ edition: { ...edition, images: [], textKey: path, sourceDigest: '' }, facts, text, path }];
    });
  const { kept } = oneForEach(
    held.map(({ edition, path }) => ({ edition, path, shown: path, kind: 'archive' as const })),
  );
  const files = new Set(kept.map(({ path }) => path));
  const groups = Map.groupBy(
    held.filter(({ path }) => files.has(path)),
    ({ edition }) => edition.id,
  );
  return [...groups.values()]
    .map((group) => {
      const [advisory] = advisoriesOf(group.map(({ edition }) => edition)) as [Advisory];
      return group.filter(({ edition }) => advisory.lacks.get(edition.locale)?.length === 0);
    })
    .filter((group) => group.length >= 3);
}

const compare = (group: readonly Held[]): Discord[] => {
  const [advisory] = advisoriesOf(group.map(({ edition }) => edition)) as [Advisory];
  const facts = new Map(group.map((held) => [held.path, held.facts]));
  return discordsOf(advisory, ({ textKey }) => facts.get(textKey) ?? []);
};

type Random = () => number;
const oneOf = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** A fault: what it does to a text, or nothing where the text has no place for it. */
interface Fault {
  readonly what: string;
  readonly expected: readonly FindingKind[];
  plant(held: Held, others: readonly Held[], random: Random): string | undefined;
}

/** Another digit in the place of the last but one. */
const miscounted = (value: string): string =>
  value.replace(/(\w)(\w)$/, (_, digit: string, last: string) => `${digit === '1' ? '2' : '1'}${last}`);

/** A fact that all the others have too, changed wherever it stands. */
const changed =
  (kind: FactKind, change: (shown: string) => string) =>
  ({ facts, text }: Held, others: readonly Held[], random: Random): string | undefined => {
    const shared = facts.filter(
      (fact) =>
        fact.kind === kind &&
        text.includes(shownIn(fact)) &&
        others.every((other) => other.facts.some((one) => one.kind === kind && one.value === fact.value)),
    );
    const fact = oneOf(shared, random);
    return fact && text.replaceAll(shownIn(fact), change(shownIn(fact)));
  };

/** A line of code that all the others have too. */
const changedLine =
  (change: (line: string, random: Random) => string) =>
  ({ facts, text }: Held, others: readonly Held[], random: Random): string | undefined => {
    const lines = text.split('\n');
    const shared = facts.filter(
      ({ kind, value, line }) =>
        kind === 'code' &&
        /\w \w/.test(lines[line - 1] ?? '') &&
        change(lines[line - 1] ?? '', () => 0.5) !== lines[line - 1] &&
        others.every((other) => other.facts.some((one) => one.kind === 'code' && one.value === value)),
    );
    const at = (oneOf(shared, random)?.line ?? 0) - 1;
    if (at < 0) return undefined;
    lines[at] = change(lines[at] ?? '', random);
    return lines.join('\n');
  };

const withoutLine = (text: string, pattern: RegExp, random: Random): string | undefined => {
  const found = oneOf([...text.matchAll(pattern)], random);
  return found && text.slice(0, found.index) + text.slice(found.index + found[0].length);
};

const english =
  'An attacker who can send requests to the service may run code on the server, and nobody needs to click on anything for that to happen. Administrators should install the update as soon as possible, and restrict access to the port until they have done so. Customers who have switched automatic updating on need not do anything, because the update is downloaded and installed for them.';

export const faults: readonly Fault[] = [
  {
    what: 'a link to another article than its label',
    expected: ['label-target'],
    plant: ({ text }, _, random) => {
      const links = [...text.matchAll(/\[[^\]\n]*?(\d{6,7})[^\]\n]*\]\([^)\s]*?(?:kb|help)\/(\1)[^)]*\)/g)];
      const link = oneOf(links, random);
      return (
        link &&
        `${text.slice(0, link.index)}${link[0].replace(/(\d{6,7})(?=[^\]]*\)$)/, miscounted)}${text.slice(link.index + link[0].length)}`
      );
    },
  },
  { what: 'another CVE', expected: ['identifier', 'label-target'], plant: changed('cve', miscounted) },
  {
    what: 'another bulletin',
    expected: ['identifier', 'label-target'],
    plant: changed('bulletin', miscounted),
  },
  { what: 'another GUID', expected: ['literal', 'code-line'], plant: changed('guid', miscounted) },
  { what: 'another hash', expected: ['literal', 'code-line'], plant: changed('hash', miscounted) },
  {
    what: 'another registry path',
    expected: ['literal', 'code-line'],
    plant: changed('registry', (path) => path.replace(/(\w)(\w)(\W*)$/, '$2$1$3').replace(/(.)(.)$/, '$1x')),
  },
  {
    what: 'a comma in a file name',
    expected: ['literal', 'code-line', 'link'],
    plant: changed('file', (name) => name.replace(/\.(?=\w+$)/, ',')),
  },
  {
    what: 'a translated word in a line of code',
    expected: ['code-line'],
    plant: changedLine((line) => line.replace(/(?<=\s|^)[A-Za-z]{4,}(?=\s)/, 'Übersetzung')),
  },
  {
    what: 'a line end in a line of code',
    expected: ['wrapped-line', 'code-line', 'structure'],
    plant: changedLine((line, random) => {
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      const spaces = [...line.trimEnd().matchAll(/(?<=\S) (?=\S)/g)]
        .map(({ index }) => index)
        .filter((at) => at > line.length / 3);
      const at = oneOf(spaces, random);
      return at === undefined ? line : `${line.slice(0, at)}\n${indent}${line.slice(at + 1)}`;
    }),
  },
  {
    what: 'another day of a revision',
    expected: ['date', 'impossible-date'],
    plant: ({ text }, _, random) => {
      const heads = [...text.matchAll(/^-\s+V\d+\.\d+\s?[（(](?:\d{4}\D{1,3}\d{1,2}\D{1,3})?(\d{1,2})\D/gm)];
      const head = oneOf(heads, random);
      if (head === undefined) return undefined;
      const day = Number(head[1]) > 20 ? Number(head[1]) - 11 : Number(head[1]) + 7;
      return `${text.slice(0, head.index)}${head[0].replace(/\d{1,2}(?=\D$)/, `${day}`)}${text.slice(head.index + head[0].length)}`;
    },
  },
  {
    what: 'another version of a revision',
    expected: ['version'],
    plant: ({ text }, _, random) => {
      const found = oneOf([...text.matchAll(/^-\s+V(\d+)\.(\d+)(?=\s?[（(])/gm)], random);
      return (
        found &&
        `${text.slice(0, found.index)}${found[0].replace(/\d+\.\d+$/, '77.7')}${text.slice(found.index + found[0].length)}`
      );
    },
  },
  {
    what: 'a lost revision',
    expected: ['behind', 'structure'],
    plant: ({ text }, _, random) => withoutLine(text, /^-\s+V\d+\.\d+.*\n/gm, random),
  },
  {
    what: 'a lost row of a table',
    expected: ['structure', 'missing-fact'],
    plant: ({ text }, _, random) => withoutLine(text, /^\| ?[^|\s-][^|\n]*\|.*\n(?=\|)/gm, random),
  },
  { what: 'a lost identifier', expected: ['missing-fact'], plant: changed('cve', () => 'CVE') },
  {
    what: 'a text in English',
    expected: ['language'],
    plant: ({ text }) => {
      const head = text.indexOf('\n', text.indexOf('\n---', 4) + 4);
      return text.slice(0, head) + text.slice(head).replace(/^\p{Lu}[^|<\n]{150,}$/gmu, english);
    },
  },
];

/** Whether a fault was found where it was planted; undefined where it could not be planted. */
export function isFound(
  fault: Fault,
  groups: readonly (readonly Held[])[],
  random: Random,
): boolean | undefined {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const group = oneOf(groups, random);
    const held = group && oneOf(group, random);
    if (group === undefined || held === undefined) return undefined;
    const others = group.filter((one) => one !== held);
    const text = fault.plant(held, others, random);
    if (text === undefined || text === held.text) continue;
    const { edition, facts = [] } = read(text, held.path);
    if (edition === undefined) continue;
    const before = new Set(compare(group).map(keyOf));
    const planted = {
      ...held,
      text,
      edition: { ...edition, images: [], textKey: held.path, sourceDigest: '' },
      facts,
    };
    return compare([...others, planted]).some(
      (discord) =>
        !before.has(keyOf(discord)) &&
        discord.locale === held.edition.locale &&
        discord.severity !== 'info' &&
        fault.expected.includes(discord.kind),
    );
  }
  return undefined;
}

const keyOf = ({ kind, locale, value, expected, about }: Discord): string =>
  [kind, locale, value, expected, about].join('\0');
