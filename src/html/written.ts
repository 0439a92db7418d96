import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { withEscapedAttributes } from './attributes.ts';

/** A safe tree as HTML; text in an attribute does not look like a tag either. */
export const writtenHtml = (tree: Nodes): string => withEscapedAttributes(toHtml(tree));
