import { escapedHtml } from '../../model/escaping.ts';
import type { Finding } from '../../model/problem.ts';
import type { WrittenEdition } from '../edition.ts';
import type { Taken } from '../read-file.ts';
import type { Handed } from './lost-words.ts';

/** What became of the text of a file; nothing where it is not published. */
export function handedOn(
  { edition, text, wanted = [] }: Omit<WrittenEdition, 'findings'>,
  taken: Taken,
  findings: readonly Finding[],
): Handed | undefined {
  if (edition === undefined || text === undefined) return undefined;
  return {
    html: [
      text.lead,
      ...text.parts,
      ...edition.outline.map(({ title, titleHtml }) => titleHtml ?? escapedHtml(title)),
      // Links of notes, titles and summaries.
      ...[
        edition.titleHtml,
        edition.summaryHtml,
        ...edition.revisions.map(({ noteHtml }) => noteHtml),
      ].flatMap((html) => html ?? []),
    ],
    ...taken,
    wanted: wanted.map(({ target }) => target),
    findings,
  };
}
