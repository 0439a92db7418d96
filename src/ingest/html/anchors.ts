import type { RootContent } from 'mdast';
import { markupIn } from '../../html/tags.ts';
import { visit } from '../tree/visit.ts';

/**
 * Places that a text names in HTML (`<a name="kb">`, `<td id="kb">`), each with the section that it is in: a page has no
 * ids but those of its sections, so that a link to such a place leads there. Of two of one name the first counts.
 *
 * @param parts the content of each section, by its id
 */
export function anchorsIn(
  parts: readonly { readonly id: string; readonly content: readonly RootContent[] }[],
): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const { id, content } of parts)
    for (const block of content)
      visit(block as RootContent, 'html', ({ value }) => {
        if (!/\b(?:id|name)\s*=/i.test(value)) return;
        for (const { kind, attributes } of markupIn(value))
          for (const name of [attributes.get('id'), attributes.get('name')])
            if (kind === 'start' && name !== undefined && !anchors.has(name)) anchors.set(name, id);
      });
  return anchors;
}
