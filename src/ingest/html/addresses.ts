import type { Root as HastRoot } from 'hast';
import type { Finding } from '../../model/problem.ts';
import { visit } from '../tree/visit.ts';
import { wordsOf } from './table-cells.ts';

/**
 * A mail address or a telephone number that a link may lead to (RFC 6068, RFC 3966). Of the fields of a mail only
 * its subject: others add recipients, or a text that its sender did not write.
 */
const contact =
  /^(?:mailto:[\p{L}\p{N}.!#$%&'*+/=^_`{|}~-]+@[\p{L}\p{N}.%-]+(?:\?subject=[^&#\s"<>]*)?|tel:\+?(?:[\d().-]|%20){2,40}(?:;ext=\d{1,10})?)$/iu;

export const isContactAddress = (href: string): boolean => contact.test(href);

/** Schemes that only act, or bring their content along: their addresses are of no use to a reader. */
const acting = /^(?:javascript|vbscript|data|blob|about):/;

/** In characters. What is longer is no address that a person types. */
const longest = 500;

/**
 * Leaves links to web pages, to parts of the page, to mail addresses and telephone numbers. Of any other the words
 * stay, and the address is written behind them, as far as it is one.
 */
export function readAddresses(tree: HastRoot, findings: Finding[]): void {
  visit(tree, 'element', (link) => {
    const { href } = link.properties;
    if (link.tagName !== 'a' || typeof href !== 'string') return;
    const scheme = schemeOf(href);
    if (scheme === undefined) return;
    if (scheme === 'http:' || scheme === 'https:' || isContactAddress(href)) {
      // Its letter case makes no difference (RFC 3986, 3.1); the allowlist has it in lower case.
      link.properties.href = href.replace(/^[a-z]+:/i, scheme);
      return;
    }
    delete link.properties.href;
    const isShown = !acting.test(scheme) && href.length <= longest && !wordsOf(link).includes(href);
    if (isShown) link.children.push({ type: 'text', value: ` (${href})` });
    findings.push({
      outcome: 'repaired',
      rule: 'unusable-link',
      line: link.position?.start.line,
      what: `the link target \`${href.slice(0, 120)}\` is not an address that this site links to`,
      remedy: isShown
        ? 'shown as words; give an http, https, mailto or tel address'
        : 'its text is shown without a link; give an http, https, mailto or tel address',
    });
  });
}

/** The scheme of an address as a browser reads it, in lower case with its colon; undefined for one without. */
function schemeOf(href: string): string | undefined {
  // A browser takes white space out of it first.
  const plain = href.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+/, '');
  return /^[a-z][a-z0-9+.-]*:/i.exec(plain)?.[0].toLowerCase();
}
