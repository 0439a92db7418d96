import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { Advisory } from '../model/advisory.ts';
import type { Locale } from '../model/locales.ts';
import { nestedOutline, type OutlineNode } from '../model/outline.ts';

/**
 * The file of an edition that is still to be written: what all languages share is filled in from the most
 * revised one, what is to be translated is empty, with the other’s words beside it. Until it is written a
 * build names what is missing.
 */
export function startedEdition({ shownId, current }: Advisory, locale: Locale): string {
  const { title, summary, published, updated, version, revisions, affected, references, replacedBy } =
    current;
  const fields = new Document({
    id: shownId,
    locale,
    title: '',
    ...(summary === undefined ? {} : { summary: '' }),
    published: published ?? '',
    ...(updated === undefined ? {} : { updated }),
    ...(version === undefined ? {} : { version }),
    revisions: revisions.map(({ date, version: number }) => ({
      date: date ?? '',
      ...(number === undefined ? {} : { version: number }),
      note: '',
    })),
    ...(affected.length === 0 ? {} : { affected }),
    // Their labels are words of the other language.
    ...(references.length === 0
      ? {}
      : {
          references: references.map(({ kind, id, url }) => ({
            kind,
            ...(id && { id }),
            ...(url && { url }),
          })),
        }),
    ...(replacedBy === undefined ? {} : { replacedBy: { ...replacedBy } }),
  });
  explain(fields.contents, 'title', title);
  explain(fields.contents, 'summary', summary);
  const history = fields.get('revisions', true);
  const items = isSeq(history) ? history.items : [];
  for (const [at, item] of items.entries()) explain(item, 'note', revisions[at]?.note);
  const sections = nestedOutline(current.outline.filter(({ id }) => id !== 'revisions'));
  return `---\n${fields.toString({ lineWidth: 0, singleQuote: true })}---\n\n${headingsOf(sections, 2).join('\n')}`;
}

/** The words of the other language, as a comment above the empty field. */
function explain(map: unknown, field: string, words: string | undefined): void {
  const key = isMap(map)
    ? map.items.map((pair) => pair.key).find((one) => isScalar(one) && one.value === field)
    : undefined;
  if (isScalar(key) && words !== undefined) key.commentBefore = ` ${words.replace(/\s+/g, ' ')}`;
}

const headingsOf = (nodes: readonly OutlineNode[], level: number): string[] =>
  nodes.flatMap(({ entry, inside }) => [
    `<!-- ${entry.title.replaceAll('--', '–')} -->\n\n${'#'.repeat(Math.min(6, level))} {#${entry.id}}\n`,
    ...headingsOf(inside, level + 1),
  ]);
