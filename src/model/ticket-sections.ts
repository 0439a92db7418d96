import type { Advisory } from './advisory.ts';
import type { Edition } from './edition.ts';
import { pageOutline } from './outline.ts';

/** A section id of an advisory and its title in each edition that has it. */
export interface SectionRow {
  readonly id: string;
  readonly titles: readonly { readonly edition: Edition; readonly title: string }[];
}

/**
 * One row for each section id that any edition of the advisory has, revisions included. The order is
 * that of the most revised edition; what only another one has stands after its neighbour there.
 *
 * @param revisionsTitle the heading of an edition’s revision history
 */
export function mergedSections(
  advisory: Advisory,
  revisionsTitle: (edition: Edition) => string,
): SectionRow[] {
  const others = [...advisory.editions.values()].filter((edition) => edition !== advisory.current);
  const titles = new Map(
    [advisory.current, ...others].map((edition) => [edition, placesOf(edition, revisionsTitle(edition))]),
  );
  const order: string[] = [];
  for (const places of titles.values()) {
    let after = -1;
    for (const id of places.keys()) {
      const known = order.indexOf(id);
      if (known === -1) order.splice(after + 1, 0, id);
      after = known === -1 ? after + 1 : known;
    }
  }
  return order.map((id) => ({
    id,
    titles: [...advisory.editions.values()].flatMap((edition) => {
      const title = titles.get(edition)?.get(id);
      return title === undefined ? [] : [{ edition, title }];
    }),
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
