import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { Advisory } from '../model/advisory.ts';
import type { Reference } from '../model/edition.ts';
import type { Locale } from '../model/locales.ts';
import { nestedOutline, type OutlineNode } from '../model/outline.ts';

/**
 * The file of an edition that is still to be written: what all languages share is filled in from the most
 * revised one, what is to be translated is empty, with the other’s words beside it. Until it is written a
 * build names what is missing.
 */
export function startedEdition({ shownId, current }: Advisory, locale: Locale): string {
  const { title, summary, published, updated, version, revisions } = current;
  const { affected, references, replacedBy, source } = current;
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
    ...(references.length === 0 ? {} : { references: references.map(withoutWords) }),
    ...(replacedBy === undefined ? {} : { replacedBy: withoutWords(replacedBy) }),
    // The official text has an address in each language.
    ...(source?.publisher === undefined ? {} : { source: { url: '', publisher: source.publisher } }),
  });
  explain(fields.contents, 'title', title);
  explain(fields.contents, 'summary', summary);
  explain(fields.get('source', true), 'url', source?.url);
  explain(fields.get('replacedBy', true), 'label', replacedBy?.label);
  const listed = fields.get('references', true);
  for (const [at, item] of (isSeq(listed) ? listed.items : []).entries())
    explain(item, 'label', references[at]?.label);
  const history = fields.get('revisions', true);
  const items = isSeq(history) ? history.items : [];
  for (const [at, item] of items.entries()) explain(item, 'note', revisions[at]?.note);
  const sections = nestedOutline(current.outline.filter(({ id }) => id !== 'revisions'));
  return `---\n${fields.toString({ lineWidth: 0, singleQuote: true })}---\n\n${headingsOf(sections, 2).join('\n')}`;
}

/** The label of a reference is to be translated; where it has an identifier it needs none. */
const withoutWords = ({ kind, id, url, label }: Reference) => ({
  kind,
  ...(id === undefined ? {} : { id }),
  ...(url === undefined ? {} : { url }),
  ...(label === undefined ? {} : { label: '' }),
});

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
