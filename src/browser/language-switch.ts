import { sectionInView } from './section-in-view.ts';
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
    const section = sectionInView()?.id;
    const target = section === undefined || !Object.hasOwn(elsewhere, section) ? section : elsewhere[section];
    link.href = target ? `${page}#${target}` : page;
  };
  for (const event of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(event, settle);
  link.addEventListener('click', () => storeLocale(link.dataset.locale ?? ''));
}
