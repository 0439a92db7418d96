import type { Schema } from 'hast-util-sanitize';
import { alertClass, alertKinds } from '../../html/marks.ts';
import { footnoteId } from './footnotes.ts';
import { unsafeElements } from './unsafe-elements.ts';

/** What HTML takes for a number of columns or rows (HTML, 4.9.11). */
const span = /^[1-9]\d{0,2}$/;

/**
 * What may stand in a text: the elements that advisories are made of, and no attribute that acts, loads
 * or styles. An attribute with a closed set of values has one of them. Ids and marks of footnotes never come
 * from a text (footnotes.ts).
 */
export const allowlist: Schema = {
  tagNames:
    'a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'.split(
      ' ',
    ),
  attributes: {
    a: ['href', 'title', ['id', footnoteId], ['dataFootnoteRef', true, '']],
    abbr: ['title'],
    details: [['open', true, '']],
    dfn: ['title'],
    blockquote: [['className', ...alertKinds.map(alertClass)]],
    col: [['span', span]],
    colgroup: [['span', span]],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    img: ['src', 'alt', 'title'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true, ''],
    ],
    ol: [
      ['start', /^-?\d{1,9}$/],
      ['reversed', true, ''],
    ],
    td: [
      ['colSpan', span],
      ['rowSpan', span],
      ['align', 'left', 'center', 'right', 'justify'],
    ],
    th: [
      ['colSpan', span],
      ['rowSpan', span],
      ['align', 'left', 'center', 'right', 'justify'],
      ['scope', 'row', 'col', 'rowgroup', 'colgroup'],
    ],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    li: ['ol', 'ul'],
    dd: ['dl'],
    dt: ['dl'],
    summary: ['details'],
    figcaption: ['figure'],
  },
  strip: unsafeElements,
  clobber: [],
};
