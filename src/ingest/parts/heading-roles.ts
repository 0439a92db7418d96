import type { SectionRole } from '../../model/section-roles.ts';

/**
 * How the headings of each role are worded, whatever the locale of the file: some files are written in
 * another language than they are filed under. Compared in lower case, without accents, numbers in
 * front, and punctuation at the end. `…` at the end takes any further words.
 */
const wordings: Readonly<Record<SectionRole, string>> = {
  overview:
    'übersicht | panoramica | oversikt | visão geral | 概述 | 概览 | overview | vue d’ensemble | présentation',
  summary:
    'kurzzusammenfassung | zusammenfassung | kurzfassung | riepilogo | sommario esecutivo | kortfattet sammendrag | sammendrag | sinopse | resumo executivo | resumo | sumário executivo | 摘要 | 执行摘要 | 概要 | executive summary | summary | résumé | synthèse',
  'general-information':
    'allgemeine informationen | informazioni generali | generell informasjon | informações gerais | 一般信息 | 常规信息 | general information | informations générales',
  'advisory-details':
    'details der empfehlung | details zu dieser empfehlung | empfehlungsdetails | dettagli sull’advisory | dettagli dell’advisory | detaljer om veiledningen | detaljert veiledning | detalhes do comunicado | 通报详细信息 | 公告详细信息 | advisory details | détails de l’avis',
  'issue-references':
    'problemverweise | verweise auf die sicherheitsanfälligkeit | verweise auf das problem | documentazione di riferimento per il problema | riferimenti sulla vulnerabilità | riferimenti al problema | referanser til sikkerhetsproblemet | referanser til problemet | referências ao problema | referências da vulnerabilidade | referências do problema | 问题参考 | 漏洞参考 | issue references | vulnerability references | références au problème',
  'affected-software':
    'betroffene software | betroffene software und geräte | betroffene software und gerate | betroffene cloud services | betroffene und nicht betroffene software | nicht zutreffende software | software non valido | 不适用的软件 | software interessato | software e dispositivi interessati | software interessato e non interessato | prodotti interessati | berørt programvare | berørte programmer og enheter | berørt og uberørt programvare | berørt og ikke-berørt programvare | softwares afetados | software afetado | dispositivos e softwares afetados | softwares e dispositivos afetados | softwares afetados e não afetados | serviços de nuvem afetados | produtos afetados | 受影响的软件 | 受影响软件 | 受影响的软件和设备 | 受影响和不受影响的软件 | 受影响的云服务 | affected software | affected software and devices | affected and non-affected software | logiciels affectés | logiciels concernés | betroffene geräte | dispositivi interessati | berørte enheter | dispositivos afetados | 受影响的设备 | affected devices | affected products | betroffene produkte | berørte produkter | 受影响的产品 | beslektet programvare | related software | relatert programvare | software correlato | software relacionado | softwares relacionados | verwandte software | 相关软件',
  'non-affected-software':
    'nicht betroffene software | nicht zutreffende software | software non valido | 不适用的软件 | software non interessato | uberørt programvare | ikke-berørt programvare | programvare som ikke er berørt | softwares não afetados | software não afetado | 不受影响的软件 | non-affected software | logiciels non concernés',
  'mitigating-factors':
    'schadensbegrenzende faktoren | risikomindernde faktoren | fattori attenuanti | begrensende faktorer | fatores atenuantes | 缓解因素 | 减轻影响的因素 | mitigating factors | facteurs atténuants',
  faq: 'häufig gestellte fragen … | häufige fragen … | domande frequenti … | vanlige spørsmål … | ofte stilte spørsmål … | perguntas frequentes … | perguntas freqüentes … | perguntas mais frequentes … | perguntas mais freqüentes … | 常见问题 … | 常见问题解答 … | 通报常见问题 … | 公告常见问题 … | 此通报的常见问题 … | 此公告的常见问题 … | frequently asked questions … | faq … | foire aux questions … | forum aux questions …',
  'suggested-actions':
    'empfohlene maßnahmen | vorgeschlagene maßnahmen | empfohlene aktionen | interventi consigliati | azioni consigliate | operazioni consigliate | forslag til tiltak | anbefalte tiltak | foreslåtte tiltak | ações sugeridas | ações recomendadas | 建议措施 | 建议的措施 | 建议操作 | 建议的操作 | suggested actions | recommended actions | actions suggérées',
  'additional-actions':
    'zusätzlich empfohlene maßnahmen | zusätzliche empfohlene maßnahmen | weitere empfohlene maßnahmen | zusätzlich empfohlene handlungen | ulteriori interventi consigliati | azioni aggiuntive consigliate | flere forslag til tiltak | andre forslag til tiltak | ytterligere forslag til tiltak | ações adicionais sugeridas | ações sugeridas adicionais | 其他建议措施 | 其他建议操作 | 其他建议的操作 | 其他建议的措施 | additional suggested actions | actions supplémentaires suggérées',
  workarounds:
    'problemumgehungen | problemumgehung | anwenden von problemumgehungen | soluzioni alternative | soluzione alternativa | applicare soluzioni alternative | løsninger | midlertidige løsninger | midlertidig løsning | bruk midlertidige løsninger | soluções alternativas | solução alternativa | aplicar soluções alternativas | 变通办法 | 变通方法 | 解决方法 | 应用变通办法 | 应用变通方法 | workarounds | workaround | apply workarounds | solutions de contournement',
  'current-update':
    'aktuelles update | aggiornamento corrente | gjeldende oppdatering | atualização atual | 当前更新 | current update',
  'previous-updates':
    'vorherige updates | frühere updates | aggiornamenti precedenti | tidligere oppdateringer | atualizações anteriores | 以前的更新 | 先前的更新 | previous updates',
  'update-deployment':
    'bereitstellung von sicherheitsupdates | bereitstellung von updates | distribuzione dell’aggiornamento per la protezione | distribuzione degli aggiornamenti per la protezione | distribusjon av sikkerhetsoppdateringer | implantação de atualização de segurança | implantação de atualizações de segurança | 安全更新部署 | 更新部署 | security update deployment',
  'other-information':
    'weitere informationen | sonstige informationen | andere informationen | altre informazioni | ulteriori informazioni | annen informasjon | andre opplysninger | outras informações | outras informacoes | 其他信息 | 更多信息 | other information | autres informations',
  acknowledgments:
    'danksagung | danksagungen | ringraziamenti | takk til | vi takker | agradecimentos | 鸣谢 | 致谢 | acknowledgments | acknowledgements | remerciements',
  'protections-program':
    'microsoft active protections program … | microsoft active protection program … | 主动保护计划 … | microsoft 主动保护计划 …',
  feedback:
    'feedback | commenti e suggerimenti | commenti | tilbakemelding | tilbakemeldinger | comentários | 反馈 | commentaires',
  support:
    'support | supporto | supporto tecnico | kundestøtte | støtte | brukerstøtte | suporte | 支持 | assistance',
  resources: 'ressourcen | risorse | ressurser | recursos | 资源 | resources | ressources',
  disclaimer:
    'haftungsausschluss | dichiarazione di non responsabilità | ansvarsfraskrivelse | aviso de isenção de responsabilidade | isenção de responsabilidade | termo de isenção de responsabilidade | 免责声明 | disclaimer | dédit de responsabilité',
  revisions:
    'revisionen | revision | revisionsverlauf | änderungsverlauf | versionsverlauf | versionen | versioni | revisioni | cronologia delle revisioni | cronologia revisioni | revisjoner | endringer | revisjonshistorikk | revisjonslogg | revisões | revisão | versões | histórico de revisões | histórico de revisão | 修订版本 | 修订 | 修订历史 | 修订历史记录 | 修订记录 | 版本历史 | revisions | revision history | révisions',
};

