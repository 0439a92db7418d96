/**
 * Levels without gaps, 2 for the highest (1 is the title of the page): the outline of a page is sound, whatever
 * ranks its headings have in the file.
 *
 *   ## A, #### B, ### C, ## D  →  2, 3, 3, 2
 *
 * @param ranks of the headings in the file, in their order
 * @param mayBeIn whether the heading at an index may be part of the section that another opens
 */
export function levelsOf(
  ranks: readonly number[],
  mayBeIn: (at: number, around: number) => boolean = () => true,
): number[] {
  const levels: number[] = [];
  const around: { at: number; rank: number; level: number }[] = [];
  for (const [at, rank] of ranks.entries()) {
    for (
      let last = around.at(-1);
      last !== undefined && (last.rank >= rank || !mayBeIn(at, last.at));
      last = around.at(-1)
    )
      around.pop();
    const level = Math.min(6, (around.at(-1)?.level ?? 1) + 1);
    around.push({ at, rank, level });
    levels.push(level);
  }
  return levels;
}
