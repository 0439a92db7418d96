import { placeBehind } from './places.ts';
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
    const target = placeBehind(link, section);
    link.href = `${page}${location.search}${target ? `#${target}` : ''}`;
  };
  for (const event of ['pointerenter', 'pointerdown', 'focus', 'click', 'contextmenu'])
    link.addEventListener(event, settle);
  link.addEventListener('click', () => storeLocale(link.dataset.locale ?? ''));
}
