import { XMLParser } from 'fast-xml-parser';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { Site } from './built-site.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements and, after a colon, the attributes that each may have. */
type Table = ReadonlyMap<string, ReadonlySet<string>>;
const table = (text: string): Table =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', attributes = ''] = line.split(':');
        return [name.trim(), new Set(attributes.split(' ').filter((one) => one !== ''))];
      }),
  );

/** What the frame of a page is made of: everything that our layouts and components write, and nothing else. */
const frame = table(`
html: lang
head:
body:
meta: charset name content http-equiv property
title: lang
link: rel href hreflang type title
style:
script: type src data-words
a: class href lang hreflang data-locale data-sections data-search-page aria-keyshortcuts aria-current rel data-list data-report
abbr: title
article: class lang data-copy-code
aside: class data-pagefind-ignore aria-label
blockquote: lang
button: type class data-copy data-copy-citation
caption:
code: translate
dd: class data-visit lang translate
details: class data-cite
div: class data-pagefind-body lang data-pagefind-ignore
dl: class
dt:
footer: class data-pagefind-ignore
form: class aria-label data-filter data-search data-bundle data-identifiers data-found data-none data-failed
h1: translate lang
h2: id
h3: lang
header: class lang
input: type name autocomplete spellcheck data-slash
label: class
li: lang id
main: id
nav: class aria-label aria-labelledby data-pagefind-ignore
ol: class role data-hits
option: value lang selected
p: class role lang translate hidden data-found data-none data-status data-done data-failed data-citation data-absent-links data-result data-more
search:
section: class aria-labelledby data-absent hidden
select: name data-language data-format
small: lang class
span: class lang
strong:
summary: id
table:
tbody: data-rows
td: class data-label lang
th: class scope data-label lang
thead:
time: datetime
tr: data-id data-year data-published data-products data-text class
ul: role class lang
`);

/** What a text may hold: the allowlist of ingest, and what components put around it. */
const text = table(`
a: href title id class lang aria-label data-pagefind-ignore data-original data-footnote-ref data-footnote-backref
abbr: title
b:
bdi:
blockquote: class lang
br:
caption: lang
cite:
code: class translate
dd: lang
del:
details: open lang
dfn: title
div: class lang
dl: lang
dt: lang
em: title
h2: id data-section
h3: id data-section
h4: id data-section
h5: id data-section
h6: id data-section
hr:
figcaption: lang
figure: lang
i:
img: src alt title width height loading data-pagefind-index-attrs
input: type disabled checked aria-label
ins:
kbd:
li: id data-section data-revision lang
mark:
ol: start reversed class role data-history lang
p: class lang data-pagefind-ignore
pre: translate
q:
rp:
rt:
ruby:
s:
samp:
script: type src
section: data-footnotes lang
small:
span: class lang data-pagefind-ignore data-new
strong:
sub:
summary: lang
sup:
table: lang
tbody: lang
td: colspan rowspan class lang
tfoot: lang
th: colspan rowspan scope class lang
thead: lang
time: datetime
tr: lang
u:
ul: lang
var:
wbr:
`);

/** Attributes whose values come out of a text, or could. */
const values: Readonly<Record<string, RegExp>> = {
  start: /^-?\d{1,9}$/,
  reversed: /^$/,
  checked: /^$/,
  disabled: /^$/,
  colspan: /^[1-9]\d{0,3}$/,
  rowspan: /^[1-9]\d{0,3}$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  class: /^[\w+#. -]+$/,
  lang: /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]+)*$/,
  translate: /^no$/,
  width: /^[1-9]\d{0,4}$/,
  height: /^[1-9]\d{0,4}$/,
  loading: /^lazy$/,
  open: /^$/,
  role: /^(?:list|status)$/,
};

const classesOfText =
  /^(?:alert-(?:note|tip|important|warning|caution)|align-(?:right|center)|discord|heading|label|language-\S+|mark|new scripted|now|revisions|scroller|when)$/;

export interface Walk {
  readonly pages: number;
  readonly feeds: number;
  readonly elements: number;
  /** What no component of ours put there, by file. */
  readonly strangers: readonly string[];
}

/** Looks at every element of every page and of every text in a feed, as built. */
export function walk(site: Site, base: string): Walk {
  const strangers: string[] = [];
  let elements = 0;
  let pages = 0;
  let feeds = 0;
  const look = (path: string, nodes: readonly Node[], inText: boolean) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      elements += 1;
      const bare = !site.get(path)?.includes('<script');
      strangers.push(...strangenessOf(node, inText, base, bare).map((what) => `${path}: ${what}`));
      const opens = !inText && isText(node);
      look(path, node.childNodes, inText || opens);
    }
  };
  for (const [path, bytes] of site) {
    if (path.endsWith('.html')) {
      pages += 1;
      const html = bytes.toString('utf8');
      strangers.push(...faultsOfPage(html).map((what) => `${path}: ${what}`));
      look(path, parse(html).childNodes, false);
    }
    if (/(?:^|\/)(?:feed|revisions)(?:-\d+)?\.xml$/.test(path)) {
      feeds += 1;
      for (const content of contentsOf(bytes.toString('utf8')))
        look(path, parseFragment(content).childNodes, true);
    }
  }
  return { pages, feeds, elements, strangers };
}

