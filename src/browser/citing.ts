import { type CitationWords, type CitedPart, citation } from '../model/citation.ts';
import { copy } from './copying.ts';
import { type Places, placeIn } from './places.ts';
import { linkedSection } from './section-in-view.ts';

interface Words {
  readonly link: string;
  /** Sections of this page under the ids that a ticket link has for them, where these differ. */
  readonly ticketSections: Places;
  readonly editions: Readonly<
    Record<
      string,
      CitationWords & { readonly data: string; readonly language: string; readonly sections: Places }
    >
  >;
}

/** The parts of an edition’s data that name its sections and revisions. */
interface Outline {
  readonly sections: readonly { id: string; title: string }[];
  readonly faq: readonly { id: string; question: string }[];
  readonly revisions: readonly { ordinal: number; name: string }[];
}

const panel = document.querySelector<HTMLDetailsElement>('[data-cite]');
const shown = panel?.querySelector<HTMLElement>('[data-citation]');
const language = panel?.querySelector<HTMLSelectElement>('[data-language]');
const format = panel?.querySelector<HTMLSelectElement>('[data-format]');
const words: Words | undefined =
  JSON.parse(panel?.querySelector('[data-words]')?.textContent ?? 'null') ?? undefined;
const outlines = new Map<string, Promise<Outline>>();

if (panel && shown && language && format && words) {
  let latest = 0;
  let settled: Promise<void> = Promise.resolve();
  for (const control of panel.querySelectorAll<HTMLElement>('.scripted')) control.dataset.ready = '';
  const show = async () => {
    latest += 1;
    const mine = latest;
    const edition = words.editions[language.value];
    if (edition === undefined) return;
    const section = linkedSection()?.id;
    const there = placeIn(edition.sections, section);
    const part = there === undefined ? undefined : await partOf(there, edition.data);
    // An answer that comes late is one to an older choice.
    if (mine !== latest) return;
    // What that language does not have is not cited: then the advisory is.
    const ticket = part === undefined ? undefined : placeIn(words.ticketSections, section);
    const link = ticket === undefined ? words.link : `${words.link}#${ticket}`;
    shown.lang = edition.language;
    shown.textContent = citation(edition, link, part)[format.value as 'plain' | 'markdown' | 'html'];
  };
  const update = () => {
    if (panel.open) settled = show();
  };
  panel.addEventListener('toggle', update);
  addEventListener('hashchange', update);
  for (const choice of [language, format]) choice.addEventListener('change', update);
  panel.querySelector('[data-copy-citation]')?.addEventListener('click', async () => {
    await settled;
    void copy(shown.textContent ?? '');
  });
}

/** A section or revision as another edition names it; undefined where that cannot be had. */
async function partOf(section: string, address: string): Promise<CitedPart | undefined> {
  const outline = await outlineAt(address);
  if (outline === undefined) return undefined;
  const ordinal = /^revision-(\d+)$/.exec(section)?.[1];
  if (ordinal !== undefined) {
    const name = outline.revisions.find((revision) => revision.ordinal === Number(ordinal))?.name;
    return name === undefined ? undefined : { kind: 'revision', name };
  }
  const name =
    outline.sections.find(({ id }) => id === section)?.title ??
    outline.faq.find(({ id }) => id === section)?.question;
  return name === undefined ? undefined : { kind: 'section', name };
}

async function outlineAt(address: string): Promise<Outline | undefined> {
  const known = outlines.get(address) ?? fetch(address).then((answer): Promise<Outline> => answer.json());
  outlines.set(address, known);
  try {
    return await known;
  } catch {
    outlines.delete(address);
    return undefined;
  }
}
