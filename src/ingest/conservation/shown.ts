import { eachWord, type OnWord } from './words.ts';

/** An attribute whose value is for a reader, or leads somewhere. */
const told = /\s(href|data-original|data-advisory|data-image|title|alt)="([^"]*)"/g;

/**
 * Visits the words of HTML that we wrote: every `<` and `>` in it that is no tag is escaped.
 *
 * @param html in lower case
 * @param onAddress told of what links lead to
 */
export function eachWordShown(html: string, onWord: OnWord, onAddress: (address: string) => void): void {
  let from = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', from)) {
    if (open > from) eachWord(html, from, open, onWord);
    const close = html.indexOf('>', open);
    if (close === -1) break;
    const tag = html.slice(open, close + 1);
    if (tag.includes('="')) readAttributes(tag, onWord, onAddress);
    from = close + 1;
    // The number of a footnote is ours.
    if (tag.includes(' data-footnote-ref')) from = after(html, '</a>', from);
  }
  eachWord(html, from, html.length, onWord);
}

/** The place after the next tag of that form; the same place if there is no such tag. */
function after(html: string, tag: string, from: number): number {
  const at = html.indexOf(tag, from);
  return at === -1 ? from : at + tag.length;
}

function readAttributes(tag: string, onWord: OnWord, onAddress: (address: string) => void): void {
  for (const [, name, value = ''] of tag.matchAll(told)) {
    if (name !== 'title' && name !== 'alt') onAddress(value);
    else eachWord(value, 0, value.length, onWord);
  }
}
