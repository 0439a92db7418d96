import type { editionJson } from '../../src/publish/edition-json.ts';
import type { Site } from './built-site.ts';

/** Every address that the own content ever had, each with the title that it led to; only ever longer. */
export const permalinksFile = 'tests/permalinks.txt';

/** What an address answers with: a title, or nothing but itself; of an old address, where it leads. */
export type Answers = ReadonlyMap<string, string>;

/** Lines of an address and, behind a tab, a title. An address may stand there again with a title that was accepted. */
export function permalinksIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# ')) continue;
    const [address = '', title = ''] = line.split('\t');
    known.set(address, (known.get(address) ?? new Set()).add(title));
  }
  return known;
}

/** Which lines the site no longer answers, or not with the title that they have. */
export function brokenPermalinks(known: ReturnType<typeof permalinksIn>, answers: Answers): string[] {
  return [...known].flatMap(([address, titles]) => {
    const title = answers.get(address);
    if (title === undefined) return `${address} is gone`;
    if (titles.has(title)) return [];
    return `${address} was “${[...titles].join('” or “')}” and is “${title}”`;
  });
}

/** Every address of a site that is meant to be kept, with what it answers. */
export function answersOf(site: Site): Answers {
  const answers = new Map<string, string>();
  const textOf = (path: string) => site.get(path)?.toString('utf8') ?? '';
  for (const path of site.keys()) {
    // An image that is changed has another name.
    if (/^(?:_astro|assets|pagefind)\/|^_|\.(?:br|gz)$|^404\.html$|^\.concord-build$/.test(path)) continue;
    const address = `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
    const html = path.endsWith('.html') ? textOf(path) : '';
    answers.set(address, titleOf(html));
    for (const [anchor, title] of rowsOf(html)) answers.set(`${address}#${anchor}`, title);
    const page = path.replace(/\.json$/, '/');
    if (/^[^/]+\/[^/]+\.json$/.test(path) && site.has(`${page}index.html`)) {
      const ids = new Set(
        [...textOf(`${page}index.html`).matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id),
      );
      for (const [id, title] of sectionsOf(JSON.parse(textOf(path))))
        if (ids.has(id)) answers.set(`/${page}#${id}`, title);
    }
  }
  for (const line of textOf('_redirects').split('\n')) {
    const [from, to] = line.split(' ');
    if (from && to) answers.set(from, `→ ${to}`);
  }
  return answers;
}

/** A page that shows another language’s text has the title of that; it will be another’s once it is translated. */
function titleOf(html: string): string {
  const [, attributes = '', title = ''] = /<title([^>]*)>([^<]*)<\/title>/.exec(html) ?? [];
  return attributes.includes('lang=') ? '' : plain(title);
}

/** The rows of a ticket page: an anchor for each section of any language. */
const rowsOf = (html: string): [string, string][] => {
  const list = /<ol class="sections"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
  return list
    .split(/<li id="/)
    .slice(1)
    .map((row) => [row.slice(0, row.indexOf('"')), plain(/<a [^>]*>([\s\S]*?)<\/a>/.exec(row)?.[1] ?? '')]);
};

function sectionsOf({ sections, faq, revisions }: ReturnType<typeof editionJson>): [string, string][] {
  return [
    ...sections.map(({ id, title }): [string, string] => [id, plain(title)]),
    ...faq.map(({ id, question }): [string, string] => [id, plain(question)]),
    ...revisions.map(({ ordinal, date, version }): [string, string] => [
      `revision-${ordinal}`,
      [date, version].filter(Boolean).join(' '),
    ]),
  ];
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);|&#x([0-9a-f]+);/gi, (_, decimal: string, hex: string) =>
      String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