const exact = new Map<string, SectionRole>();
const beginnings: { words: string; role: SectionRole }[] = [];
for (const [role, list] of Object.entries(wordings) as [SectionRole, string][]) {
  for (const wording of list.split('|')) {
    const words = comparable(wording.replace('…', ''));
    exact.set(words, role);
    if (wording.includes('…')) beginnings.push({ words, role });
  }
}

/** What a heading or label is for, by its wording; undefined where the list has no such wording. */
export function roleOfHeading(title: string): SectionRole | undefined {
  if (title.length > longestWording) return undefined;
  const words = comparable(title);
  return exact.get(words) ?? beginnings.find((beginning) => words.startsWith(beginning.words))?.role;
}

/** No wording is longer; a longer title need not be looked at. */
const longestWording = 120;

/** Roles that older files set as bold labels instead of headings. */
export const labelRoles: ReadonlySet<SectionRole> = new Set([
  'resources',
  'acknowledgments',
  'feedback',
  'support',
  'disclaimer',
  'revisions',
]);

/** Roles that files set as bold labels inside a section. */
export const innerLabelRoles: ReadonlySet<SectionRole> = new Set([
  'mitigating-factors',
  'non-affected-software',
  'workarounds',
]);

function comparable(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['‘’`´]/g, '’')
    .replace(/^\s*\d+[.)]\s*/, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:：.。…]+$/u, '')
    .trim();
}
