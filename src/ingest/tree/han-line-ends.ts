import type { PhrasingContent, Root } from 'mdast';
import { plainText } from './markdown.ts';
import { visitAll } from './visit.ts';

/** A character that Chinese is written with, without spaces beside it. */
const han = String.raw`[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60]`;
/** Marks that Chinese shares with other scripts: beside them it is Chinese where the other side is. */
const mark = '[\u2014\u2018-\u201D\u2026\u00B7]';
const either = `(?:${han}|${mark})`;
const between = new RegExp(String.raw`(?<=${han})\n(?=${either})|(?<=${mark})\n(?=${han})`, 'gu');
const starts = new RegExp(`^\\n${either}`, 'u');
const ends = new RegExp(`${either}\\n$`, 'u');

/**
 * A line end between two characters of Chinese is nothing: as a space it would cut a word in two
 * (https://www.w3.org/TR/css-text-4/#line-break-transform).
 */
export function joinHanLines(root: Root): void {
  visitAll(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return;
    const children = node.children as PhrasingContent[];
    for (const [at, child] of children.entries()) {
      if (child.type !== 'text' || !child.value.includes('\n')) continue;
      child.value = child.value.replace(between, '');
      // Emphasis, a link or code may be beside the line end.
      const [before, after] = [children[at - 1], children[at + 1]];
      if (
        starts.test(child.value) &&
        before !== undefined &&
        new RegExp(`${han}$`, 'u').test(plainText(before))
      )
        child.value = child.value.slice(1);
      if (ends.test(child.value) && after !== undefined && new RegExp(`^${han}`, 'u').test(plainText(after)))
        child.value = child.value.slice(0, -1);
    }
  });
}
