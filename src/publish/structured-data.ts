import type { Advisory } from '../model/advisory.ts';
import { type Edition, headline, lastChanged } from '../model/edition.ts';
import type { Locale } from '../model/locales.ts';

/**
 * An edition in the words of https://schema.org/TechArticle. No edition is the original: each names the
 * others as translations of the same work.
 *
 * @param page the whole address of an edition
 * @param publisher who publishes it here
 */
export function structuredData(
  { editions, shownId }: Advisory,
  edition: Edition,
  page: (locale: Locale) => string,
  publisher: string,
): object {
  const { subject, standfirst } = headline(edition);
  const changed = lastChanged(edition);
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    '@id': page(edition.locale),
    url: page(edition.locale),
    headline: subject,
    ...(standfirst === undefined ? {} : { description: standfirst.text }),
    identifier: shownId,
    inLanguage: edition.language,
    publisher: { '@type': 'Organization', name: publisher },
    ...(edition.published === undefined ? {} : { datePublished: edition.published }),
    ...(changed === undefined ? {} : { dateModified: changed }),
    ...(edition.source?.url === undefined ? {} : { isBasedOn: edition.source.url }),
    workTranslation: [...editions.values()]
      .filter((other) => other !== edition)
      .map((other) => ({ '@type': 'TechArticle', '@id': page(other.locale), inLanguage: other.language })),
  };
}
