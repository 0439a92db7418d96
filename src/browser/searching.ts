import { type Identified, identifierKey } from '../model/searched-text.ts';
import { keepValue, keptValue } from './kept-values.ts';

/** What Pagefind answers, as far as it is shown. */
interface Found {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly excerpt: string;
  /** The whole text of the page. */
  readonly content: string;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(words: string): Promise<{ results: readonly { data(): Promise<Found> }[] }>;
}

const mostHits = 30;
/** Of a number, so many pages are looked at for that very number. */
const mostChecked = 100;
const mostPlaces = 3;
/** How long a reader pauses before what was typed so far is searched, in milliseconds. */
const pause = 200;

const form = document.querySelector<HTMLFormElement>('[data-search]');
const field = form?.querySelector('input');
const result = document.querySelector<HTMLElement>('[data-result]');
const hits = document.querySelector<HTMLElement>('[data-hits]');
const more = document.querySelector<HTMLElement>('[data-more]');
const slash = document.querySelector<HTMLInputElement>('[data-slash]');

if (form && field && result && hits) {
  const texts = form.dataset;
  let latest = 0;
  let shownHits = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let pagefind: Promise<Pagefind> | undefined;
  let identified: Promise<readonly Identified[]> | undefined;

  form.dataset.ready = '';
  document.querySelector('.unscripted')?.remove();
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.focus();
  if (field.value !== '') void search();
  for (const event of ['input', 'compositionend'])
    field.addEventListener(event, (typed) => {
      // The letters that an input method is fed with are no words yet.
      if (typed instanceof InputEvent && typed.isComposing) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void search(), pause);
    });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void search();
  });
  more?.addEventListener('click', () => void search(shownHits + mostHits));
  if (slash !== null) {
    slash.closest<HTMLElement>('.scripted')?.setAttribute('data-ready', '');
    slash.checked = keptValue('visits', 'slash') !== 'off';
    slash.addEventListener('change', () => keepValue('visits', 'slash', slash.checked ? 'on' : 'off'));
  }

  async function search(most = mostHits): Promise<void> {
    const words = field?.value.trim() ?? '';
    latest += 1;
    const mine = latest;
    history.replaceState(
      history.state,
      '',
      words === '' ? location.pathname : `?${new URLSearchParams({ q: words })}`,
    );
    if (words === '') return show([], 0, '');
    const [numbers, found] = await Promise.allSettled([byNumber(words), byText(words, most)]);
    // An answer that comes late is one to an older question.
    if (mine !== latest) return;
    for (const half of [numbers, found]) if (half.status === 'rejected') console.error(half.reason);
    if (numbers.status === 'rejected' && found.status === 'rejected') return show([], 0, texts.failed ?? '');
    const exact = numbers.status === 'fulfilled' ? numbers.value : [];
    const known = new Set(exact.map(({ dataset }) => dataset.url));
    const inText = found.status === 'fulfilled' ? found.value : { items: [], total: 0 };
    const further = inText.items.filter(({ dataset }) => !known.has(dataset.url));
    const total = exact.length + inText.total - (inText.items.length - further.length);
    shownHits = most;
    show([...exact, ...further], total, total === 0 ? (texts.none ?? '') : foundText(total));
  }

  function foundText(total: number): string {
    const number = new Intl.NumberFormat(document.documentElement.lang).format(total);
    return (texts.found ?? '').replace('{shown}', number);
  }

  function show(items: readonly HTMLElement[], total: number, text: string): void {
    hits?.replaceChildren(...items);
    if (result) result.textContent = text;
    if (more) more.hidden = items.length >= total;
  }

  /** Advisories whose number, or that of a reference, is what was typed: `KB 954474`. */
  async function byNumber(words: string): Promise<HTMLElement[]> {
    identified ??= fetch(texts.identifiers ?? '').then((answer) => answer.json());
    identified.catch(() => {
      // The next search tries again.
      identified = undefined;
    });
    const key = identifierKey(words);
    const fitting = (await identified).filter(({ keys }) => keys.includes(key));
    return fitting.map(({ id, title, language, url }) => hit(`${id}: ${title}`, url, [], language));
  }

  /**
   * The first pages that hold the words, and how many there are. For want of a word Pagefind takes the
   * longest beginning of it that it knows; of a number that would be another number.
   */
  async function byText(words: string, most: number): Promise<{ items: HTMLElement[]; total: number }> {
    pagefind ??= load();
    pagefind.catch(() => {
      pagefind = undefined;
    });
    const numbers = words.split(/\s+/).filter((word) => (word.match(/\d/g)?.length ?? 0) >= 4);
    const { results } = await (await pagefind).search(words);
    if (numbers.length === 0) {
      const pages = await Promise.all(results.slice(0, most).map((one) => one.data()));
      return { items: pages.map(hitOf), total: results.length };
    }
    const pages = await Promise.all(results.slice(0, mostChecked).map((one) => one.data()));
    const fitting = pages.filter(({ content }) => numbers.every((number) => holdsNumber(content, number)));
    return { items: fitting.slice(0, most).map(hitOf), total: fitting.length };
  }

  async function load(): Promise<Pagefind> {
    const bundle = texts.bundle ?? '';
    const module: Pagefind = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
    await module.options({ baseUrl: '/', excerptLength: 24 });
    return module;
  }
}

function hitOf(page: Found): HTMLElement {
  const places = page.sub_results.filter(({ url }) => url.includes('#')).slice(0, mostPlaces);
  return hit(page.meta.title ?? page.url, page.url, places);
}

/** Whether a text has this very number, and not as a part of a longer one. */
function holdsNumber(text: string, number: string): boolean {
  const [haystack, needle] = [identifierKey(text), identifierKey(number)];
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    const around = `${haystack[at - 1] ?? ''}${haystack[at + needle.length] ?? ''}`;
    if (!/\d/.test(around)) return true;
  }
  return false;
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
