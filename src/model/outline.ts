import { type Edition, type OutlineEntry, SectionId } from './edition.ts';
import { pairRevisions } from './revision-history.ts';

/**
 * Gives the parts of editions whose outlines have the same shape the same ids.
 *
 * A role may be recognised in one language and, for want of a word, not in another; where the shapes
 * agree, the one that was recognised speaks for all, and what is in it is renamed with it. Roles, identifiers and
 * stated ids are never overruled.
 *
 *   de: faq, part-2, part-2-part-1    pt: faq, update-information, update-information-part-1
 *   →  both: faq, update-information, update-information-part-1
 */
export function alignOutlines(editions: readonly Edition[]): Edition[] {
  const groups = Map.groupBy(editions, ({ outline }) => shapeOf(outline));
  return editions.map((edition) => {
    const group = groups.get(shapeOf(edition.outline)) ?? [edition];
    const taken = new Set(edition.outline.map(({ id }) => id));
    const renamed = new Map<string, string>();
    const outline = edition.outline.map((entry, at) => {
      const around = enclosing(edition.outline, at);
      const moved = movedWith(
        entry,
        around === undefined ? undefined : edition.outline[around],
        renamed,
        taken,
      );
      const aligned = spokenFor(moved, at, group, taken);
      if (aligned.id !== entry.id) renamed.set(entry.id, aligned.id);
      taken.add(aligned.id);
      return aligned;
    });
    return { ...edition, outline };
  });
}

const shapeOf = (outline: readonly OutlineEntry[]): string =>
  outline.map(({ kind, level }) => `${kind}${level}`).join(' ');

/** An id that begins with that of the part around it, where that part has another id now. */
function movedWith(
  entry: OutlineEntry,
  around: OutlineEntry | undefined,
  renamed: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): OutlineEntry {
  const other = around && renamed.get(around.id);
  if (entry.idFrom !== 'position' || around === undefined || other === undefined) return entry;
  if (!entry.id.startsWith(`${around.id}-`)) return entry;
  const id = `${other}${entry.id.slice(around.id.length)}`;
  return taken.has(id) || !SectionId.safeParse(id).success ? entry : { ...entry, id };
}

function spokenFor(
  entry: OutlineEntry,
  at: number,
  group: readonly Edition[],
  taken: ReadonlySet<string>,
): OutlineEntry {
  if (entry.idFrom !== 'position' || entry.kind === 'question') return entry;
  const peers = group.flatMap((peer) => peer.outline[at] ?? []);
  const known = peers.find(
    (peer) => (peer.idFrom === 'role' || peer.idFrom === 'identifier') && !taken.has(peer.id),
  );
  return known === undefined ? entry : { ...entry, id: known.id, role: known.role, idFrom: known.idFrom };
}

/** The section that holds the entry at index `at`: the nearest one before it of a higher rank. */
export function enclosing(outline: readonly OutlineEntry[], at: number): number | undefined {
  const entry = outline[at];
  if (entry === undefined) return undefined;
  const found = outline.slice(0, at).findLastIndex(({ level }) => level < entry.level);
  return found === -1 ? undefined : found;
}

/**
 * Tells where a reader who is at a place of `from` belongs in `to`: the same part where both have it in
 * the same meaning, else the nearest part around it that both have; undefined for the top of the page.
 *
 * Ids that only count (questions, parts named by position) mean the same only where both editions
 * count alike: an equal number of questions, an outline of the same shape.
 */
export function counterparts(from: Edition, to: Edition): (id: string) => string | undefined {
  const revisions = new Map(
    pairRevisions(from.revisions, to.revisions).map(([mine, theirs]) => [mine.ordinal, theirs.ordinal]),
  );
  const entries = new Map(to.outline.map((entry) => [entry.id, entry]));
  const places = new Map(from.outline.map(({ id }, at) => [id, at]));
  const comparable = {
    question: countQuestions(from) === countQuestions(to),
    section: shapeOf(from.outline) === shapeOf(to.outline),
  };
  return (id) => {
    if (id === 'revisions') return id;
    const ordinal = /^revision-(\d+)$/.exec(id)?.[1];
    if (ordinal !== undefined) {
      const twin = revisions.get(Number(ordinal));
      return twin === undefined ? 'revisions' : `revision-${twin}`;
    }
    for (let at = places.get(id); at !== undefined; at = enclosing(from.outline, at)) {
      const entry = from.outline[at];
      const twin = entry && entries.get(entry.id);
      if (entry === undefined || twin === undefined) continue;
      const steadfast = entry.idFrom !== 'position' && twin.idFrom !== 'position';
      if (steadfast || comparable[entry.kind]) return twin.id;
    }
    return undefined;
  };
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
  const counterpart = counterparts(from, to);
  const moved = places.flatMap((id): [string, string | null][] => {
    const target = counterpart(id);
    return target === id ? [] : [[id, target ?? null]];
  });
  return Object.fromEntries(moved);
}
