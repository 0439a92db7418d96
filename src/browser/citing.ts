import { type CitationWords, citation } from '../model/citation.ts';
import { copy } from './copying.ts';
import { linkedSection } from './section-in-view.ts';

interface Words {
  readonly link: string;
  readonly editions: Readonly<
    Record<string, CitationWords & { readonly data: string; readonly language: string }>
  >;
}

/** The parts of an edition’s data that name its sections. */
interface Outline {
  readonly sections: readonly { id: string; title: string }[];
  readonly faq: readonly { id: string; question: string }[];
}

const panel = document.querySelector<HTMLDetailsElement>('[data-cite]');
const shown = panel?.querySelector<HTMLElement>('[data-citation]');
const language = panel?.querySelector<HTMLSelectElement>('[data-language]');
const format = panel?.querySelector<HTMLSelectElement>('[data-format]');
const words: Words | undefined =
  JSON.parse(panel?.querySelector('[data-words]')?.textContent ?? 'null') ?? undefined;

if (panel && shown && language && format && words) {
  const controls = panel.querySelector<HTMLElement>('.controls');
  if (controls !== null) controls.dataset.ready = '';
  let section: string | undefined;
  const show = async () => {
    const edition = words.editions[language.value];
    if (edition === undefined) return;
    const title = section === undefined ? undefined : await titleOf(section, edition.data);
    const link = section === undefined ? words.link : `${words.link}#${section}`;
    shown.lang = edition.language;
    shown.textContent = citation(edition, link, title)[format.value as 'plain' | 'markdown' | 'html'];
  };
  panel.addEventListener('toggle', () => {
    if (!panel.open) return;
    section = linkedSection()?.id;
    void show();
  });
  for (const choice of [language, format]) choice.addEventListener('change', () => void show());
  panel
    .querySelector('[data-copy-citation]')
    ?.addEventListener('click', () => void copy(shown.textContent ?? ''));
}

/** The title of a section in another language; undefined where that edition has no such section. */
async function titleOf(section: string, address: string): Promise<string | undefined> {
  try {
    const outline: Outline = await (await fetch(address)).json();
    return (
      outline.sections.find(({ id }) => id === section)?.title ??
      outline.faq.find(({ id }) => id === section)?.question
    );
  } catch {
    return undefined;
  }
}
