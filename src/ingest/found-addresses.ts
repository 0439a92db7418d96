import type { Link, Root } from 'mdast';
import { visit } from './visit.ts';

/**
 * Addresses that nobody marked as links, and that GFM finds in the text
 * (https://github.github.com/gfm/#autolinks-extension-). It finds too much for these files: a virus
 * (`Win32/Mywife@E.mm`) is no mail address, a name without a scheme may be that of a false server, an
 * address with `<placeholders>` is a pattern, and no address goes on behind a closing quotation mark or
 * a full stop of Chinese.
 */
export function settleFoundAddresses(root: Root, source: string): void {
  visit(root, 'link', (link, index, parent) => {
    if (parent === undefined || index === undefined || isMarked(link, source)) return;
    const written = link.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    const following = parent.children[index + 1];
    if (!/^https?:\/\//i.test(written) || /<|&lt;/.test(written + textStart(following))) {
      parent.children.splice(index, 1, { type: 'text', value: withReferences(written) });
      return index + 1;
    }
    const address = /^[^\s“”„»«’」』》）】。，、；：！？]+/u.exec(written)?.[0] ?? written;
    if (address === written) return;
    link.url = address;
    link.children = [{ type: 'text', value: address }];
    parent.children.splice(index + 1, 0, { type: 'text', value: written.slice(address.length) });
    return index + 2;
  });
}

/** Whether the author set it as a link, in square or in pointed brackets. */
function isMarked({ position }: Link, source: string): boolean {
  const first = source[position?.start.offset ?? -1];
  return first === '[' || first === '<';
}

/** The bracket that ends a placeholder may stand just behind what GFM takes for the address. */
const textStart = (node: { type: string } | undefined): string =>
  node?.type === 'text' && 'value' in node && String(node.value).startsWith('>') ? '<' : '';

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** GFM keeps character references in what it takes for an address. */
const withReferences = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot);/g, (whole, name: string) => references[name] ?? whole);
