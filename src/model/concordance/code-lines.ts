import { type CodeBlock, type CodeLine, type SameBlock, sameBlocks } from './code-blocks.ts';
import { type Discord, discordIn } from './finding.ts';
import { isSlip } from './likeness.ts';
import { certainty, majority, valuesOf, type Witness } from './witness.ts';

/** Of one block so many lines are told; a block that is translated from end to end is told well enough. */
const mostTold = 40;

/**
 * Lines that a machine wrote and that one edition has otherwise, broken, or not at all.
 *
 * @param witnesses editions of the same revision: a new one may change its code
 */
export function differingCode(witnesses: readonly Witness[]): Discord[] {
  const same = sameBlocks(witnesses).map((blocks) => ({ blocks, expected: expectedLines(blocks) }));
  const usual = new Set(same.flatMap(({ expected = [] }) => expected.map((line) => line?.dense)));
  // A line that stands elsewhere in all editions is in another place, and that is all.
  const isMoved = (line: CodeLine, expected: CodeLine, { edition }: Witness) =>
    line.dense !== expected.dense &&
    usual.has(line.dense) &&
    same.some(({ blocks }) =>
      blocks.some(({ witness, held }) => witness.edition === edition && held.has(expected.dense)),
    );
  return same.flatMap(({ blocks, expected }) =>
    expected === undefined ? [] : differingLines(blocks, expected, isMoved),
  );
}

type IsMoved = (line: CodeLine, expected: CodeLine, witness: Witness) => boolean;

function differingLines(
  blocks: SameBlock,
  expected: readonly (CodeLine | undefined)[],
  isMoved: IsMoved,
): Discord[] {
  const whole = expected.map((line) => line?.dense ?? '').join('');
  return blocks.flatMap((block) => {
    const { lines, witness } = block;
    if (lines.length !== expected.length) {
      const rewrapped = lines.map(({ dense }) => dense).join('') === whole;
      const found = rewrapped ? wrapped(block, expected, blocks) : lostAndAdded(block, expected, blocks);
      return found.slice(0, mostTold);
    }
    return lines
      .flatMap((line, at): Discord[] => {
        const usual = expected[at];
        if (usual === undefined || usual.spaced === line.spaced || isMoved(line, usual, witness)) return [];
        const slip = usual.dense === line.dense || isSlip(line.spaced, usual.spaced);
        return [tell(block, blocks, certainty(holders(usual, blocks, block), slip), { line, usual, at })];
      })
      .slice(0, mostTold);
  });
}

/** At each place the line that most editions have, where at least two have it. */
function expectedLines(blocks: SameBlock): (CodeLine | undefined)[] | undefined {
  const count = majority(blocks.map(({ lines }) => `${lines.length}`))?.value;
  if (count === undefined) return undefined;
  const model = blocks.filter(({ lines }) => `${lines.length}` === count);
  const support = (line: CodeLine) => blocks.filter(({ held }) => held.has(line.dense)).length;
  return Array.from({ length: Number(count) }, (_, at) => {
    const candidates = new Map(
      model.flatMap(({ lines }) => lines[at] ?? []).map((line) => [line.spaced, line]),
    );
    const [best] = [...candidates.values()].sort(
      (a, b) => support(b) - support(a) || commasIn(a.spaced) - commasIn(b.spaced),
    );
    return best !== undefined && support(best) >= 2 ? best : undefined;
  });
}

/** Of two forms that as many have, that with a comma is more likely what a decimal comma made of it. */
const commasIn = (line: string): number => line.split(',').length;

const holders = ({ dense }: CodeLine, blocks: SameBlock, without: CodeBlock): number =>
  blocks.filter((block) => block !== without && block.held.has(dense)).length;

interface Difference {
  readonly line?: CodeLine | undefined;
  readonly value?: string;
  readonly usual?: CodeLine | undefined;
  readonly expected?: string;
  readonly at?: number;
}

function tell(
  block: CodeBlock,
  blocks: SameBlock,
  severity: Discord['severity'],
  { line, usual, at, value = line?.fact.value, expected = usual?.fact.value }: Difference,
  kind: 'code-line' | 'wrapped-line' = 'code-line',
): Discord {
  return discordIn(block.witness.edition, kind, severity, {
    line: (line ?? block.lines[0])?.fact.line,
    ...(value === undefined ? {} : { value }),
    ...(expected === undefined ? {} : { expected }),
    values: valuesOf(
      blocks.map(({ witness }) => witness),
      (other) => {
        if (other === block.witness) return { value, line: line?.fact.line };
        const there = blocks.find(({ witness }) => witness === other)?.lines ?? [];
        const same =
          there.find(({ dense }) => dense === usual?.dense) ?? (at === undefined ? undefined : there[at]);
        return { value: same?.fact.value, line: same?.fact.line };
      },
    ),
  });
}

/** Between the pieces of a line that is broken, and between lines that are joined. */
const lineEnd = ' ⏎ ';

/** The same words with other line ends: lines of the others that are broken here, or joined. */
function wrapped(
  block: CodeBlock,
  expected: readonly (CodeLine | undefined)[],
  blocks: SameBlock,
): Discord[] {
  const { lines } = block;
  const found: Discord[] = [];
  let [here, there] = [0, 0];
  while (here < lines.length && there < expected.length) {
    const [from, first] = [here, lines[here]];
    const usual = [expected[there]];
    let mine = lines[here]?.dense ?? '';
    let theirs = expected[there]?.dense ?? '';
    here += 1;
    there += 1;
    while (mine !== theirs && (here < lines.length || there < expected.length)) {
      if (mine.length < theirs.length && here < lines.length) {
        mine += lines[here]?.dense ?? '';
        here += 1;
      } else if (there < expected.length) {
        usual.push(expected[there]);
        theirs += expected[there]?.dense ?? '';
        there += 1;
      } else break;
    }
    if (here - from === 1 && usual.length === 1) continue;
    const value = lines
      .slice(from, here)
      .map(({ fact }) => fact.value)
      .join(lineEnd);
    const told = usual.map((line) => line?.fact.value ?? '').join(lineEnd);
    const [model] = usual;
    const others = model === undefined ? 0 : holders(model, blocks, block);
    found.push(
      tell(
        block,
        blocks,
        certainty(others, true),
        { line: first, usual: model, value, expected: told },
        'wrapped-line',
      ),
    );
  }
  return found;
}

/** Lines of the others that are nowhere in a block, and lines of it that nobody else has. */
function lostAndAdded(
  block: CodeBlock,
  expected: readonly (CodeLine | undefined)[],
  blocks: SameBlock,
): Discord[] {
  const lost = expected.flatMap((usual): CodeLine[] =>
    usual === undefined || block.held.has(usual.dense) ? [] : [usual],
  );
  const others = blocks.filter((other) => other !== block);
  const added = block.lines.filter(({ dense }) => !others.some(({ held }) => held.has(dense)));
  const pairs = Math.min(lost.length, added.length);
  return [
    // One for one: the line is there, and is another.
    ...lost.slice(0, pairs).map((usual, at) => {
      const line = added[at];
      const slip = line !== undefined && isSlip(line.spaced, usual.spaced);
      return tell(block, blocks, certainty(holders(usual, blocks, block), slip), { line, usual });
    }),
    ...lost
      .slice(pairs)
      .map((usual) => tell(block, blocks, certainty(holders(usual, blocks, block), false), { usual })),
    ...added
      .slice(pairs)
      .map((line) => tell(block, blocks, others.length >= 3 ? 'warning' : 'info', { line })),
  ];
}
