import type { Schema } from 'hast-util-sanitize';
import { unsafeElements } from './unsafe-elements.ts';

/**
 * What may stand in a text: the elements that advisories are made of, and no attribute that acts, loads
 * or styles. Ids come from content only for footnotes, under a prefix that the page does not use.
 */
export const allowlist: Schema = {
  tagNames:
    'a b blockquote br caption code col colgroup dd del div dl dt em hr i img input li ol p pre section small strong sub sup table tbody td tfoot th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    a: [
      'href',
      'title',
      ['id', /^note-/],

      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
    blockquote: [['className', /^alert-(?:note|tip|important|warning|caution)$/]],
    col: ['span'],
    colgroup: ['span'],
    code: [['className', /^language-/]],
    img: ['alt'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [['id', /^note-/]],
    ol: ['start', 'reversed'],
    section: ['dataFootnotes'],
    td: ['colSpan', 'rowSpan', 'align'],
    th: ['colSpan', 'rowSpan', 'align', 'scope'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https'] },
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
  },
  strip: unsafeElements,
  clobber: [],
};
