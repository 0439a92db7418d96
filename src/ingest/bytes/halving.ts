/**
 * How many of the first items of a list something holds for, which then holds for none of the others; looked up by
 * halves.
 */
export function countWhile(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
