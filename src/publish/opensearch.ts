import { escapedXml } from './xml.ts';

/** What a browser is told of a search. */
export interface SearchDescription {
  /** At most 16 characters. */
  readonly shortName: string;
  readonly description: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Whole addresses: the page with `{searchTerms}` in it, this description, the icon. */
  readonly template: string;
  readonly self: string;
  readonly icon: string;
}

/** A description of the search for browsers (OpenSearch 1.1, draft 6). */
export const openSearch = (search: SearchDescription): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapedXml(search.shortName)}</ShortName>`,
    `<Description>${escapedXml(search.description)}</Description>`,
    `<Language>${escapedXml(search.language)}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
    `<Image type="image/svg+xml">${escapedXml(search.icon)}</Image>`,
    `<Url type="text/html" template="${escapedXml(search.template)}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapedXml(search.self)}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
