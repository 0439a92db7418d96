import { type Identified, identifierKey } from '../model/searched-text.ts';

/** What Pagefind answers, as far as it is shown. */
interface Found {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly excerpt: string;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(words: string): Promise<{ results: readonly { data(): Promise<Found> }[] }>;
}

const mostHits = 30;
const mostPlaces = 3;
/** How long a reader pauses before what was typed so far is searched, in milliseconds. */
const pause = 200;

const form = document.querySelector<HTMLFormElement>('[data-search]');
const field = form?.querySelector('input');
const result = document.querySelector<HTMLElement>('[data-result]');
const hits = document.querySelector<HTMLElement>('[data-hits]');

if (form && field && result && hits) {
  const texts = form.dataset;
  let latest = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let pagefind: Promise<Pagefind> | undefined;
  let identified: Promise<readonly Identified[]> | undefined;

  form.dataset.ready = '';
  document.querySelector('.unscripted')?.remove();
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.focus();
  if (field.value !== '') void search();
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void search(), pause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void search();
  });

  async function search(): Promise<void> {
    const words = field?.value.trim() ?? '';
    latest += 1;
    const mine = latest;
    history.replaceState(
      history.state,
      '',
      words === '' ? location.pathname : `?${new URLSearchParams({ q: words })}`,
    );
    if (words === '') return show([], '');
    try {
      const [numbers, found] = await Promise.all([byNumber(words), byText(words)]);
      // An answer that comes late is one to an older question.
      if (mine !== latest) return;
      const known = new Set(numbers.map(({ dataset }) => dataset.url));
      const further = found.items.filter(({ dataset }) => !known.has(dataset.url));
      const items = [...numbers, ...further];
      const total = numbers.length + found.total - (found.items.length - further.length);
      show(
        items,
        items.length === 0 ? (texts.none ?? '') : (texts.found ?? '').replace('{shown}', `${total}`),
      );
    } catch (error) {
      console.error(error);
      show([], texts.failed ?? '');
    }
  }

  function show(items: readonly HTMLElement[], text: string): void {
    hits?.replaceChildren(...items);
    if (result) result.textContent = text;
  }

  /** Advisories whose number, or that of a reference, is what was typed: `KB 954474`. */
  async function byNumber(words: string): Promise<HTMLElement[]> {
    identified ??= fetch(texts.identifiers ?? '').then((answer) => answer.json());
    const key = identifierKey(words);
    const fitting = (await identified).filter(({ keys }) => keys.includes(key));
    return fitting.map(({ id, title, language, url }) => hit(`${id}: ${title}`, url, [], language));
  }

  /** The first pages that hold the words, and how many there are. */
  async function byText(words: string): Promise<{ items: HTMLElement[]; total: number }> {
    pagefind ??= load();
    const { results } = await (await pagefind).search(words);
    const pages = await Promise.all(results.slice(0, mostHits).map((one) => one.data()));
    const items = pages.map((page) => {
      const places = page.sub_results.filter(({ url }) => url.includes('#')).slice(0, mostPlaces);
      return hit(page.meta.title ?? page.url, page.url, places);
    });
    return { items, total: results.length };
  }

  async function load(): Promise<Pagefind> {
    const bundle = texts.bundle ?? '';
    const module: Pagefind = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
    await module.options({ baseUrl: '/', excerptLength: 24 });
    return module;
  }
}

function hit(title: string, url: string, places: Found['sub_results'], language?: string): HTMLElement {
  const item = document.createElement('li');
  item.dataset.url = url.split('#')[0];
  item.append(link(title, url, language));
  if (places.length === 0) return item;
  const list = document.createElement('ul');
  for (const place of places) {
    const entry = document.createElement('li');
    const excerpt = document.createElement('p');
    excerpt.append(...marked(place.excerpt));
    entry.append(link(place.title, place.url), excerpt);
    list.append(entry);
  }
  item.append(list);
  return item;
}

function link(text: string, url: string, language?: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.textContent = text;
  element.href = url;
  if (language !== undefined) element.lang = language;
  return element;
}

/** An excerpt as text and marks, and nothing else that its HTML might hold. */
function marked(excerpt: string): Node[] {
  // Between two blocks Pagefind puts a full stop of its own; none may begin an excerpt.
  const { body } = new DOMParser().parseFromString(excerpt.replace(/^[\s.]+/, ''), 'text/html');
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}
