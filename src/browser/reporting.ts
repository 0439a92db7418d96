import { sectionInView } from './section-in-view.ts';

/** The report names the section that the reader is at when it is begun. */
const link = document.querySelector<HTMLAnchorElement>('a[data-report]');
const written = link?.getAttribute('href') ?? '';

link?.addEventListener('click', () => {
  const section = sectionInView()?.id;
  const page = link.dataset.report ?? '';
  if (section !== undefined)
    link.href = written.replace(encodeURIComponent(page), encodeURIComponent(`${page}#${section}`));
});
