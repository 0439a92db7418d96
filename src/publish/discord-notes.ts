import type { Discord } from '../model/concordance/finding.ts';
import type { Edition, EditionText } from '../model/edition.ts';

/** A finding, and what is written at its spot: a sentence in the reader’s language and where it leads. */
export interface Noted {
  readonly discord: Discord;
  readonly sentence: string;
  readonly href: string;
  /** The language of the sentence. */
  readonly language: string;
}

/**
 * The text of an edition with a note behind each spot that other languages contradict. The text itself is
 * not changed. A finding whose spot is not in the text has no note here.
 */
export function withNotes(text: EditionText, edition: Edition, notes: readonly Noted[]): EditionText {
  const parts = [text.lead, ...text.parts];
  // Where in its part the note before was set, so that the next one is sought behind it.
  const done = new Map<string, number>();
  for (const note of [...notes].sort((a, b) => (a.discord.line ?? 0) - (b.discord.line ?? 0))) {
    const { line } = note.discord;
    if (line === undefined) continue;
    const at = 1 + edition.outline.findLastIndex((entry) => (entry.line ?? Number.POSITIVE_INFINITY) <= line);
    const html = parts[at] ?? '';
    const sought = soughtFor(note.discord);
    const place =
      sought === undefined ? undefined : placeOf(html, sought, done.get(`${at} ${sought.text}`) ?? 0);
    if (sought === undefined || place === undefined) continue;
    done.set(`${at} ${sought.text}`, place);
    parts[at] = `${html.slice(0, place)}${noteHtml(note, sought.kind === 'code')}${html.slice(place)}`;
  }
  const [lead = '', ...others] = parts;
  return { lead, parts: others };
}

interface Sought {
  readonly kind: 'link' | 'code' | 'text';
  readonly text: string;
}

function soughtFor({ kind, value, spot }: Discord): Sought | undefined {
  if (kind === 'label-target' || kind === 'link') return { kind: 'link', text: spot ?? value ?? '' };
  if (kind === 'code-line' || kind === 'wrapped-line')
    return value === undefined ? undefined : { kind: 'code', text: value.split(' ⏎ ')[0] ?? value };
  if (kind === 'identifier' || kind === 'literal') return { kind: 'text', text: value ?? '' };
  return undefined;
}

/** Behind which character of the HTML the note belongs. */
function placeOf(html: string, { kind, text }: Sought, from: number): number | undefined {
  const escaped = escapeText(text);
  if (kind === 'link') {
    const link = html.indexOf(`href="${escaped.replaceAll('"', '&#x22;')}"`, from);
    const end = link === -1 ? -1 : html.indexOf('</a>', link);
    return end === -1 ? undefined : end + '</a>'.length;
  }
  // Attributes are no text.
  for (const { 0: run, index } of html.matchAll(/(?<=^|>)[^<]+/g)) {
    const found = index + run.length <= from ? -1 : run.indexOf(escaped, Math.max(0, from - index));
    if (found === -1) continue;
    const behind = index + found + escaped.length;
    if (kind === 'text') return behind;
    const end = html.indexOf('</pre>', behind);
    // Notes on the lines before stand there already.
    const block = /^<\/pre>(?:<p class="discord"(?:(?!<\/p>).)*<\/p>)*/.exec(html.slice(end))?.[0];
    return end === -1 || block === undefined ? undefined : end + block.length;
  }
  return undefined;
}

function noteHtml({ sentence, href, language }: Noted, block: boolean): string {
  const tag = block ? 'p' : 'span';
  return `<${tag} class="discord" lang="${language}" data-pagefind-ignore><a href="${href}">${escapeText(sentence)}</a></${tag}>`;
}

/** As the text of an edition is written (hast-util-to-html). */
const escapeText = (text: string): string => text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
