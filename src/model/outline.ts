import type { Edition, OutlineEntry } from './edition.ts';
import { pairRevisions } from './revision-history.ts';

/**
 * Gives the parts of editions whose outlines have the same shape the same ids.
 *
 * A role may be recognised in one language and, for want of a word, not in another; where the shapes
 * agree, the one that was recognised speaks for all. Roles and stated ids are never overruled.
 */
export function alignOutlines(editions: readonly Edition[]): Edition[] {
  const groups = Map.groupBy(editions, ({ outline }) => shapeOf(outline));
  return editions.map((edition) => {
    const group = groups.get(shapeOf(edition.outline)) ?? [edition];
    return { ...edition, outline: edition.outline.map((entry, at) => spokenFor(entry, at, edition, group)) };
  });
}

const shapeOf = (outline: readonly OutlineEntry[]): string =>
  outline.map(({ kind, level }) => `${kind}${level}`).join(' ');

function spokenFor(
  entry: OutlineEntry,
  at: number,
  { outline }: Edition,
  group: readonly Edition[],
): OutlineEntry {
  if (entry.idFrom !== 'position' || entry.kind === 'question') return entry;
  const peers = group.flatMap((peer) => peer.outline[at] ?? []);
  const known = peers.find((peer) => peer.idFrom === 'role');
  if (known === undefined || outline.some(({ id }) => id === known.id)) return entry;
  return { ...entry, id: known.id, role: known.role, idFrom: 'role' };
}

/** The section that holds the entry at index `at`: the nearest one before it of a higher rank. */
export function enclosing(outline: readonly OutlineEntry[], at: number): number | undefined {
  const entry = outline[at];
  if (entry === undefined) return undefined;
  const found = outline.slice(0, at).findLastIndex(({ level }) => level < entry.level);
  return found === -1 ? undefined : found;
}

/**
 * Where a reader who is at `id` of `from` belongs in `to`: the same part where both have it in the same
 * meaning, else the nearest part around it that both have; undefined for the top of the page.
 *
 * Ids that only count (questions, parts named by position) mean the same only where both editions
 * count alike: an equal number of questions, an outline of the same shape.
 */
export function counterpart(id: string, from: Edition, to: Edition): string | undefined {
  if (id === 'revisions') return id;
  const ordinal = /^revision-(\d+)$/.exec(id)?.[1];
  if (ordinal !== undefined) {
    const pair = pairRevisions(from.revisions, to.revisions).find(
      ([mine]) => mine.ordinal === Number(ordinal),
    );
    return pair === undefined ? 'revisions' : `revision-${pair[1].ordinal}`;
  }
  const comparable = {
    question: countQuestions(from) === countQuestions(to),
    section: shapeOf(from.outline) === shapeOf(to.outline),
  };
  let at: number | undefined = from.outline.findIndex((entry) => entry.id === id);
  if (at === -1) return undefined;
  while (at !== undefined) {
    const entry: OutlineEntry | undefined = from.outline[at];
    const twin = to.outline.find((candidate) => candidate.id === entry?.id);
    if (entry !== undefined && twin !== undefined) {
      const steadfast = entry.idFrom !== 'position' && twin.idFrom !== 'position';
      if (steadfast || comparable[entry.kind]) return twin.id;
    }
    at = enclosing(from.outline, at);
  }
  return undefined;
}

const countQuestions = ({ outline }: Edition): number =>
  outline.filter(({ kind }) => kind === 'question').length;

/** An entry with the entries inside it. */
export interface OutlineNode {
  readonly entry: OutlineEntry;
  readonly inside: readonly OutlineNode[];
}

/** The outline as a tree, by rank. */
export function nestedOutline(outline: readonly OutlineEntry[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  const open: { entry: OutlineEntry; inside: OutlineNode[] }[] = [];
  for (const entry of outline) {
    while ((open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop();
    const node = { entry, inside: [] };
    (open.at(-1)?.inside ?? top).push(node);
    open.push(node);
  }
  return top;
}

/**
 * The outline of the page: that of the text, and at its end the revision history, which every page has
 * whether its text has a heading for it or not.
 */
export function pageOutline(edition: Edition, revisionsTitle: string): OutlineEntry[] {
  if (edition.outline.some(({ id }) => id === 'revisions')) return edition.outline;
  return [
    ...edition.outline,
    { kind: 'section', id: 'revisions', title: revisionsTitle, level: 2, role: 'revisions', idFrom: 'role' },
  ];
}

/**
 * For every place of `from` that `to` does not have under the same id in the same meaning: where a
 * reader who is there goes instead, or `null` for the top of the page. Most pages need no entry.
 */
export function sectionsElsewhere(from: Edition, to: Edition): Record<string, string | null> {
  if (from === to) return {};
  const places = [
    ...from.outline.map(({ id }) => id),
    ...from.revisions.map(({ ordinal }) => `revision-${ordinal}`),
  ];
  const moved = places.flatMap((id): [string, string | null][] => {
    const target = counterpart(id, from, to);
    return target === id ? [] : [[id, target ?? null]];
  });
  return Object.fromEntries(moved);
}
