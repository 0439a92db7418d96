import type { Fact } from '../fact.ts';
import { majority, type Witness } from './witness.ts';

/** A line of code in the two forms in which it is compared. */
export interface CodeLine {
  readonly fact: Fact;
  /** Without what may differ: runs of spaces, the form of an ellipsis, words that the reader replaces. */
  readonly spaced: string;
  /** Without any space, for lines that are broken differently. */
  readonly dense: string;
}

/** A block of code of one edition. */
export interface CodeBlock {
  readonly witness: Witness;
  readonly lines: readonly CodeLine[];
  /** The dense form of every line, and of up to four that follow each other. */
  readonly held: ReadonlySet<string>;
}

/** The same block of code in all the editions that have it. */
export type SameBlock = readonly CodeBlock[];

/** So many lines may one line have become. */
const mostPieces = 4;

/**
 * The blocks of code of the editions, those together that stand at the same place; an edition that has
 * more or fewer of them than most joins in where it has lines in common.
 */
export function sameBlocks(witnesses: readonly Witness[]): SameBlock[] {
  const all = witnesses.map((witness) => blocksOf(witness));
  const counts = all.map(({ length }) => `${length}`);
  const usual = majority(counts)?.value ?? (new Set(counts).size === 1 ? counts[0] : undefined);
  if (usual === undefined) return [];
  const model = all.filter(({ length }) => `${length}` === usual);
  const others = all.filter(({ length }) => `${length}` !== usual);
  return Array.from({ length: Number(usual) }, (_, at) => {
    const same = model.flatMap((blocks) => blocks[at] ?? []);
    const alike = others.flatMap((blocks) => mostAlike(same[0], blocks) ?? []);
    return [...same, ...alike];
  });
}

function blocksOf(witness: Witness): CodeBlock[] {
  const code = witness.facts.filter(({ kind }) => kind === 'code');
  return [...Map.groupBy(code, ({ block }) => block ?? 0).values()].map((facts) => {
    const lines = facts.map((fact) => ({ fact, ...formsOf(fact.value) }));
    const held = new Set<string>();
    for (let from = 0; from < lines.length; from += 1) {
      let joined = '';
      for (let to = from; to < Math.min(lines.length, from + mostPieces); to += 1) {
        joined += lines[to]?.dense ?? '';
        held.add(joined);
      }
    }
    return { witness, lines, held };
  });
}

function formsOf(line: string): { spaced: string; dense: string } {
  const spaced = (isMarkup(line) ? line : line.replace(/<[^<>]{1,80}>/g, '<>'))
    .replaceAll('…', '...')
    .replace(/\s*=\s*/g, '=')
    .replace(/\s*\.\.\./g, '...')
    .replace(/\s+/g, ' ');
  return { spaced, dense: spaced.replaceAll(' ', '') };
}

/** Tags of XML are code; what stands in pointed brackets elsewhere is to be replaced by the reader. */
const isMarkup = (line: string): boolean => /<\/|\/>|="|^<[^<>]*>$/.test(line.trim());

function mostAlike(model: CodeBlock | undefined, blocks: readonly CodeBlock[]): CodeBlock | undefined {
  const shared = (block: CodeBlock) =>
    model === undefined ? 0 : block.lines.filter(({ dense }) => model.held.has(dense)).length;
  const [best] = [...blocks].sort((a, b) => shared(b) - shared(a));
  return best !== undefined && shared(best) > 0 ? best : undefined;
}
