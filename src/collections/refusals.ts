import { getCollection } from 'astro:content';
import { fileOfShown } from '../site/paths.ts';
import { unpublishable } from './unpublishable.ts';

/** A build has none: it stops at the first reading. */
async function refusals() {
  if (import.meta.env.PROD) return [];
  return (await getCollection('refusals', ({ data }) => data.problems.length > 0)).map(({ data }) => data);
}

/** The advisories that have no page for want of a readable file. Empty in a build, which stops instead. */
export async function refusedIds(): Promise<string[]> {
  return [...new Set((await refusals()).flatMap(({ id }) => id ?? []))];
}

/**
 * Shows, in the overlay of `astro dev`, what keeps a page from being what its author expects.
 *
 * @param page the advisory and locale of the page; without them, files that belong to no page are meant
 * @throws AstroError with the place, so that the overlay shows the lines around it
 */
export async function showRefusals(page: { id?: string; locale?: string } = {}): Promise<void> {
  const concerned = (await refusals()).filter(({ id, locale }) =>
    page.id === undefined
      ? id === undefined
      : id === page.id && (page.locale === undefined || locale === undefined || locale === page.locale),
  );
  const [first] = concerned;
  if (first === undefined) return;
  throw unpublishable(
    concerned.flatMap(({ problems }) => problems).join('\n'),
    'Mend the lines above; the page reloads when the file is saved.',
    { file: fileOfShown(first.file).toString(), line: first.line ?? 1, column: 1 },
  );
}
