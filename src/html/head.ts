import { markupIn } from './tags.ts';

/** So much of a page is looked at first; nearly every head ends before. */
const firstPiece = 8 * 1024;

/**
 * The content of every `meta` element of that name in the head of a page, in its order.
 *
 * @param page a whole page
 */
export function metaOf(page: Buffer, httpEquiv: string): string[] {
  for (let length = firstPiece; ; length *= 4) {
    const markup = markupIn(page.toString('utf8', 0, length));
    const body = markup.findIndex(({ kind, name }) => kind === 'start' && name === 'body');
    if (body === -1 && length < page.length) continue;
    return markup
      .slice(0, body === -1 ? undefined : body)
      .filter(({ name, attributes }) => name === 'meta' && attributes.get('http-equiv') === httpEquiv)
      .map(({ attributes }) => attributes.get('content') ?? '');
  }
}
