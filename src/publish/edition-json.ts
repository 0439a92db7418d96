import { type Advisory, translationState } from '../model/advisory.ts';
import type { Edition, Revision } from '../model/edition.ts';
import { imageName } from '../model/image.ts';
import { pageOutline } from '../model/outline.ts';

/**
 * An edition as data for programs. Every key is always there: what the advisory does not tell is `null`
 * or an empty list.
 *
 * @param revisionsTitle the heading of the revision history, in the edition’s language
 * @param nameOf how a revision is called inside a sentence, in the edition’s language
 * @param addressOf where an image of that name is
 */
export function editionJson(
  edition: Edition,
  advisory: Advisory,
  revisionsTitle: string,
  nameOf: (revision: Revision) => string,
  addressOf: (imageName: string) => string,
) {
  const outline = pageOutline(edition, revisionsTitle);
  return {
    id: edition.id,
    locale: edition.locale,
    language: edition.language,
    title: edition.title,
    summary: edition.summary ?? null,
    published: edition.published ?? null,
    updated: edition.updated ?? null,
    version: edition.version ?? null,
    revisions: edition.revisions.map((revision) => ({
      ordinal: revision.ordinal,
      date: revision.date ?? null,
      version: revision.version ?? null,
      name: nameOf(revision),
      note: revision.note,
    })),
    sections: outline.flatMap(({ kind, id, title, level }) =>
      kind === 'section' ? [{ id, title, level }] : [],
    ),
    faq: outline.flatMap(({ kind, id, title }) => (kind === 'question' ? [{ id, question: title }] : [])),
    images: edition.images.map((image) => ({
      path: image.path,
      url: addressOf(imageName(image)),
      width: image.width,
      height: image.height,
    })),
    references: edition.references,
    affected: edition.affected,
    replacedBy: edition.replacedBy ?? null,
    source: edition.source ?? null,
    translation: translationState(advisory, edition.locale),
  };
}
