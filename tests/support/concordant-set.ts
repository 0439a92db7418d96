import { ingestEdition } from '../../src/ingest/ingest.ts';
import { type Advisory, advisoriesOf } from '../../src/model/advisory.ts';
import { discordsOf } from '../../src/model/concordance/concordance.ts';
import type { Discord } from '../../src/model/concordance/finding.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Locale } from '../../src/model/locales.ts';

/** What a translator writes; everything else is the same in all five. */
interface Words {
  readonly folder: string;
  readonly title: string;
  readonly subject: string;
  readonly dates: string;
  readonly general: string;
  readonly overview: string;
  readonly intro: (links: { article: string; bulletin: string; advisory: string }) => string;
  readonly reference: string;
  readonly number: string;
  readonly article: string;
  readonly affected: string;
  readonly faq: string;
  readonly how: string;
  readonly log: string;
  readonly what: string;
  readonly update: (facts: { key: string; file: string; version: string; guid: string }) => string;
  readonly certificate: string;
  readonly actions: string;
  readonly script: string;
  readonly download: string;
  readonly other: string;
  readonly resources: string;
  readonly support: string;
  readonly revisions: string;
  readonly first: string;
  readonly second: string;
}

const words: Readonly<Record<Locale, Words>> = {
  'de-DE': {
    folder: 'de-DE',
    title: 'Sicherheitsempfehlung 945678',
    subject: 'Der Druckdienst nimmt Aufträge ohne Anmeldung an',
    dates: 'Veröffentlicht: 8. April 2008 | Aktualisiert: 12. Mai 2008',
    general: 'Allgemeine Informationen',
    overview: 'Übersicht',
    intro: ({ article, bulletin, advisory }) =>
      `Der Druckdienst prüft nicht, wer einen Auftrag schickt. Näheres steht im ${article}, im ${bulletin} und in der ${advisory}.`,
    reference: 'Verweise',
    number: 'Nummer',
    article: 'Artikel',
    affected: 'Betroffene Software',
    faq: 'Häufig gestellte Fragen',
    how: 'Woran erkenne ich das?',
    log: 'Im Protokoll stehen diese Zeilen:',
    what: 'Was ändert das Update?',
    update: ({ key, file, version, guid }) =>
      `Es setzt einen Wert unter ${key} und ersetzt ${file} durch die Version ${version}. Die Klasse hat die Kennung ${guid}.`,
    certificate: 'Der Fingerabdruck des Zertifikats lautet',
    actions: 'Empfohlene Maßnahmen',
    script: 'Bis dahin hilft dieses Skript:',
    download: 'Laden Sie das Update herunter',
    other: 'Weitere Informationen',
    resources: 'Ressourcen',
    support:
      'Kunden in Deutschland wenden sich an den [Support](https://support.microsoft.com/de-de/contact), Telefon 0180 6672255.',
    revisions: 'Revisionen',
    first: 'V1.0 (8. April 2008): Veröffentlicht.',
    second: 'V1.1 (12. Mai 2008): Update verfügbar.',
  },
  it: {
    folder: 'it-IT',
    title: 'Advisory sulla sicurezza 945678',
    subject: 'Il servizio di stampa accetta processi senza autenticazione',
    dates: 'Data di pubblicazione: 8 aprile 2008 | Aggiornamento: 12 maggio 2008',
    general: 'Informazioni generali',
    overview: 'Panoramica',
    intro: ({ article, bulletin, advisory }) =>
      `Il servizio di stampa non verifica chi invia un processo. Per i dettagli vedere l’${article}, il ${bulletin} e l’${advisory}.`,
    reference: 'Riferimenti',
    number: 'Numero',
    article: 'Articolo',
    affected: 'Software interessato',
    faq: 'Domande frequenti',
    how: 'Come si riconosce il problema?',
    log: 'Nel registro compaiono queste righe:',
    what: 'Che cosa cambia con l’aggiornamento?',
    update: ({ key, file, version, guid }) =>
      `Imposta un valore in ${key} e sostituisce ${file} con la versione ${version}. La classe ha l’identificatore ${guid}.`,
    certificate: 'L’identificazione personale del certificato è',
    actions: 'Interventi consigliati',
    script: 'Nel frattempo è utile questo script:',
    download: 'Scaricare l’aggiornamento',
    other: 'Altre informazioni',
    resources: 'Risorse',
    support:
      'I clienti in Italia possono rivolgersi al [supporto](https://support.microsoft.com/it-it/contact), telefono 02 38591444.',
    revisions: 'Versioni',
    first: 'V1.0 (8 aprile 2008): Pubblicazione.',
    second: 'V1.1 (12 maggio 2008): Aggiornamento disponibile.',
  },
  'nb-NO': {
    folder: 'nb-NO',
    title: 'Sikkerhetsveiledning 945678',
    subject: 'Utskriftstjenesten godtar jobber uten pålogging',
    dates: 'Publisert: 8. april 2008 | Oppdatert: 12. mai 2008',
    general: 'Generell informasjon',
    overview: 'Oversikt',
    intro: ({ article, bulletin, advisory }) =>
      `Utskriftstjenesten kontrollerer ikke hvem som sender en jobb. Du finner mer i ${article}, i ${bulletin} og i ${advisory}.`,
    reference: 'Referanser',
    number: 'Nummer',
    article: 'Artikkel',
    affected: 'Berørt programvare',
    faq: 'Vanlige spørsmål',
    how: 'Hvordan ser jeg det?',
    log: 'Loggen inneholder disse linjene:',
    what: 'Hva endrer oppdateringen?',
    update: ({ key, file, version, guid }) =>
      `Den setter en verdi under ${key} og erstatter ${file} med versjon ${version}. Klassen har identifikatoren ${guid}.`,
    certificate: 'Avtrykket til sertifikatet er',
    actions: 'Forslag til tiltak',
    script: 'Inntil videre hjelper dette skriptet:',
    download: 'Last ned oppdateringen',
    other: 'Annen informasjon',
    resources: 'Ressurser',
    support:
      'Kunder i Norge kan kontakte [kundestøtte](https://support.microsoft.com/nb-no/contact), telefon 23 16 21 25.',
    revisions: 'Revisjoner',
    first: 'V1.0 (8. april 2008): Publisert.',
    second: 'V1.1 (12. mai 2008): Oppdatering tilgjengelig.',
  },
  'pt-BR': {
    folder: 'pt-BR',
    title: 'Comunicado de segurança 945678',
    subject: 'O serviço de impressão aceita trabalhos sem autenticação',
    dates: 'Publicado em: 8 de abril de 2008 | Atualizado em: 12 de maio de 2008',
    general: 'Informações Gerais',
    overview: 'Visão geral',
    intro: ({ article, bulletin, advisory }) =>
      `O serviço de impressão não verifica quem envia um trabalho. Veja os detalhes no ${article}, no ${bulletin} e no ${advisory}.`,
    reference: 'Referências',
    number: 'Número',
    article: 'Artigo',
    affected: 'Software afetado',
    faq: 'Perguntas frequentes',
    how: 'Como reconheço o problema?',
    log: 'O log contém estas linhas:',
    what: 'O que a atualização altera?',
    update: ({ key, file, version, guid }) =>
      `Ela define um valor em ${key} e substitui ${file} pela versão ${version}. A classe tem o identificador ${guid}.`,
    certificate: 'A impressão digital do certificado é',
    actions: 'Ações sugeridas',
    script: 'Enquanto isso, este script ajuda:',
    download: 'Baixe a atualização',
    other: 'Outras informações',
    resources: 'Recursos',
    support:
      'No Brasil, fale com o [suporte](https://support.microsoft.com/pt-br/contact), telefone 0800 761 7454.',
    revisions: 'Revisões',
    first: 'V1.0 (8 de abril de 2008): Publicado.',
    second: 'V1.1 (12 de maio de 2008): Atualização disponível.',
  },
  'zh-CN': {
    folder: 'zh-CN',
    title: '安全通报 945678',
    subject: '打印服务无需登录即接受作业',
    dates: '发布时间: 2008年4月8日 | 更新时间: 2008年5月12日',
    general: '一般信息',
    overview: '概述',
    intro: ({ article, bulletin, advisory }) =>
      `打印服务不检查由谁发送作业。有关详细信息，请参阅${article}、${bulletin}和${advisory}。`,
    reference: '参考',
    number: '编号',
    article: '文章',
    affected: '受影响的软件',
    faq: '常见问题',
    how: '如何识别此问题？',
    log: '日志包含以下几行：',
    what: '此更新有哪些更改？',
    update: ({ key, file, version, guid }) =>
      `它在 ${key} 下设置一个值，并将 ${file} 替换为 ${version} 版。该类的标识符为 ${guid}。`,
    certificate: '证书指纹为',
    actions: '建议措施',
    script: '在此之前，可使用以下脚本：',
    download: '下载更新',
    other: '其他信息',
    resources: '资源',
    support: '中国的客户可联系[支持](https://support.microsoft.com/zh-cn/contact)，电话 400-820-3800。',
    revisions: '修订版本',
    first: 'V1.0（2008 年 4 月 8 日）：已发布。',
    second: 'V1.1（2008 年 5 月 12 日）：更新可用。',
  },
};

