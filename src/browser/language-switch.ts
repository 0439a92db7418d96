import { storeLocale } from './stored-choice.ts';

/**
 * Makes the language switch follow the section in view. The addresses are settled when a link is about
 * to be used, in whichever way: pointer, touch, keyboard, context menu.
 */
const links = document.querySelectorAll<HTMLAnchorElement>('.languages a[data-locale]');

for (const link of links) {
  const page = link.getAttribute('href') ?? '';
  const elsewhere: Record<string, string | null> = JSON.parse(link.dataset.sections ?? '{}');
  const settle = () => {
    const section = sectionInView();
    const target = section === undefined || !Object.hasOwn(elsewhere, section) ? section : elsewhere[section];
    link.href = target ? `${page}#${target}` : page;
  };
  for (const event of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(event, settle);
  link.addEventListener('click', () => storeLocale(link.dataset.locale ?? ''));
}

/** The section that the reader is at: the one linked to while it is in view, else the one being read. */
function sectionInView(): string | undefined {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const linked = sections.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
  if (linked !== undefined && isVisible(linked)) return linked.id;
  // A little below the bar: where a heading stands that was just jumped to.
  const line = (document.querySelector('.site')?.getBoundingClientRect().bottom ?? 0) + 96;
  return sections.findLast((section) => section.getBoundingClientRect().top <= line)?.id;
}

function isVisible(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
