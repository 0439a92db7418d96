/** The section that the reader is at: the one linked to while it is in view, else the one being read. */
export function sectionInView(): HTMLElement | undefined {
  const linked = linkedSection();
  if (linked !== undefined && isVisible(linked)) return linked;
  // A little below the bar: where a heading stands that was just jumped to.
  const line = (document.querySelector('.site')?.getBoundingClientRect().bottom ?? 0) + 96;
  return sections().findLast((section) => section.getBoundingClientRect().top <= line);
}

/** The section that the address names. */
export function linkedSection(): HTMLElement | undefined {
  const id = decodedHash();
  return sections().find((section) => section.id === id);
}

const sections = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-section]')];

function decodedHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    // A `%` that encodes nothing names no section.
    return '';
  }
}

function isVisible(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
