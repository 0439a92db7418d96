import { edited } from '../html/places.ts';
import { type Spot, spotsIn } from '../html/spots.ts';
import type { Discord } from '../model/concordance/finding.ts';
import type { Edition, EditionText } from '../model/edition.ts';
import { escapedHtml } from '../model/escaping.ts';

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

/** All locations are found in the text as it is; each is used once, as long as there is another. */
function withNotesIn(html: string, notes: readonly Noted[]): string {
  const spots = spotsIn(html);
  const taken = new Set<Spot>();
  const edits = [...notes]
    .sort((a, b) => (a.discord.line ?? 0) - (b.discord.line ?? 0))
    .flatMap((note) => {
      const matches = spotFor(note.discord);
      const spot = matches && (spots.find((one) => !taken.has(one) && matches(one)) ?? spots.find(matches));
      if (spot === undefined) return [];
      taken.add(spot);
      return [{ start: spot.end, end: spot.end, html: noteHtml(note, spot.kind === 'code') }];
    });
  return edited(html, edits);
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
  return `<${tag} class="discord" lang="${escapedHtml(language)}" data-pagefind-ignore><a href="${escapedHtml(href)}">${escapedHtml(sentence)}</a></${tag}>`;
}
