import { linkedId, sectionInView } from './section-in-view.ts';
import { storeLocale } from './stored-choice.ts';

/**
 * Makes the links to other languages keep the reader’s place: the section in view, else the part of the
 * address after `#`, and what a list or search was asked for. The addresses are settled when a link is
 * about to be used, in whichever way.
 */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-locale]')) {
  const page = link.getAttribute('href') ?? '';
  const settle = () => {
    const section = document.querySelector('[data-section]') === null ? linkedId() : sectionInView()?.id;
    const target = sectionThere(link, section);
    link.href = `${page}${location.search}${target ? `#${target}` : ''}`;
  };
  for (const event of ['pointerenter', 'pointerdown', 'focus', 'click', 'contextmenu'])
    link.addEventListener(event, settle);
  link.addEventListener('click', () => storeLocale(link.dataset.locale ?? ''));
}

/** Where a section of this page is on the page of a link; undefined for its top. */
export function sectionThere(link: HTMLElement, section: string | undefined): string | undefined {
  const elsewhere: Record<string, string | null> = JSON.parse(link.dataset.sections ?? '{}');
  if (section === undefined || section === '') return undefined;
  return Object.hasOwn(elsewhere, section) ? (elsewhere[section] ?? undefined) : section;
}

/**
 * What stays at the top grows with the reader’s type and spacing; places jumped to stand below it. Grown too
 * large it scrolls away.
 */
const largestShare = 0.3;
const bar = document.querySelector<HTMLElement>('.site');
if (bar !== null) {
  new ResizeObserver(() => {
    bar.style.position = '';
    const { position, insetBlockStart } = getComputedStyle(bar);
    const wanted = position === 'sticky' ? bar.offsetHeight + Number.parseFloat(insetBlockStart) : 0;
    const height = wanted > innerHeight * largestShare ? 0 : wanted;
    if (wanted > height) bar.style.position = 'static';
    document.documentElement.style.setProperty('--bar', `${height}px`);
  }).observe(bar);
}