/** Where a text begins: the article, and the title and the summary above it. */
const isText = ({ tagName, attrs }: Element): boolean =>
  tagName === 'article' ||
  tagName === 'h1' ||
  attrs.some(({ name, value }) => name === 'class' && value === 'standfirst');

function strangenessOf(element: Element, inText: boolean, base: string, bare: boolean): string[] {
  const { tagName, attrs } = element;
  const allowed = (inText ? text : frame).get(tagName);
  if (allowed === undefined) return [`<${tagName}> ${inText ? 'in a text' : 'in the frame'}`];
  return attrs.flatMap(({ name, value }) => {
    const shown = `<${tagName} ${name}="${value.slice(0, 80)}">`;
    if (!allowed.has(name)) return [shown];
    if (values[name] !== undefined && !values[name].test(value)) return [shown];
    if (inText && name === 'class' && !value.split(/\s(?!scripted)/).every((one) => classesOfText.test(one)))
      return [shown];
    if ((name === 'href' || name === 'data-original') && !isAddress(value, base)) return [shown];
    if (name === 'src' && !isOurFile(tagName, value, base)) return [shown];
    if (name === 'http-equiv' && !isPolicyOrForward(element, base, bare)) return [shown];
    if (tagName === 'script' && name === 'type' && !scriptTypes.has(value)) return [shown];
    return [];
  });
}

/** Scripts of the build; images of the content under a name with their digest, in a feed with the whole address. */
const isOurFile = (tagName: string, value: string, base: string): boolean =>
  tagName === 'img'
    ? /^assets\/[a-z0-9-]+\.[0-9a-f]{16}\.(?:png|jpg|gif|webp|avif)$/.test(
        value.replace(/^https?:\/\/[^/]+(?=\/)/, '').slice(base.length),
      )
    : value.startsWith(`${base}_astro/`);

const scriptTypes = new Set(['module', 'speculationrules', 'application/json', 'application/ld+json']);

const isAddress = (value: string, base: string): boolean =>
  value.startsWith('#') ||
  (value.startsWith(base) && !value.startsWith('//')) ||
  /^https?:\/\/[^/?#@\s]+(?:[/?#]|$)/i.test(value) ||
  /^(?:mailto:[^?\s]+|tel:[+\d().;=a-z-]+$)/.test(value);

/** A page that forwards is nothing else: it has no script, and leads to a page of this site. */
function isPolicyOrForward({ attrs }: Element, base: string, bare: boolean): boolean {
  const of = (name: string) => attrs.find((attribute) => attribute.name === name)?.value ?? '';
  if (of('http-equiv') === 'content-security-policy') return /^[a-z-]+ /.test(of('content'));
  return (
    bare && of('http-equiv') === 'refresh' && new RegExp(`^0; url=${base}[a-z0-9/-]+/$`).test(of('content'))
  );
}

const interactive = new Set(['a', 'button', 'input', 'select', 'summary']);

/** What HTML asks of a whole page, and the validator does not look at. */
export function faultsOfPage(html: string): string[] {
  const found: string[] = [];
  if (!html.trimEnd().endsWith('</html>')) found.push('something comes after </html>');
  let mains = 0;
  const look = (nodes: readonly Node[], within: string | undefined) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      if (node.tagName === 'main') mains += 1;
      for (const [name, { startOffset, endOffset }] of Object.entries(node.sourceCodeLocation?.attrs ?? {}))
        if (/[<>]/.test(html.slice(startOffset, endOffset)))
          found.push(`a bracket that is not escaped in <${node.tagName} ${name}>`);
      const isInteractive = interactive.has(node.tagName);
      if (isInteractive && within !== undefined) found.push(`<${node.tagName}> inside <${within}>`);
      if (isInteractive && node.tagName !== 'input' && node.tagName !== 'select' && nameOf(node) === '')
        found.push(`a <${node.tagName}> without a name`);
      look(node.childNodes, isInteractive ? node.tagName : within);
    }
  };
  look(parse(html, { sourceCodeLocationInfo: true }).childNodes, undefined);
  if (mains !== 1) found.push(`${mains} <main>`);
  return found;
}

function nameOf(element: Element): string {
  const label = element.attrs.find(({ name }) => name === 'aria-label')?.value;
  const wordsOf = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => ('value' in node ? node.value : 'childNodes' in node ? wordsOf(node.childNodes) : ''))
      .join('');
  return (label ?? wordsOf(element.childNodes)).trim();
}

/** The texts of a feed’s entries. */
function contentsOf(xml: string): string[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === 'entry',
    htmlEntities: true,
  });
  const entries: { content?: { '#text'?: string } }[] = parser.parse(xml).feed?.entry ?? [];
  return entries.map(({ content }) => `${content?.['#text'] ?? ''}`);
}