export const locales = Object.keys(words) as Locale[];

export const folderOf = (locale: Locale): string => words[locale].folder;

/** A valid edition, as its file. */
export function fileOf(locale: Locale): string {
  const one = words[locale];
  const region = one.folder.toLowerCase();
  return `---
TOCTitle: 945678
Title: ${one.title}
ms:assetid: 945678
ms:mtpsurl: 'https://technet.microsoft.com/${one.folder}/library/945678(v=Security.10)'
---

${one.title}
===

${one.subject}
---

${one.dates}

### ${one.general}

${one.overview}
---

${one.intro({
  article: '[KB 912345](https://support.microsoft.com/kb/912345)',
  bulletin: `[MS08-021](https://technet.microsoft.com/${region}/security/bulletin/ms08-021)`,
  advisory: `[954474](https://technet.microsoft.com/${region}/security/advisory/954474)`,
})}

| ${one.reference} | ${one.number} |
|---|---|
| **${one.article}** | [912345](https://support.microsoft.com/kb/912345) |
| **CVE** | [CVE-2008-1083](https://www.cve.org/CVERecord?id=CVE-2008-1083) |
| **CVE** | CVE-2008-1087 |
| **Adobe** | APSB08-11 |

| ${one.affected} |
|---|
| Print Server 4 |
| Print Server 5 |
| Print Server 5 R2 |

${one.faq}
---

**${one.how}**
${one.log}

-   Starting job 17 on port LPT1
    ERROR 0x80070005: access denied, C:\\\\Windows\\\\System32\\\\spool\\\\drivers\\\\prtcore.dll
    Job discarded by PRINT\\_QUEUE=2, see spooler.log

**${one.what}**
${one.update({
  key: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Print\\Providers',
  file: 'prtcore.dll',
  version: '6.0.6001.18023',
  guid: '{7F5B7F63-F06F-4331-8A26-339E03C0AE3D}',
})}

${one.certificate} 37 a1 b2 0c 5e 44 91 d0 6f 8e 23 7b 90 ca 11 fe 05 63 d8 4a.

${one.actions}
---

${one.script}

\`\`\`
Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Print]
"RejectUnsigned"=dword:00000001
\`\`\`

[${one.download}](https://www.microsoft.com/${region}/download/details.aspx?id=36982)

### ${one.other}

**${one.resources}:**

-   ${one.support}

**${one.revisions}:**

-   ${one.first}
-   ${one.second}
`;
}

/** A change of one edition: text that stands in it, and what stands there instead. */
export interface Change {
  readonly what: string;
  readonly locale: Locale;
  readonly from: string | RegExp;
  readonly to: string;
}

/** What is found where the change is made in an otherwise valid set of editions. */
export function discordsAfter(change?: Change, only: readonly Locale[] = locales): Discord[] {
  return discordsIn(
    new Map(
      only.map((locale) => {
        const valid = fileOf(locale);
        const text = change?.locale === locale ? valid.replace(change.from, change.to) : valid;
        if (change?.locale === locale && text === valid) throw new Error(`${change.what}: changes nothing`);
        return [locale, text];
      }),
    ),
  );
}

/** What is found in a set of editions. */
export function discordsIn(texts: ReadonlyMap<Locale, string>): Discord[] {
  const facts = new Map<string, readonly Fact[]>();
  const editions = [...texts].map(([locale, text]): Edition => {
    const path = `${words[locale].folder}/2008/945678.md`;
    const read = ingestEdition(new TextEncoder().encode(text), { path, shown: path });
    if (read.edition === undefined) throw new Error(`${locale}: ${JSON.stringify(read.problems)}`);
    facts.set(locale, read.facts ?? []);
    return { ...read.edition, images: [], textKey: locale, sourceDigest: '' };
  });
  const [advisory] = advisoriesOf(editions) as [Advisory];
  return discordsOf(advisory, ({ textKey }) => facts.get(textKey) ?? []);
}
