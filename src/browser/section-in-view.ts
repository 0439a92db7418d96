/** The section that the reader is at: the one linked to while it is in view, else the one being read. */
export function sectionInView(): HTMLElement | undefined {
  const linked = linkedSection();
  const top = bottomOfBar();
  if (linked !== undefined && isVisible(linked, Math.max(0, top))) return linked;
  // Where the bar does not stay, who uses it has left the section to get there.
  if (top > 0 && !barStays() && lastRead !== undefined) return lastRead;
  return sectionAt(Math.max(0, top));
}

/** The section that the address names. */
export function linkedSection(): HTMLElement | undefined {
  const id = linkedId();
  return sections().find((section) => section.id === id);
}

/** The part of the address after `#`. */
export function linkedId(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    // A `%` that encodes nothing names no section.
    return '';
  }
}

const sections = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-section]')];
const bar = document.querySelector('.site');

const bottomOfBar = (): number => bar?.getBoundingClientRect().bottom ?? 0;
const barStays = (): boolean => bar !== null && getComputedStyle(bar).position === 'sticky';

/** A little below the top: where a heading stands that was just jumped to. At the end nothing comes so high. */
function sectionAt(top: number): HTMLElement | undefined {
  const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const line = atEnd ? top + (innerHeight - top) / 2 : top + 96;
  return sections().findLast((section) => section.getBoundingClientRect().top <= line);
}

function isVisible(element: Element, top: number): boolean {
  const box = element.getBoundingClientRect();
  return box.bottom > top && box.top < innerHeight;
}

let lastRead: HTMLElement | undefined;
addEventListener(
  'scroll',
  () => {
    if (bottomOfBar() <= 0) lastRead = linkedSection() ?? sectionAt(0);
  },
  { passive: true },
);
