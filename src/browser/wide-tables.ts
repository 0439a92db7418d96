/**
 * A table wider than the page scrolls: it can then be reached with the keyboard, under the name of the
 * section that it stands in. A table that fits is no stop on the way.
 */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) settle(target as HTMLElement);
});
for (const table of document.querySelectorAll<HTMLElement>('.scroller')) observer.observe(table);

function settle(table: HTMLElement): void {
  if (table.scrollWidth <= table.clientWidth) {
    for (const name of ['tabindex', 'role', 'aria-labelledby']) table.removeAttribute(name);
    return;
  }
  table.tabIndex = 0;
  const section = [...document.querySelectorAll('[data-section]')].findLast(
    (heading) => (heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  if (section === undefined) return;
  table.setAttribute('role', 'group');
  table.setAttribute('aria-labelledby', section.id);
}

export {};
