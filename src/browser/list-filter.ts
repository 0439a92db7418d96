import { foldedText } from '../model/searched-text.ts';
import { filterOfList, keepValue } from './kept-values.ts';

/**
 * Filters and sorts the list. What is chosen stands in the address, so that it can be linked and comes
 * back with the back button; the list is whole without it.
 */
const form = document.querySelector<HTMLFormElement>('[data-filter]');
const body = document.querySelector<HTMLElement>('[data-rows]');
const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] > tr')];
const found = document.querySelector<HTMLElement>('[data-found]');
const none = document.querySelector<HTMLElement>('[data-none]');
const collator = new Intl.Collator('en', { numeric: true });

if (form !== null && body !== null) {
  const fields = [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      field instanceof HTMLInputElement || field instanceof HTMLSelectElement,
  );
  let sorted = '';
  form.dataset.ready = '';
  read();
  apply();
  remember();
  delete document.documentElement.dataset.filtering;
  for (const event of ['input', 'compositionend'])
    form.addEventListener(event, (typed) => {
      // The letters that an input method is fed with are no words yet.
      if (typed instanceof InputEvent && typed.isComposing) return;
      apply();
      write();
    });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    // The fields are empty only after this event.
    setTimeout(() => {
      apply();
      write();
    });
  });
  addEventListener('popstate', () => {
    read();
    apply();
  });

  function read(): void {
    const chosen = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = chosen.get(field.name) ?? '';
      field.value = value;
      if (field.value !== value) field.value = '';
    }
  }

  function write(): void {
    const chosen = new URLSearchParams(
      fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
    );
    history.replaceState(history.state, '', chosen.size === 0 ? location.pathname : `?${chosen}`);
    remember();
  }

  /** An advisory leads back to the list as it was filtered, also by an address that somebody shared. */
  function remember(): void {
    keepValue('tab', filterOfList(location.pathname), location.search);
  }

  /** Moves no row that is in its place: with a thousand, that is what takes the time. */
  function sort(by: string): void {
    if (by === sorted) return;
    sorted = by;
    const key = (row: HTMLElement) => row.dataset[by] ?? '';
    const orders: Record<string, (a: HTMLElement, b: HTMLElement) => number> = {
      id: (a, b) => byNumber(key(a), key(b)),
      published: (a, b) => byNumber(key(b), key(a)),
    };
    // `rows` is in the order in which the page came.
    body?.append(...(orders[by] === undefined ? rows : [...rows].sort(orders[by])));
  }

  function apply(): void {
    const value = (name: string) => fields.find((field) => field.name === name)?.value ?? '';
    const words = foldedText(value('q'))
      .split(/\s+/)
      .filter((word) => word !== '');
    for (const row of rows) {
      const { text = '', year = '', products = '' } = row.dataset;
      const fits =
        words.every((word) => text.includes(word)) &&
        (value('year') === '' || value('year') === year) &&
        (value('product') === '' || products.split('\n').includes(value('product')));
      row.hidden = !fits;
    }
    sort(value('sort'));
    const shown = rows.filter(({ hidden }) => !hidden).length;
    const number = new Intl.NumberFormat(document.documentElement.lang).format(shown);
    if (found !== null) found.textContent = (found.dataset.found ?? '').replace('{shown}', number);
    if (none !== null) none.hidden = shown > 0;
  }
}

function byNumber(a: string, b: string): number {
  return collator.compare(a, b);
}
