import { filterOfList, keptValue } from './kept-values.ts';

/** Links to the list lead back to it as it was filtered in this tab. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-list]')) {
  link.search = keptValue('tab', filterOfList(link.pathname)) ?? '';
}
