/** How many characters a slip of the hand changes at most. */
const mostSlips = 2;

/**
 * Whether two values differ by no more than a slip: a letter, a digit or a mark replaced, lost, added, or
 * swapped with its neighbour (optimal string alignment distance).
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > mostSlips || Math.min(a.length, b.length) < 4) return false;
  return distance(a, b) <= mostSlips;
}

function distance(a: string, b: string): number {
  // What both begin and end with need not be compared.
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (Math.max(left.length, right.length) > 12) return mostSlips + 1;
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + cost,
      );
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[left.length]?.[right.length] ?? 0;
}

/** Whether one day is the day after the other: that may be the same moment elsewhere on the earth. */
export const isNextDay = (a: string, b: string): boolean =>
  Math.abs(Date.parse(a) - Date.parse(b)) === 24 * 60 * 60 * 1000;

/** Whether two days differ by day and month having changed places. */
export function isSwappedDay(a: string, b: string): boolean {
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  return yearA === yearB && monthA === dayB && dayA === monthB && a !== b;
}
