/**
 * Beside a wide text the contents stand open; they are then no control, whatever the browser makes of a
 * folded part that is shown.
 */
const contents = document.querySelector<HTMLDetailsElement>('.contents details');
const summary = contents?.querySelector<HTMLElement>('summary');
const wide = matchMedia('(min-width: 64rem)');

if (contents && summary) {
  const settle = () => {
    contents.open = wide.matches;
    summary.tabIndex = wide.matches ? -1 : 0;
  };
  settle();
  wide.addEventListener('change', settle);
}

export {};
