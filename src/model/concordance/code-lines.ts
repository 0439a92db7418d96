import type { Fact } from '../fact.ts';
import { type Discord, discordIn } from './finding.ts';
import { isSlip } from './likeness.ts';
import { certainty, majority, valuesOf, type Witness } from './witness.ts';

/** Blocks of code, each as its lines. */
const blocksIn = ({ facts }: Witness): Fact[][] => [
  ...Map.groupBy(
    facts.filter(({ kind }) => kind === 'code'),
    ({ block }) => block ?? 0,
  ).values(),
];

const unspaced = (lines: readonly Fact[]): string => lines.map(({ value }) => comparable(value)).join('');

/**
 * An ellipsis may be one character or three; spaces are compared where lines are not; what stands in
 * pointed brackets is to be replaced by the reader, and may be in any language.
 */
const spaced = (line: string): string =>
  line
    .replaceAll('…', '...')
    .replace(/<[^<>]{1,80}>/g, '<>')
    .replace(/\s*=\s*/g, '=')
    .replace(/\s*\.\.\./g, '...')
    .replace(/\s+/g, ' ');

const comparable = (line: string): string => spaced(line).replaceAll(' ', '');

/** What a decimal comma made of a line: no machine writes `5,00` or `a,cab`. */
const hasDecimalComma = (line: string): boolean => /\d,\d\d\b|\w,(?:exe|dll|cab|log|aspx)\b/.test(line);

/**
 * Lines that a machine wrote and that one edition has otherwise. Blocks are compared by their place in the
 * text, among the editions that have as many of them as most.
 */
export function differingCode(witnesses: readonly Witness[]): Discord[] {
  const blocks = new Map(witnesses.map((witness) => [witness, blocksIn(witness)]));
  const counts = [...blocks.values()].map(({ length }) => `${length}`);
  const usual = majority(counts)?.value ?? (new Set(counts).size === 1 ? counts[0] : undefined);
  if (usual === undefined) return [];
  const comparing = witnesses.filter((witness) => `${blocks.get(witness)?.length}` === usual);
  return Array.from({ length: Number(usual) }, (_, at) =>
    differingLines(comparing.map((witness) => ({ witness, lines: blocks.get(witness)?.[at] ?? [] }))),
  ).flat();
}

interface Block {
  readonly witness: Witness;
  readonly lines: readonly Fact[];
}

function differingLines(blocks: readonly Block[]): Discord[] {
  const lineCount = majority(blocks.map(({ lines }) => `${lines.length}`))?.value;
  const model = blocks.filter(({ lines }) => `${lines.length}` === lineCount);
  if (lineCount === undefined) return [];
  // How many editions have a line, wherever in the block, and whether or not a line end stands in it.
  const support = (value: string) => blocks.filter(({ lines }) => unspaced(lines).includes(value)).length;
  const expected = Array.from({ length: Number(lineCount) }, (_, at) => {
    const candidates = model.flatMap(({ lines }) => lines[at]?.value ?? []);
    const ranked = [...new Set(candidates)].sort(
      (a, b) =>
        Number(hasDecimalComma(a)) - Number(hasDecimalComma(b)) ||
        support(comparable(b)) - support(comparable(a)),
    );
    const [best] = ranked;
    return best !== undefined && support(comparable(best)) >= 2 ? best : undefined;
  });
  const whole = expected.map((line) => comparable(line ?? '')).join('');
  return blocks.flatMap(({ witness, lines }): Discord[] => {
    if (`${lines.length}` !== lineCount)
      return unspaced(lines) === whole
        ? wrappedLines(witness, lines, expected, blocks)
        : lostLines(witness, lines, expected, blocks);
    return lines.flatMap((line, at): Discord[] => {
      const usual = expected[at];
      if (usual === undefined || spaced(usual) === spaced(line.value)) return [];
      const others = support(comparable(usual));
      const slip = comparable(line.value) === comparable(usual) || isSlip(spaced(line.value), spaced(usual));
      return [
        discordIn(witness.edition, 'code-line', certainty(others, slip), {
          line: line.line,
          value: line.value,
          expected: usual,
          values: valuesOf(
            blocks.map((block) => block.witness),
            (other) => {
              const there = blocks.find((block) => block.witness === other)?.lines ?? [];
              const same = there.find(({ value }) => comparable(value) === comparable(usual)) ?? there[at];
              return { value: same?.value, line: same?.line };
            },
          ),
        }),
      ];
    });
  });
}

/** Lines of the others that are nowhere in a block that is shorter, and what is there instead. */
function lostLines(
  { edition }: Witness,
  lines: readonly Fact[],
  expected: readonly (string | undefined)[],
  blocks: readonly Block[],
): Discord[] {
  const here = unspaced(lines);
  return expected.flatMap((usual): Discord[] => {
    if (usual === undefined || here.includes(comparable(usual))) return [];
    const holders = blocks.filter((block) => block.lines.some(({ value }) => value === usual));
    return [
      discordIn(edition, 'code-line', certainty(holders.length, false), {
        line: lines[0]?.line,
        expected: usual,
        values: valuesOf(
          blocks.map(({ witness }) => witness),
          (other) => {
            const block = holders.find(({ witness }) => witness === other);
            const same = block?.lines.find(({ value }) => value === usual);
            return { value: same?.value, line: same?.line };
          },
        ),
      }),
    ];
  });
}

/** Lines that are part of one of the others’ lines: a line end stands inside it. */
function wrappedLines(
  { edition }: Witness,
  lines: readonly Fact[],
  expected: readonly (string | undefined)[],
  blocks: readonly Block[],
): Discord[] {
  const found: Discord[] = [];
  let at = 0;
  for (const usual of expected) {
    const first = lines[at];
    let read = '';
    const from = at;
    while (at < lines.length && read !== comparable(usual ?? '')) {
      read += comparable(lines[at]?.value ?? '');
      at += 1;
    }
    if (at - from < 2 || first === undefined) continue;
    const pieces = lines.slice(from, at).map(({ value }) => value);
    const others = blocks.filter((block) => block.lines.some(({ value }) => value === usual)).length;
    found.push(
      discordIn(edition, 'wrapped-line', certainty(others, true), {
        line: first.line,
        value: pieces.join(' ⏎ '),
        expected: usual,
        values: valuesOf(
          blocks.map(({ witness }) => witness),
          (other) => {
            const same = blocks
              .find(({ witness }) => witness === other)
              ?.lines.find(({ value }) => value === usual);
            return other.edition === edition
              ? { value: pieces.join(' ⏎ '), line: first.line }
              : { value: same?.value, line: same?.line };
          },
        ),
      }),
    );
  }
  return found;
}
