import { type Advisory, editionFor } from '../model/advisory.ts';
import { headline, type Reference } from '../model/edition.ts';
import type { Locale } from '../model/locales.ts';
import { type Identified, identifierKey } from '../model/searched-text.ts';

/**
 * Every advisory with its own number and those of its references in any language, for the search of a
 * locale, which knows only the text of its own editions.
 *
 * @param urlOf the address of an advisory in that locale
 */
export function identifiedAdvisories(
  advisories: readonly Advisory[],
  locale: Locale,
  urlOf: (advisory: Advisory) => string,
): Identified[] {
  return advisories.map((advisory) => {
    const shown = editionFor(advisory, locale);
    const references = [...advisory.editions.values()].flatMap((edition) => edition.references);
    return {
      id: advisory.shownId,
      keys: [...new Set([advisory.id, ...references.flatMap(keysOf)])].sort(),
      title: headline(shown).subject,
      language: shown.language,
      url: urlOf(advisory),
    };
  });
}

function keysOf({ kind, id }: Reference): string[] {
  if (id === undefined) return [];
  const key = identifierKey(id);
  if (kind !== 'kb') return [key];
  const number = key.replace(/^kb/, '');
  return [number, `kb${number}`];
}
