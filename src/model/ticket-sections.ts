import type { Advisory } from './advisory.ts';
import type { Edition } from './edition.ts';
import { counterparts, pageOutline } from './outline.ts';

/*
 * A ticket link names a section by the id that it has in the most revised edition. Another edition may
 * have that id in another meaning (it asks fewer questions), or that meaning under another id.
 */

/** A section of an advisory, and its title in each edition that has it. */
export interface SectionRow {
  /** As a ticket link names it; undefined for a section that the most revised edition does not have. */
  readonly anchor: string | undefined;
  readonly id: string;
  readonly titles: readonly { readonly edition: Edition; readonly id: string; readonly title: string }[];
}

/**
 * One row for each section that any edition of the advisory has, revisions included. The order is that
 * of the most revised edition; what only another one has stands after its neighbour there.
 *
 * @param revisionsTitle the heading of an edition’s revision history
 */
export function mergedSections(
  advisory: Advisory,
  revisionsTitle: (edition: Edition) => string,
): SectionRow[] {
  const { current } = advisory;
  const others = [...advisory.editions.values()].filter((edition) => edition !== current);
  const places = new Map(
    [current, ...others].map((edition) => [edition, placesOf(edition, revisionsTitle(edition))]),
  );
  const rows = [...(places.get(current)?.keys() ?? [])].map((id) => ({
    anchor: id as string | undefined,
    id,
    titles: new Map<Edition, string>([[current, id]]),
  }));
  for (const edition of others) {
    const toCurrent = counterparts(edition, current);
    let after = -1;
    for (const id of places.get(edition)?.keys() ?? []) {
      const twin = toCurrent(id);
      const same = twin === id || /^revision-/.test(twin ?? '');
      const known = rows.findIndex((row) =>
        same ? row.anchor === twin : row.anchor === undefined && row.id === id,
      );
      if (known === -1) {
        const row = { anchor: undefined, id, titles: new Map([[edition, id]]) };
        rows.splice(after + 1, 0, row);
      } else rows[known]?.titles.set(edition, id);
      after = known === -1 ? after + 1 : known;
    }
  }
  return rows.map(({ anchor, id, titles }) => ({
    anchor,
    id,
    titles: [...advisory.editions.values()].flatMap((edition) => {
      const own = titles.get(edition);
      const title = own === undefined ? undefined : places.get(edition)?.get(own);
      return own === undefined || title === undefined ? [] : [{ edition, id: own, title }];
    }),
  }));
}

/** A section that a ticket link may name and an edition does not have. */
export interface AbsentSection {
  readonly id: string;
  /** The part around it that the edition has. */
  readonly nearest: string | undefined;
  /** The editions that have it. */
  readonly editions: readonly Edition[];
}

/** What the most revised edition has and this one does not, under no id at all. */
export function absentSections(advisory: Advisory, edition: Edition): AbsentSection[] {
  const { current } = advisory;
  if (edition === current) return [];
  const present = new Set(edition.outline.map(({ id }) => id));
  const nearest = counterparts(current, edition);
  const others = [...advisory.editions.values()].map((other) => ({
    other,
    placeOf: other === current ? (id: string) => id : counterparts(current, other),
  }));
  return current.outline
    .filter(({ id }) => id !== 'revisions' && !present.has(id))
    .map(({ id }) => ({
      id,
      nearest: nearest(id),
      editions: others.flatMap(({ other, placeOf }) => (placeOf(id) === id ? [other] : [])),
    }));
}

/** Titles by id, in the order of the page; revisions newest first and named by what is known of them. */
function placesOf(edition: Edition, revisionsTitle: string): Map<string, string> {
  const places = new Map<string, string>();
  for (const { id, title } of pageOutline(edition, revisionsTitle)) {
    places.set(id, title);
    if (id !== 'revisions') continue;
    for (const { ordinal, version, date } of edition.revisions.toReversed()) {
      places.set(
        `revision-${ordinal}`,
        [version, date].filter((part) => part !== undefined).join(' · ') || `${ordinal}`,
      );
    }
  }
  return places;
}
