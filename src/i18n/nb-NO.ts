import type { Dictionary } from './dictionary.ts';

export const norwegian = {
  'site.tagline': 'Sikkerhetsveiledninger som sier det samme på alle språk',
  'nav.skip': 'Hopp til hovedinnholdet',
  'nav.languages': 'Språk',
  'nav.all': 'Alle sikkerhetsveiledninger',

  'list.title': 'Sikkerhetsveiledninger',
  'list.summary': {
    one: '{count} veiledning',
    other: '{count} veiledninger, sist endrede først',
  },
  'list.empty': 'Det er ikke publisert noen sikkerhetsveiledninger ennå.',
  'list.id': 'Nummer',
  'list.subject': 'Emne',
  'list.published': 'Publisert',
  'list.changed': 'Sist endret',
  'list.languages': 'Språk',
  'list.missing': 'Finnes ikke på norsk. Teksten vises på {language}.',
  'list.behind': 'Oversettelsen er ikke oppdatert.',

  'advisory.kind': 'Sikkerhetsveiledning {id}',
  'advisory.contents': 'På denne siden',
  'advisory.facts': 'Nøkkelopplysninger',
  'advisory.ticket': 'Lenke til bruk i supportsaker',
  'advisory.section': 'Språknøytral lenke til «{title}»',

  'fact.published': 'Publisert',
  'fact.updated': 'Oppdatert',
  'fact.revision': 'Siste revisjon',
  'fact.version': 'Versjon',
  'fact.affected': 'Berørt programvare',
  'fact.references': 'Referanser',
  'fact.replacedBy': 'Erstattet av',
  'fact.official': 'Offisiell adresse',
  'fact.unknown': 'ukjent dato',

  'revisions.title': 'Revisjoner',
  'revisions.none': 'Denne teksten har ingen registrerte revisjoner.',
  'revision.versionAndDate': 'Versjon {version} fra {date}',
  'revision.version': 'Versjon {version}',
  'revision.date': '{date}',
  'revision.ordinal': 'Revisjon {ordinal}',
  'revision.current': 'gjeldende',

  'missing.title': 'Denne sikkerhetsveiledningen finnes ikke på norsk',
  'missing.text': 'Teksten vises på {language}.',
  'behind.title': 'Denne oversettelsen er ikke oppdatert',
  'behind.text': {
    one: 'Én revisjon som finnes på et annet språk, mangler i denne teksten:',
    other: '{count} revisjoner som finnes på andre språk, mangler i denne teksten:',
  },
  'behind.from': 'Les på {language}',
  'language.other': 'Denne teksten er registrert som norsk, men er skrevet på {language}.',

  'source.restated':
    'Denne teksten gjengir den offisielle sikkerhetsveiledningen fra {publisher} med våre egne ord. Teksten er ikke skrevet av {publisher}, og det er den offisielle utgaven som gjelder.',
  'source.archived': 'Denne teksten er den offisielle sikkerhetsveiledningen, hentet fra utgiverens arkiv.',
  'source.official': 'Offisiell utgave',
  'source.markdown': 'Denne siden som Markdown',
  'source.json': 'Denne siden som JSON',

  'ticket.title': 'Sikkerhetsveiledning {id}',
  'ticket.text': 'Velg avsnittet på ditt språk.',

  'notFound.title': 'Denne siden finnes ikke',
  'notFound.text': 'Kontroller adressen, eller finn veiledningen i listen.',
  'notFound.list': 'Alle sikkerhetsveiledninger',
} satisfies Dictionary;
