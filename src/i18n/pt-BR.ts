import type { Dictionary } from './dictionary.ts';

export const portuguese = {
  'site.tagline': 'Comunicados de segurança que dizem a mesma coisa em todos os idiomas',
  'nav.skip': 'Ir para o conteúdo',
  'nav.languages': 'Idiomas',
  'nav.all': 'Todos os comunicados de segurança',

  'list.title': 'Comunicados de segurança',
  'list.summary': {
    one: '{count} comunicado',
    other: '{count} comunicados, ordenados da alteração mais recente para a mais antiga',
  },
  'list.empty': 'Nenhum comunicado de segurança foi publicado ainda.',
  'list.id': 'Número',
  'list.subject': 'Assunto',
  'list.published': 'Publicação',
  'list.changed': 'Última alteração',
  'list.languages': 'Idiomas',
  'list.missing': 'Não disponível em português; o texto é exibido em {language}.',
  'list.behind': 'A tradução está desatualizada.',

  'advisory.kind': 'Comunicado de segurança {id}',
  'advisory.contents': 'Nesta página',
  'advisory.facts': 'Dados principais',
  'advisory.ticket': 'Link para usar em chamados',
  'advisory.section': 'Link para “{title}” sem indicação de idioma',

  'fact.published': 'Publicação',
  'fact.updated': 'Atualização',
  'fact.revision': 'Revisão mais recente',
  'fact.version': 'Versão',
  'fact.affected': 'Software afetado',
  'fact.references': 'Referências',
  'fact.replacedBy': 'Substituído por',
  'fact.official': 'Endereço oficial',
  'fact.unknown': 'data não informada',

  'revisions.title': 'Revisões',
  'revisions.none': 'Este texto não registra nenhuma revisão.',
  'revision.versionAndDate': 'Versão {version} de {date}',
  'revision.version': 'Versão {version}',
  'revision.date': '{date}',
  'revision.ordinal': 'Revisão {ordinal}',
  'revision.current': 'versão atual',

  'missing.title': 'Este comunicado não está disponível em português',
  'missing.text': 'O texto é exibido em {language}.',
  'behind.title': 'Esta tradução está desatualizada',
  'behind.text': {
    one: 'Este texto ainda não inclui uma revisão já disponível em outro idioma:',
    other: 'Este texto ainda não inclui {count} revisões já disponíveis em outros idiomas:',
  },
  'behind.from': 'Ler em {language}',
  'language.other': 'Este texto está classificado como português, mas foi escrito em {language}.',

  'source.restated':
    'Este texto apresenta, com nossas próprias palavras, o comunicado oficial da {publisher}, mas não é de autoria da {publisher}. Em caso de divergência, prevalece a versão oficial.',
  'source.archived': 'Este texto é o comunicado oficial, obtido do acervo de quem o publicou.',
  'source.official': 'Versão oficial',
  'source.markdown': 'Esta página em Markdown',
  'source.json': 'Esta página em JSON',

  'ticket.title': 'Comunicado de segurança {id}',
  'ticket.text': 'Escolha a seção no seu idioma.',

  'notFound.title': 'Esta página não existe',
  'notFound.text': 'Confira o endereço ou procure o comunicado na lista.',
  'notFound.list': 'Todos os comunicados de segurança',
} satisfies Dictionary;
