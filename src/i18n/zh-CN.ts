import type { Dictionary } from './dictionary.ts';

export const chinese = {
  'site.tagline': '各语言版本内容一致的安全通报',
  'nav.skip': '跳到正文',
  'nav.languages': '语言',
  'nav.all': '全部安全通报',

  'list.title': '安全通报',
  'list.summary': '共 {count} 篇通报，最近更新的排在最前',
  'list.empty': '尚未发布任何安全通报。',
  'list.id': '编号',
  'list.subject': '主题',
  'list.published': '发布日期',
  'list.changed': '更新日期',
  'list.languages': '语言',
  'list.missing': '没有简体中文版，此处显示的是{language}版。',
  'list.behind': '译文不是最新版本。',

  'advisory.kind': '安全通报 {id}',
  'advisory.contents': '本页内容',
  'advisory.facts': '基本信息',
  'advisory.ticket': '用于工单的链接',
  'advisory.section': '“{title}”的链接（不指定语言）',

  'fact.published': '发布日期',
  'fact.updated': '更新日期',
  'fact.revision': '最新修订',
  'fact.version': '版本',
  'fact.affected': '受影响的软件',
  'fact.references': '参考资料',
  'fact.replacedBy': '已由以下文档取代',
  'fact.official': '官方地址',
  'fact.unknown': '日期不详',

  'revisions.title': '修订历史',
  'revisions.none': '本文没有修订记录。',
  'revision.versionAndDate': '{version} 版，{date}',
  'revision.version': '{version} 版',
  'revision.date': '{date}',
  'revision.ordinal': '第 {ordinal} 次修订',
  'revision.current': '当前版本',

  'missing.title': '本通报没有简体中文版',
  'missing.text': '当前显示的是{language}版。',
  'behind.title': '本译文不是最新版本',
  'behind.text': '以下 {count} 次修订已纳入其他语言版本，但本文尚未包含：',
  'behind.from': '查看{language}版',
  'language.other': '本文归入简体中文，但实际使用的语言是{language}。',

  'source.restated':
    '本文由我们根据 {publisher} 的官方安全通报重新撰写，并非 {publisher} 的原文；如有出入，以官方版本为准。',
  'source.archived': '本文为官方安全通报原文，取自发布方的存档。',
  'source.official': '官方版本',
  'source.markdown': '本页的 Markdown 文件',
  'source.json': '本页的 JSON 数据',

  'ticket.title': '安全通报 {id}',
  'ticket.text': '请选择您所用语言的章节。',

  'notFound.title': '找不到此页面',
  'notFound.text': '请检查地址，或在列表中查找通报。',
  'notFound.list': '全部安全通报',
} satisfies Dictionary;
