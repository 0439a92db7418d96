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
  const byPart = Map.groupBy(
    notes.filter(({ discord }) => discord.line !== undefined),
    ({ discord }) =>
      1 +
      edition.outline.findLastIndex(
        ({ line }) => (line ?? Number.POSITIVE_INFINITY) <= (discord.line ?? Number.NaN),
      ),
  );
  for (const [at, own] of byPart) parts[at] = withNotesIn(parts[at] ?? '', own);
  const [lead = '', ...others] = parts;
  return { lead, parts: others };
}

/** All places are found in the text as it is, and the notes are set from its end. */
function withNotesIn(html: string, notes: readonly Noted[]): string {
  const spots = spotsIn(html);
  const taken = new Set<Spot>();
  const set = [...notes]
    .sort((a, b) => (a.discord.line ?? 0) - (b.discord.line ?? 0))
    .flatMap((note) => {
      const matches = spotFor(note.discord);
      const spot = matches && (spots.find((one) => !taken.has(one) && matches(one)) ?? spots.find(matches));
      if (spot === undefined) return [];
      taken.add(spot);
      return [{ at: spot.end, html: noteHtml(note, spot.kind === 'code') }];
    });
  return set
    .reverse()
    .sort((a, b) => b.at - a.at)
    .reduce((text, note) => `${text.slice(0, note.at)}${note.html}${text.slice(note.at)}`, html);
}

/** Something that a note can stand behind. */
interface Spot {
  readonly kind: 'link' | 'code' | 'text';
  /** The address of a link, a line of code, or the words of a run of text. */
  readonly content: string;
  /** Behind which character of the HTML the note belongs. */
  readonly end: number;
  /** Words that a mark of punctuation or a space ends here, for a run of text that goes on. */
  readonly start: number;
}

/** The links, the lines of code, and the runs of text of a part, in its order. */
function spotsIn(html: string): Spot[] {
  const spots: Spot[] = [];
  for (const { 0: whole, 1: block, 2: attributes = '', 3: words = '', index } of html.matchAll(
    /<(pre|a|code)\b([^>]*)>([\s\S]*?)<\/\1>|<[^>]*>|[^<]+/g,
  )) {
    const end = index + whole.length;
    const start = index;
    const content = unescapeText(words.replace(/<[^>]*>/g, ''));
    if (block === undefined) {
      if (!whole.startsWith('<')) spots.push({ kind: 'text', content: whole, end, start });
    } else if (block === 'a') {
      const href = unescapeText(/\s(?:data-original|href)="([^"]*)"/.exec(attributes)?.[1] ?? '');
      spots.push({ kind: 'link', content: href, end, start });
      // A number in the words of a link is told behind the link.
      spots.push({ kind: 'text', content: words, end, start: -1 });
    } else if (block === 'pre') {
      for (const line of content.split('\n'))
        spots.push({ kind: 'code', content: line.trim().replace(/\s+/g, ' '), end, start });
    } else spots.push({ kind: 'text', content: words, end, start: -1 });
  }
  return spots.flatMap((spot) => (spot.kind === 'text' ? wordsIn(spot) : [spot]));
}

/** Every word of a run of text is a spot of its own; inside a link or code its end is theirs. */
function wordsIn({ content, end, start }: Spot): Spot[] {
  return [...content.matchAll(/[^\s<>]+/g)].map(({ 0: word, index }) => {
    const bare = /^[("'“„«（]*(.*?)[)"'”“».,;:!?，。；：！？）]*$/u.exec(word)?.[1] ?? word;
    const offset = index + word.indexOf(bare) + bare.length;
    return { kind: 'text', content: unescapeText(bare), end: start === -1 ? end : start + offset, start };
  });
}

function spotFor({ kind, value = '', spot }: Discord): ((one: Spot) => boolean) | undefined {
  switch (kind) {
    case 'label-target':
    case 'link': {
      const address = plainAddress(spot ?? value);
      return (one) => one.kind === 'link' && plainAddress(one.content) === address;
    }
    case 'code-line':
    case 'wrapped-line': {
      const [line = ''] = value.split(' ⏎ ');
      return value === '' ? undefined : (one) => one.kind === 'code' && one.content === line;
    }
    case 'identifier':
    case 'literal': {
      // Of several words the last one ends the spot.
      const last = value.split(/\s+/).at(-1) ?? value;
      return value === ''
        ? undefined
        : (one) => one.kind === 'text' && [last, `{${last}}`].some((word) => one.content === word);
    }
    default:
      return undefined;
  }
}

/** As the browser reads it, so that `ß` and its percent-encoding are one. */
const plainAddress = (address: string): string => (URL.canParse(address) ? new URL(address).href : address);

function noteHtml({ sentence, href, language }: Noted, block: boolean): string {
  const tag = block ? 'p' : 'span';
  return `<${tag} class="discord" lang="${language}" data-pagefind-ignore><a href="${href}">${escapeText(sentence)}</a></${tag}>`;
}

/** As the text of an edition is written (hast-util-to-html). */
const escapeText = (text: string): string => text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');

const unescapeText = (html: string): string =>
  html
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<')
    .replaceAll('&#x22;', '"')
    .replaceAll('&#x26;', '&')
    .replaceAll('&amp;', '&');
