/**
 * Every text of the interface, with what a translator must know of it. `{name}` stands for a value. The
 * sentences are in one file per locale; the type makes sure that each is there.
 */
export const descriptions = {
  'site.tagline': 'What the site is, in one sentence; under its name on the start page',
  'nav.skip': 'First link of a page, for keyboard users: jumps to the text',
  'nav.languages': 'Name of the navigation with the five languages, read out by screen readers',
  'nav.all': 'Link from an advisory to the list of all advisories',

  'list.title': 'Heading of the list of all advisories',
  'list.summary': 'Under the heading of the list; {count} is the number of advisories',
  'list.empty': 'Instead of the list where there are no advisories',
  'list.id': 'Column: number of the advisory',
  'list.subject': 'Column: what the advisory is about',
  'list.published': 'Column: day of publication',
  'list.changed': 'Column: day of the last change',
  'list.languages': 'Column: languages that the advisory exists in',
  'list.missing':
    'Beside an advisory that does not exist in the reader’s language; {language} is the one shown instead',
  'list.behind': 'Beside an advisory whose translation lacks revisions',

  'advisory.kind': 'Line above the title of an advisory; {id} is its number',
  'advisory.contents': 'Heading of the table of contents',
  'advisory.facts': 'Name of the table with dates, software and references, read out by screen readers',
  'advisory.ticket':
    'Label of the link that support staff paste into tickets; it opens in the reader’s language',
  'advisory.section': 'Name of the link beside a heading, read out by screen readers; {title} is the heading',
  'advisory.sectionHere': 'The same, where only this language has the section; {title} is the heading',

  'fact.published': 'Term: day of publication',
  'fact.updated': 'Term: day of the last change',
  'fact.revision': 'Term: the newest entry of the revision history',
  'fact.history': 'Below it: link to the revision history',
  'fact.version': 'Term: version number of the advisory',
  'fact.affected': 'Term: products that the advisory is about',
  'fact.references': 'Term: numbers of articles, vulnerabilities and bulletins',
  'fact.replacedBy': 'Term: the bulletin or advisory that took over from this one',
  'fact.official': 'Term: the address of the official advisory',
  'fact.unknown': 'Instead of a date that the file does not tell or that cannot be read',

  'revisions.title': 'Heading of the revision history',
  'revisions.none': 'Instead of the revision history where the text has none',
  'revision.versionAndDate': 'A revision by version and day',
  'revision.version': 'A revision of which only the version is known',
  'revision.date': 'A revision of which only the day is known; {date} alone',
  'revision.ordinal': 'A revision of which neither is known, by its number in the list',
  'citedRevision.versionAndDate': 'The same inside a sentence, as the citations have it',
  'citedRevision.version': 'The same inside a sentence',
  'citedRevision.ordinal': 'The same inside a sentence',
  'revision.current': 'Beside the newest revision',

  'missing.title': 'Notice: heading, where the advisory does not exist in the language of the page',
  'missing.text': 'Notice: {language} is the language of the text that is shown instead',
  'absent.title': 'Notice: heading, where a link names a section that this text lacks',
  'behind.title': 'Notice: heading, where the translation lacks revisions that another language has',
  'behind.text': 'Notice: leads to the list of the revisions that are missing; {count} is their number',
  'behind.from': 'After the text of a missing revision: link to it; {language} is the language it is told in',
  'language.other':
    'Notice: the text is in another language than it is filed under; {language} is the real one',

  'source.restated':
    'Below a text that we wrote; {publisher} published the official advisory that it retells',
  'source.archived': 'Below a text that is the publisher’s own, from its archive',
  'source.official': 'Link to the official advisory',
  'source.markdown': 'Link to the file that the page was made from',
  'source.json': 'Link to the same as data for programs',

  'ticket.title':
    'Heading of the page that a ticket link opens without JavaScript; {id} is the advisory’s number',
  'ticket.text': 'Tells what to do on that page',

  'advisory.copyLink': 'Button beside the ticket link: copies it',
  'cite.open': 'Opens the panel with a citation of the advisory',
  'cite.language': 'Label: language of the citation',
  'cite.format': 'Label: format of the citation',
  'cite.plain': 'One of the formats: text without markup',
  'cite.copy': 'Button: copies the citation',
  'alert.note': 'Above a passage that adds something',
  'alert.tip': 'Above advice',
  'alert.important': 'Above what must not be missed',
  'alert.warning': 'Above a danger',
  'alert.caution': 'Above what may go wrong',
  'copy.code': 'Button below a log line, a command or a registry key: copies it',
  'copy.done': 'Says, also to screen readers, that something was copied',
  'copy.failed': 'Says that the browser did not allow copying',
  'citation.subject': 'A citation of a text without revisions; {subject} is its number and title',
  'citation.revision': 'A citation; {subject} is number and title, {revision} the newest revision',
  'citation.section': 'A citation of one section of a text without revisions',
  'citation.sectionRevision': 'A citation of one section; {revision} is the newest revision',
  'visit.news': 'In place of fact.history, where revisions were added since the reader was last here',
  'revision.new': 'Beside a revision that the reader has not seen',
  'neighbours.label':
    'Name of the links to the advisories before and after this one, read out by screen readers',
  'neighbours.newer': 'Before the title of the advisory that changed after this one',
  'neighbours.older': 'Before the title of the advisory that changed before this one',
  'report.link': 'Link: tells the publisher of an error in the page',
  'report.subject': 'Subject of that message; {id} is the advisory, {locale} the tag of its language',
  'report.body': 'Text of that message, for the reader to go on with; {url} is the page with its section',
  'list.revision': 'Column: newest revision',
  'filter.label': 'Name of the form above the list, read out by screen readers',
  'filter.text': 'Label of the text field',
  'filter.year': 'Label: year of publication',
  'filter.anyYear': 'Choice: no year',
  'filter.product': 'Label: affected product',
  'filter.anyProduct': 'Choice: no product',
  'filter.sort': 'Label: order of the list',
  'filter.byChange': 'Choice: order by the last change',
  'filter.byPublication': 'Choice: order by publication',
  'filter.byId': 'Choice: order by number',
  'filter.reset': 'Button: shows the whole list again',
  'filter.found': 'How many entries of the list are shown; {shown} and {total} are numbers',
  'filter.none': 'Instead of the list where nothing fits',
  'fact.more': 'Under the first products of a long list: opens the rest',
  'filter.apply': 'Button: filters the list',
  'search.more': 'Button below the first results',
  'search.slash': 'Checkbox: whether one key opens the search',
  'search.keys': 'Beside it; the other keys always do',
  'search.title': 'Heading of the search page, and link to it on every page',
  'search.label': 'Label of the search field',
  'search.submit': 'Button beside the search field',
  'search.hint': 'Under the search field: what can be searched',
  'search.found': 'After a search; {shown} is the number of advisories found',
  'search.none': 'After a search that found nothing',
  'search.failed': 'Where the search index cannot be loaded',
  'search.script': 'Instead of the search field where JavaScript is off',

  'notFound.title': 'Heading of the page for addresses that do not exist',
  'notFound.text': 'Tells what can be done there',
  'notFound.list': 'Link from there to the list of all advisories',
} as const;

export type MessageKey = keyof typeof descriptions;

/** A sentence, or one for each plural category of the language that differs (CLDR); `other` always. */
export type Message = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Dictionary = Readonly<Record<MessageKey, Message>>;
