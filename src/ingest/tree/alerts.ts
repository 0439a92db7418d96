import type { Root } from 'mdast';
import { alertClass, alertKinds } from '../../html/marks.ts';
import { trimStart } from './markdown.ts';
import { visit } from './visit.ts';

/** `[!NOTE]` and its kin at the start of a quotation (https://docs.github.com, DocFX). */
const marker = new RegExp(`^\\s*\\[!(${alertKinds.join('|')})\\][^\\S\\n]*(?:\\n|$)`, 'i');

/**
 * A quotation that begins with `[!NOTE]` is a note. It keeps its kind as a class; the page writes the
 * word for it, in the reader’s language.
 */
export function readAlerts(root: Root): void {
  visit(root, 'blockquote', (quotation) => {
    const [first] = quotation.children;
    const [text] = first?.type === 'paragraph' ? first.children : [];
    if (first?.type !== 'paragraph' || text?.type !== 'text') return;
    const named = marker.exec(text.value)?.[1]?.toLowerCase();
    const kind = alertKinds.find((one) => one === named);
    if (kind === undefined) return;
    text.value = text.value.replace(marker, '');
    if (text.value === '') first.children.shift();
    trimStart(first.children);
    if (first.children.length === 0) quotation.children.shift();
    quotation.data = { hProperties: { className: [alertClass(kind)] } };
  });
}
