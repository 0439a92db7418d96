import { keptValue } from './kept-values.ts';

/**
 * `/` and Ctrl-K (⌘K) open the search, except while something is being typed. A key alone can be struck by
 * accident, so that the reader can do without it (WCAG 2.1.4).
 */
const search = document.querySelector<HTMLAnchorElement>('a[data-search-page]');

addEventListener('keydown', (event) => {
  const typing =
    event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]');
  const slash =
    event.key === '/' &&
    keptValue('visits', 'slash') !== 'off' &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !typing;
  const k =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (search === null || !(slash || k)) return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>('[data-search] input');
  if (field === null) search.click();
  else field.focus();
});
