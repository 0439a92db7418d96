import { eachWord, type OnWord } from './words.ts';

/** An attribute whose value is for a reader, or leads somewhere. */
const told = /\s(href|data-original|data-advisory|title|alt|class)="([^"]*)"/g;

/**
 * Visits the words of HTML that we wrote: every `<` and `>` in it that is no tag is escaped. The number of an item is
 * a word, too: nobody wrote it, and the reader sees it.
 *
 * @param html in lower case
 * @param onAddress told of what links lead to
 */
export function eachWordShown(html: string, onWord: OnWord, onAddress: (address: string) => void): void {
  const numbers: number[] = [];
  let from = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', from)) {
    if (open > from) eachWord(html, from, open, onWord);
    const close = html.indexOf('>', open);
    if (close === -1) break;
    const tag = html.slice(open, close + 1);
    if (tag.includes('="')) readAttributes(tag, onWord, onAddress);
    countItems(tag, numbers, onWord);
    from = close + 1;
    // The number of a footnote is ours.
    if (tag.includes(' data-footnote-ref')) from = after(html, '</a>', from);
    if (tag.startsWith('<section data-footnotes')) from = after(html, '<ol>', from);
  }
  eachWord(html, from, html.length, onWord);
}

/** The place behind the next tag of that form; the same place where there is none. */
function after(html: string, tag: string, from: number): number {
  const at = html.indexOf(tag, from);
  return at === -1 ? from : at + tag.length;
}

function readAttributes(tag: string, onWord: OnWord, onAddress: (address: string) => void): void {
  for (const [, name, value = ''] of tag.matchAll(told)) {
    if (name === 'href' || name === 'data-original' || name === 'data-advisory') onAddress(value);
    else if (name !== 'class') eachWord(value, 0, value.length, onWord);
    else if (value.startsWith('language-')) eachWord(value, 'language-'.length, value.length, onWord);
  }
}

function countItems(tag: string, numbers: number[], onWord: OnWord): void {
  if (tag.startsWith('<ol')) numbers.push(Number(/\sstart="(-?\d+)"/.exec(tag)?.[1] ?? 1));
  else if (tag === '<ul>' || tag.startsWith('<ul ')) numbers.push(Number.NaN);
  else if (tag === '</ol>' || tag === '</ul>') numbers.pop();
  else if (tag === '<li>' || tag.startsWith('<li ')) {
    const number = numbers.at(-1);
    if (number === undefined || Number.isNaN(number)) return;
    const word = `${number}`;
    eachWord(word, 0, word.length, onWord);
    numbers[numbers.length - 1] = number + 1;
  }
}
