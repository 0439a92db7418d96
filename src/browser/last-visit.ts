/**
 * Marks the revisions that were added since the reader was last here. What a reader has seen is kept in
 * this browser only, and nowhere without storage.
 */
const list = document.querySelector<HTMLElement>('[data-history]');
const entries = [...document.querySelectorAll<HTMLElement>('[data-revision]')];
const key = `concord-seen-${list?.dataset.history}`;

if (list !== null) {
  const seen = seenBefore();
  const known = new Set(seen);
  const fresh = seen === undefined ? [] : entries.filter(({ dataset }) => !known.has(dataset.revision ?? ''));
  for (const entry of fresh) {
    const mark = entry.querySelector<HTMLElement>('[data-new]');
    if (mark !== null) mark.hidden = false;
  }
  const notice = document.querySelector<HTMLElement>('[data-visit]');
  if (notice !== null) notice.hidden = fresh.length === 0;
  remember([...known, ...entries.map(({ dataset }) => dataset.revision ?? '')]);
}

function seenBefore(): string[] | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(revisions: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify([...new Set(revisions)]));
  } catch {
    // Without storage every visit is the first.
  }
}

export {};
