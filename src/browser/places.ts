/** For sections of this page that another page does not have under the same id: where they are there. */
export type Places = Readonly<Record<string, string | null>>;

/** Where a section of this page is on another; undefined for that page’s top. */
export function placeIn(places: Places, section: string | undefined): string | undefined {
  if (section === undefined || section === '') return undefined;
  return Object.hasOwn(places, section) ? (places[section] ?? undefined) : section;
}

/** The same for the page that a link to another language leads to. */
export const placeBehind = (link: HTMLElement, section: string | undefined): string | undefined =>
  placeIn(JSON.parse(link.dataset.sections ?? '{}'), section);
