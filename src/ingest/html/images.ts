import type { Element, ElementContent } from 'hast';
import { markImage } from '../../html/marks.ts';
import type { Finding } from '../../model/problem.ts';

/** An image that a text shows. Whether there is such a file only those know who have all files. */
export interface AskedImage {
  /** From the folder of the text, its percent-encoding read: `net.png`, `../Images/net plan.png`. */
  readonly path: string;
  readonly hasWords: boolean;
  readonly line?: number | undefined;
}

/**
 * Marks an image that may be published.
 *
 * @param isInLine whether it is in a title, a heading or a note, which are shown in many places as words alone
 * @returns what takes its place where it may not; undefined where it stays
 */
export function settledImage(
  image: Element,
  isInLine: boolean,
  { findings, images }: { findings: Finding[]; images: AskedImage[] },
): ElementContent[] | undefined {
  const { src, title } = image.properties;
  const alt = textOf(image.properties.alt);
  const line = image.position?.start.line;
  const reason = isInLine ? inLine : reasonAgainst(textOf(src));
  if (reason === undefined) {
    const path = pathIn(textOf(src));
    image.properties = { alt, ...(title === undefined ? {} : { title }) };
    markImage(image, path);
    images.push({ path, hasWords: alt !== '', line });
    return undefined;
  }
  findings.push({
    outcome: 'repaired',
    rule: 'image',
    line,
    what: `the image \`${textOf(src).slice(0, 120)}\` ${reason.what}`,
    remedy: `${shownInstead(alt !== '')}; ${reason.wayOut}`,
  });
  return alt === ''
    ? []
    : [{ type: 'element', tagName: 'em', properties: {}, children: [{ type: 'text', value: alt }] }];
}

/** What readers see in place of an image that is not published. */
export const shownInstead = (hasWords: boolean): string =>
  hasWords ? 'its alternative text is shown' : 'nothing is shown of it';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

interface Reason {
  readonly what: string;
  readonly wayOut: string;
}

const inLine: Reason = {
  what: 'is in a title, a heading or a note, which are words alone',
  wayOut: 'put it into the text',
};

function reasonAgainst(src: string): Reason | undefined {
  if (src === '') return { what: 'has no address', wayOut: 'name a file beside this one' };
  if (/^(?:https?:)?\/\//i.test(src))
    return {
      what: 'is on another host, from which no page loads anything',
      wayOut: 'put the file beside this one',
    };
  if (/^[a-z][a-z0-9+.-]+:/i.test(src))
    return { what: 'is not a file', wayOut: 'put a file beside this one' };
  const path = pathIn(src);
  if (/\.svgz?$/i.test(path))
    return { what: 'is an SVG, which can hold scripts', wayOut: 'save it as PNG or WebP' };
  return /\.(?:png|jpe?g|gif|webp|avif)$/i.test(path)
    ? undefined
    : { what: 'is not a PNG, JPEG, GIF, WebP or AVIF file', wayOut: 'save it as one of these' };
}

/** The path in an address, without what comes after a `?` or `#`. */
function pathIn(src: string): string {
  const path = src.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
