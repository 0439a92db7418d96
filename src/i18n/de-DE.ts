import type { Dictionary } from './dictionary.ts';

export const german = {
  'site.tagline': 'Sicherheitsempfehlungen, die in jeder Sprache dasselbe sagen',
  'nav.skip': 'Zum Inhalt springen',
  'nav.languages': 'Sprachen',
  'nav.all': 'Alle Sicherheitsempfehlungen',

  'list.title': 'Sicherheitsempfehlungen',
  'list.summary': {
    one: '{count} Sicherheitsempfehlung',
    other: '{count} Sicherheitsempfehlungen, zuletzt geänderte zuerst',
  },
  'list.empty': 'Es ist noch keine Sicherheitsempfehlung veröffentlicht.',
  'list.id': 'Nummer',
  'list.subject': 'Gegenstand',
  'list.published': 'Veröffentlicht',
  'list.changed': 'Zuletzt geändert',
  'list.languages': 'Sprachen',
  'list.missing': 'Nicht auf Deutsch vorhanden; gezeigt wird der Text auf {language}.',
  'list.behind': 'Die Übersetzung ist nicht auf dem neuesten Stand.',

  'advisory.kind': 'Sicherheitsempfehlung {id}',
  'advisory.contents': 'Auf dieser Seite',
  'advisory.facts': 'Eckdaten',
  'advisory.ticket': 'Link für Tickets',
  'advisory.section': 'Sprachneutraler Link zu „{title}“',

  'fact.published': 'Veröffentlicht',
  'fact.updated': 'Aktualisiert',
  'fact.revision': 'Neueste Revision',
  'fact.version': 'Version',
  'fact.affected': 'Betroffene Software',
  'fact.references': 'Verweise',
  'fact.replacedBy': 'Ersetzt durch',
  'fact.official': 'Offizielle Fassung',
  'fact.unknown': 'Datum nicht bekannt',

  'revisions.title': 'Revisionen',
  'revisions.none': 'In diesem Text ist keine Revision verzeichnet.',
  'revision.versionAndDate': 'Version {version} vom {date}',
  'revision.version': 'Version {version}',
  'revision.date': '{date}',
  'revision.ordinal': 'Revision {ordinal}',
  'revision.current': 'aktueller Stand',

  'missing.title': 'Diese Sicherheitsempfehlung gibt es nicht auf Deutsch',
  'missing.text': 'Sie sehen den Text auf {language}.',
  'behind.title': 'Diese Übersetzung ist nicht auf dem neuesten Stand',
  'behind.text': {
    one: 'Eine Revision, die in einer anderen Sprache vorliegt, fehlt in diesem Text:',
    other: '{count} Revisionen, die in anderen Sprachen vorliegen, fehlen in diesem Text:',
  },
  'behind.from': 'Auf {language} nachlesen',
  'language.other': 'Dieser Text ist hier als deutscher Text abgelegt, aber auf {language} verfasst.',

  'source.restated':
    'Dieser Text gibt die offizielle Sicherheitsempfehlung (Herausgeber: {publisher}) mit eigenen Worten wieder. Er stammt nicht von {publisher}; maßgeblich ist die offizielle Fassung.',
  'source.archived': 'Dieser Text ist die offizielle Sicherheitsempfehlung aus dem Archiv des Herausgebers.',
  'source.official': 'Offizielle Fassung',
  'source.markdown': 'Diese Seite als Markdown',
  'source.json': 'Diese Seite als JSON',

  'ticket.title': 'Sicherheitsempfehlung {id}',
  'ticket.text': 'Wählen Sie den Abschnitt in Ihrer Sprache.',

  'notFound.title': 'Diese Seite gibt es nicht',
  'notFound.text': 'Prüfen Sie die Adresse oder suchen Sie die Sicherheitsempfehlung in der Liste.',
  'notFound.list': 'Alle Sicherheitsempfehlungen',
} satisfies Dictionary;
