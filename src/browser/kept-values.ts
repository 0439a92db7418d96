/** Where a value is kept: across visits, or as long as the tab is open. */
type Keeper = 'visits' | 'tab';

const prefix = 'concord-';

/** The value kept under a name; undefined where there is none, or where the reader forbids storage. */
export function keptValue(keeper: Keeper, name: string): string | undefined {
  try {
    return storage(keeper).getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value where the browser lets us; no page needs one. */
export function keepValue(keeper: Keeper, name: string, value: string): void {
  try {
    storage(keeper).setItem(prefix + name, value);
  } catch {
    // Storage is forbidden or full: the next page does without.
  }
}

/** The name under which a list keeps how it was filtered. */
export const filterOfList = (path: string): string => `list-${path}`;

function storage(keeper: Keeper): Storage {
  return keeper === 'visits' ? localStorage : sessionStorage;
}
