import { linkedId } from './section-in-view.ts';

/** Where a link names a section that this text lacks, says so and leads to the languages that have it. */
interface Absent {
  readonly nearest?: string;
  readonly links: readonly (readonly [url: string, words: string])[];
}

const notice = document.querySelector<HTMLElement>('[data-absent]');
const absent: Record<string, Absent> = JSON.parse(notice?.dataset.absent ?? '{}');

tell();
addEventListener('hashchange', tell);

function tell(): void {
  const id = linkedId();
  const missed = Object.hasOwn(absent, id) ? absent[id] : undefined;
  if (notice === null) return;
  notice.hidden = missed === undefined;
  const links = (missed?.links ?? []).map(([url, words]) => {
    const link = document.createElement('a');
    link.href = url;
    link.textContent = words;
    return link;
  });
  notice
    .querySelector('[data-absent-links]')
    ?.replaceChildren(...links.flatMap((link, at) => (at === 0 ? [link] : [' · ', link])));
}
