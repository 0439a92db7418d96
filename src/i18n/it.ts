import type { Dictionary } from './dictionary.ts';

export const italian = {
  'site.tagline': 'Avvisi di sicurezza che dicono la stessa cosa in ogni lingua',
  'nav.skip': 'Vai al contenuto',
  'nav.languages': 'Lingue',
  'nav.all': 'Tutti gli avvisi di sicurezza',

  'list.title': 'Avvisi di sicurezza',
  'list.summary': {
    one: '{count} avviso',
    other: '{count} avvisi, a partire da quelli modificati più di recente',
  },
  'list.empty': 'Non è ancora stato pubblicato alcun avviso di sicurezza.',
  'list.id': 'Numero',
  'list.subject': 'Oggetto',
  'list.published': 'Pubblicazione',
  'list.changed': 'Ultima modifica',
  'list.languages': 'Lingue',
  'list.missing': 'Non disponibile in italiano: viene mostrato il testo in {language}.',
  'list.behind': 'La traduzione non è aggiornata.',

  'advisory.kind': 'Avviso di sicurezza {id}',
  'advisory.contents': 'In questa pagina',
  'advisory.facts': 'Dati principali',
  'advisory.ticket': 'Link per i ticket',
  'advisory.section': 'Link a «{title}» senza indicazione della lingua',

  'fact.published': 'Pubblicazione',
  'fact.updated': 'Ultima modifica',
  'fact.revision': 'Ultima revisione',
  'fact.version': 'Versione',
  'fact.affected': 'Software interessato',
  'fact.references': 'Riferimenti',
  'fact.replacedBy': 'Sostituito da',
  'fact.official': 'Indirizzo ufficiale',
  'fact.unknown': 'data non nota',

  'revisions.title': 'Revisioni',
  'revisions.none': 'In questo testo non è registrata alcuna revisione.',
  'revision.versionAndDate': 'Versione {version} ({date})',
  'revision.version': 'Versione {version}',
  'revision.date': '{date}',
  'revision.ordinal': 'Revisione {ordinal}',
  'revision.current': 'la più recente',

  'missing.title': 'Questo avviso non è disponibile in italiano',
  'missing.text': 'Viene mostrato il testo in {language}.',
  'behind.title': 'Questa traduzione non è aggiornata',
  'behind.text': {
    one: 'In questo testo manca una revisione già disponibile in un’altra lingua:',
    other: 'In questo testo mancano {count} revisioni già disponibili in altre lingue:',
  },
  'behind.from': 'Leggi in {language}',
  'language.other': 'Questo testo è archiviato fra quelli in italiano, ma è scritto in {language}.',

  'source.restated':
    'Questo testo espone con parole nostre il contenuto dell’avviso ufficiale di {publisher}. Non è opera di {publisher}: fa fede la versione ufficiale.',
  'source.archived': 'Questo testo è l’avviso ufficiale, tratto dall’archivio di chi lo ha pubblicato.',
  'source.official': 'Versione ufficiale',
  'source.markdown': 'Questa pagina in formato Markdown',
  'source.json': 'Questa pagina in formato JSON',

  'ticket.title': 'Avviso di sicurezza {id}',
  'ticket.text': 'Scegli la sezione nella tua lingua.',

  'notFound.title': 'Questa pagina non esiste',
  'notFound.text': 'Controlla l’indirizzo oppure cerca l’avviso nell’elenco.',
  'notFound.list': 'Tutti gli avvisi di sicurezza',
} satisfies Dictionary;
