import { keepValue, keptValue } from './kept-values.ts';

/**
 * Marks the revisions that were added since the reader was last here. What a reader has seen is kept in
 * this browser only, and nowhere without storage.
 */
const list = document.querySelector<HTMLElement>('[data-history]');
const entries = [...document.querySelectorAll<HTMLElement>('[data-revision]')];
/** A revision by its day, which all languages share; several of one day are counted from the oldest. */
const keys = new Map<HTMLElement, string>();
const days = new Map<string, number>();
for (const entry of entries.toReversed()) {
  const day = entry.dataset.revision ?? '';
  days.set(day, (days.get(day) ?? 0) + 1);
  keys.set(entry, `${day} ${days.get(day)}`);
}
const name = `seen-${list?.dataset.history}`;

if (list !== null) {
  const seen = strings(keptValue('visits', name));
  // What was new stays so while the tab is open, in every language.
  const news = new Set(strings(keptValue('tab', name)));
  if (seen !== undefined) for (const key of keys.values()) if (!seen.includes(key)) news.add(key);
  for (const [entry, key] of keys) {
    const mark = entry.querySelector<HTMLElement>('[data-new]');
    if (mark !== null && news.has(key)) mark.dataset.ready = '';
  }
  const notice = document.querySelector<HTMLElement>('[data-visit]');
  if (notice !== null && [...keys.values()].some((key) => news.has(key))) notice.dataset.ready = '';
  keepValue('tab', name, JSON.stringify([...news]));
  keepValue('visits', name, JSON.stringify([...new Set([...(seen ?? []), ...keys.values()])]));
}

/** Undefined where nothing is kept, or nothing of ours. */
function strings(kept: string | undefined): string[] | undefined {
  try {
    const value: unknown = JSON.parse(kept ?? '');
    const all = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    return all.length === 0 ? undefined : all;
  } catch {
    return undefined;
  }
}
