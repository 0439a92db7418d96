import { type Advisory, editionFor } from '../model/advisory.ts';
import { headline, type Reference } from '../model/edition.ts';
import { identifierOf, shownArticle } from '../model/identifier.ts';
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
    return {
      id: advisory.shownId,
      keys: identifierKeys(advisory),
      title: headline(shown).subject,
      language: shown.language,
      url: urlOf(advisory),
    };
  });
}

/** Its own number and those of its references in any language, as they are compared. */
export function identifierKeys(advisory: Advisory): string[] {
  const references = [...advisory.editions.values()].flatMap((edition) => edition.references);
  return [...new Set([advisory.id, identifierKey(advisory.shownId), ...references.flatMap(keysOf)])].sort();
}

function keysOf({ kind, id }: Reference): string[] {
  if (id === undefined) return [];
  const key = identifierKey(id);
  if (kind !== 'kb') return [key];
  const number = identifierOf(key)?.id ?? key;
  return [number, identifierKey(shownArticle(number))];
}
