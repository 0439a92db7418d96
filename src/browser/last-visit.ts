import { keepValue, keptValue } from './kept-values.ts';

/**
 * Marks the revisions that were added since the reader was last here. What a reader has seen is kept in
 * this browser only, and nowhere without storage.
 */
const list = document.querySelector<HTMLElement>('[data-history]');
const entries = [...document.querySelectorAll<HTMLElement>('[data-revision]')];
const name = `seen-${list?.dataset.history}`;

if (list !== null) {
  const seen = seenBefore();
  const known = new Set(seen);
  const fresh = seen === undefined ? [] : entries.filter(({ dataset }) => !known.has(dataset.revision ?? ''));
  for (const entry of fresh) {
    const mark = entry.querySelector<HTMLElement>('[data-new]');
    if (mark !== null) mark.dataset.ready = '';
  }
  const notice = document.querySelector<HTMLElement>('[data-visit]');
  if (notice !== null && fresh.length > 0) notice.dataset.ready = '';
  const all = new Set([...known, ...entries.map(({ dataset }) => dataset.revision ?? '')]);
  keepValue('visits', name, JSON.stringify([...all]));
}

/** Undefined at the first visit, and where what is kept is not ours. */
function seenBefore(): string[] | undefined {
  try {
    const kept: unknown = JSON.parse(keptValue('visits', name) ?? '');
    return Array.isArray(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}
