import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advisoriesOf } from '../../../src/model/advisory.ts';
import { discordsOf } from '../../../src/model/concordance/concordance.ts';
import { type FindingKind, findingKinds } from '../../../src/model/concordance/finding.ts';
import type { Fact } from '../../../src/model/fact.ts';
import {
  type Change,
  locales as concordantLocales,
  discordsAfter,
  discordsIn,
  fileOf,
} from '../../support/concordant-set.ts';
import { ingest, ownFile } from '../../support/files.ts';

type Fault = Change & { readonly kind: FindingKind };

const fault = (
  what: string,
  kind: FindingKind,
  locale: Change['locale'],
  from: string | RegExp,
  to: string,
): Fault => ({ what, kind, locale, from, to });
const difference = (what: string, locale: Change['locale'], from: string | RegExp, to: string): Change => ({
  what,
  locale,
  from,
  to,
});

const key = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Print';

/** One change each, as translators and tools make them. */
const faults: readonly Fault[] = [
  fault(
    'a label and its link name two articles',
    'label-target',
    'nb-NO',
    '[KB 912345](https://support.microsoft.com/kb/912345)',
    '[KB 912345](https://support.microsoft.com/kb/951376)',
  ),
  fault(
    'the same in a table',
    'label-target',
    'it',
    '[912345](https://support.microsoft.com/kb/912345)',
    '[912345](https://support.microsoft.com/kb/912354)',
  ),
  fault(
    'a label and its link name two vulnerabilities',
    'label-target',
    'de-DE',
    'id=CVE-2008-1083',
    'id=CVE-2008-1084',
  ),
  fault(
    'a label and its link name two bulletins',
    'label-target',
    'pt-BR',
    'bulletin/ms08-021',
    'bulletin/ms08-022',
  ),
  fault(
    'a label and its link name two advisories',
    'label-target',
    'zh-CN',
    'advisory/954474',
    'advisory/954478',
  ),
  fault('an advisory instead of another, label and link', 'identifier', 'zh-CN', /954474/g, '954478'),
  fault('two digits of an article swapped, everywhere', 'identifier', 'it', /912345/g, '912435'),
  fault('a digit of a vulnerability', 'identifier', 'nb-NO', 'CVE-2008-1087', 'CVE-2008-1078'),
  fault('the year of a vulnerability', 'identifier', 'de-DE', 'CVE-2008-1087', 'CVE-2007-1087'),
  fault('a digit of an Adobe bulletin', 'identifier', 'pt-BR', 'APSB08-11', 'APSB08-12'),
  fault('a bulletin, label and link', 'identifier', 'de-DE', /MS08-021(.*)ms08-021/, 'MS08-012$1ms08-012'),
  fault('a vulnerability that was left out', 'missing-fact', 'it', '| **CVE** | CVE-2008-1087 |\n', ''),
  fault('an Adobe bulletin that was left out', 'missing-fact', 'zh-CN', '| **Adobe** | APSB08-11 |\n', ''),
  fault('a bulletin that was left out', 'missing-fact', 'nb-NO', /\[MS08-021\]\([^)]*\)/, 'bulletinen'),
  fault('a comma in the name of a file', 'literal', 'it', ' prtcore.dll ', ' prtcore,dll '),
  fault('another letter in the name of a file', 'literal', 'pt-BR', ' prtcore.dll ', ' prtcores.dll '),
  fault('a GUID with another digit', 'literal', 'de-DE', '7F5B7F63-F06F', '7F5B7F68-F06F'),
  fault('a GUID that lost a digit', 'missing-fact', 'zh-CN', '339E03C0AE3D', '339E03C0AE3'),
  fault('a version with swapped digits', 'literal', 'nb-NO', '6.0.6001.18023', '6.0.6001.18032'),
  fault('a decimal comma in a version', 'missing-fact', 'it', '6.0.6001.18023', '6,0,6001,18023'),
  fault('a thumbprint with another digit', 'literal', 'pt-BR', '37 a1 b2 0c', '37 a1 b2 0e'),
  fault('a thumbprint that lost a pair', 'literal', 'zh-CN', ' ca 11 fe', ' ca fe'),
  fault(
    'a registry path that lost a backslash',
    'literal',
    'nb-NO',
    `Control\\Print\\Providers`,
    `Control\\PrintProviders`,
  ),
  fault(
    'a registry path of another root',
    'literal',
    'it',
    `${key}\\Providers`,
    `${key.replace('LOCAL_MACHINE', 'CURRENT_USER')}\\Providers`,
  ),
  fault('a registry path that was translated', 'literal', 'de-DE', `${key}\\Providers`, `${key}\\Anbieter`),
  fault(
    'a translated line of a log',
    'code-line',
    'nb-NO',
    'Starting job 17 on port LPT1',
    'Starter jobb 17 på port LPT1',
  ),
  fault(
    'a translated line in the middle of a log',
    'code-line',
    'de-DE',
    'Job discarded by',
    'Auftrag verworfen von',
  ),
  fault(
    'a translated folder in a log',
    'code-line',
    'it',
    'C:\\\\Windows\\\\System32\\\\spool',
    'C:\\\\Windows\\\\System32\\\\stampa',
  ),
  fault('a comma in a file name of a log', 'code-line', 'it', 'see spooler.log', 'see spooler,log'),
  fault(
    'a dropped backslash in a log',
    'code-line',
    'pt-BR',
    'System32\\\\spool\\\\drivers',
    'System32\\\\spooldrivers',
  ),
  fault('another error code in a log', 'code-line', 'zh-CN', '0x80070005', '0x80070006'),
  fault(
    'a log that is wrapped inside a path',
    'wrapped-line',
    'de-DE',
    'System32\\\\spool',
    'System32\\\\\n    spool',
  ),
  fault(
    'a log that is wrapped at a space',
    'wrapped-line',
    'zh-CN',
    'discarded by PRINT',
    'discarded by\n    PRINT',
  ),
  fault(
    'a lost line of a log',
    'structure',
    'it',
    '    ERROR 0x80070005: access denied, C:\\\\Windows\\\\System32\\\\spool\\\\drivers\\\\prtcore.dll\n',
    '',
  ),
  fault('a space lost inside a line of a log', 'code-line', 'pt-BR', 'Starting job 17', 'Starting job17'),
  fault(
    'a translated first line of a script',
    'code-line',
    'pt-BR',
    'Windows Registry Editor Version 5.00',
    'Editor do Registro do Windows Versão 5.00',
  ),
  fault('another value in a script', 'code-line', 'nb-NO', 'dword:00000001', 'dword:00000010'),
  fault('a translated name of a value', 'code-line', 'de-DE', '"RejectUnsigned"', '"UnsignierteAblehnen"'),
  fault('a lost line of a script', 'code-line', 'it', '"RejectUnsigned"=dword:00000001\n', ''),
  fault('a script that was left out', 'structure', 'zh-CN', /```[\s\S]*?```\n/, ''),
  fault('a line of code that was cut off', 'code-line', 'it', 'see spooler.log', 'see spooler'),
  fault('a number in code that lost a digit', 'code-line', 'nb-NO', 'dword:00000001', 'dword:0000001'),
  fault(
    'a line of code too many',
    'code-line',
    'zh-CN',
    '"RejectUnsigned"=dword:00000001',
    '"RejectUnsigned"=dword:00000001\n"RejectAll"=dword:00000001',
  ),
  fault(
    'a link in HTML to another article than its words',
    'label-target',
    'pt-BR',
    '[KB 912345](https://support.microsoft.com/kb/912345)',
    '<a href="https://support.microsoft.com/kb/999999">KB 912345</a>',
  ),
  fault('all facts of a text lost', 'structure', 'it', /\| \*\*Articolo[\s\S]*?### Altre/, '### Altre'),
  fault(
    'day and month of a revision swapped',
    'date',
    'it',
    'V1.1 (12 maggio 2008)',
    'V1.1 (5 dicembre 2008)',
  ),
  fault('the year of a revision', 'date', 'nb-NO', 'V1.1 (12. mai 2008)', 'V1.1 (12. mai 2009)'),
  fault(
    'a revision before the publication',
    'impossible-date',
    'de-DE',
    'V1.1 (12. Mai 2008)',
    'V1.1 (12. Mai 2007)',
  ),
  fault('the day of publication', 'date', 'pt-BR', 'Publicado em: 8 de abril', 'Publicado em: 6 de abril'),
  fault(
    'day and month of publication swapped',
    'date',
    'zh-CN',
    '发布时间: 2008年4月8日',
    '发布时间: 2008年8月4日',
  ),
  fault('the day of the update', 'date', 'de-DE', 'Aktualisiert: 12. Mai', 'Aktualisiert: 21. Mai'),
  fault('the version of a revision', 'version', 'pt-BR', 'V1.1 (12 de maio', 'V11.0 (12 de maio'),
  fault('a lost revision', 'behind', 'zh-CN', /- {3}V1\.1.*\n/, ''),
  fault('a lost first revision', 'behind', 'it', /- {3}V1\.0.*\n/, ''),
  fault('a lost row of products', 'structure', 'nb-NO', '| Print Server 5 R2 |\n', ''),
  fault(
    'a row of products too many',
    'structure',
    'de-DE',
    '| Print Server 5 R2 |\n',
    '| Print Server 5 R2 |\n| Print Server 6 |\n',
  ),
  fault('a lost table', 'structure', 'pt-BR', /\| Software afetado \|\n(?:\|.*\n)+/, ''),
  fault('a lost question', 'structure', 'it', /\*\*Che cosa[\s\S]*?ca 11[^\n]*\n/, ''),
  fault(
    'a comma in an address',
    'link',
    'it',
    'support.microsoft.com/kb/912345)',
    'support.microsoft.com/kb/9123,45)',
  ),
  fault('a letter of a host lost', 'link', 'nb-NO', 'https://www.cve.org/', 'https://www.cv.org/'),
  fault(
    'an edition in another language',
    'language',
    'de-DE',
    /Der Druckdienst prüft nicht[\s\S]*?### Weitere/,
    `The print service does not check who sends a job to it, and so anybody who can reach the server can print, change the settings of printers and replace drivers. Servers that run with their default settings are affected. An update that checks the sender of every job is available; until it is installed, administrators should restrict access to the port. We are not aware of attacks that use this problem today. Customers who print over the network should install the update as soon as possible, and read the article for details of the changes that it makes to the system.\n\n### Weitere`,
  ),
];

/** What translation may change. */
const differences: readonly Change[] = [
  difference(
    'http instead of https',
    'it',
    'https://support.microsoft.com/kb/912345',
    'http://support.microsoft.com/kb/912345',
  ),
  difference(
    'an older address of the same article',
    'pt-BR',
    /https:\/\/support\.microsoft\.com\/kb\/912345/g,
    'https://support.microsoft.com/default.aspx?scid=kb;pt-br;912345',
  ),
  difference(
    'the article by another path',
    'de-DE',
    /https:\/\/support\.microsoft\.com\/kb\/912345/g,
    'https://support.microsoft.com/de-de/help/912345',
  ),
  difference(
    'the article by its query',
    'nb-NO',
    /https:\/\/support\.microsoft\.com\/kb\/912345/g,
    'http://support.microsoft.com/?kbid=912345',
  ),
  difference(
    'the advisory in the library',
    'it',
    'it-it/security/advisory/954474',
    'it-it/library/security/954474.aspx',
  ),
  difference('the bulletin with an ending', 'zh-CN', 'bulletin/ms08-021', 'bulletin/MS08-021.mspx'),
  difference(
    'the vulnerability at its old host',
    'pt-BR',
    'https://www.cve.org/CVERecord?id=CVE-2008-1083',
    'http://cve.mitre.org/cgi-bin/cvename.cgi?name=CVE-2008-1083',
  ),
  difference(
    'a candidate number of the time',
    'de-DE',
    '| **CVE** | CVE-2008-1087 |',
    '| **CVE** | CAN-2008-1087 |',
  ),
  difference('a download page of its own', 'zh-CN', 'details.aspx?id=36982', 'details.aspx?id=40112'),
  difference('tracking in an address', 'nb-NO', 'details.aspx?id=36982', 'details.aspx?id=36982&ocid=abc'),
  difference('another telephone number', 'it', '02 38591444', '800 123456'),
  difference(
    'another contact page',
    'pt-BR',
    'https://support.microsoft.com/pt-br/contact',
    'https://www.microsoft.com/pt-br/contato',
  ),
  difference('a translated product name', 'de-DE', /Print Server/g, 'Druckserver'),
  difference(
    'a product name with a translated part',
    'zh-CN',
    'Print Server 5 R2',
    '打印服务器 5 R2（64 位）',
  ),
  difference(
    'a decimal comma in prose',
    'it',
    'Il servizio di stampa non',
    'In 1,5 secondi il servizio di stampa non',
  ),
  difference(
    'an address to write to in capitals',
    'nb-NO',
    'support.microsoft.com/kb',
    'Support.Microsoft.com/KB',
  ),
  difference(
    'a GUID in small letters',
    'pt-BR',
    '{7F5B7F63-F06F-4331-8A26-339E03C0AE3D}',
    '{7f5b7f63-f06f-4331-8a26-339e03c0ae3d}',
  ),
  difference(
    'a thumbprint without spaces',
    'de-DE',
    '37 a1 b2 0c 5e 44 91 d0 6f 8e 23 7b 90 ca 11 fe 05 63 d8 4a',
    '37a1b20c5e4491d06f8e237b90ca11fe0563d84a',
  ),
  difference('one paragraph divided in two', 'it', 'invia un processo. Per', 'invia un processo.\n\nPer'),
  difference(
    'a table in HTML',
    'nb-NO',
    '| Berørt programvare |\n|---|\n| Print Server 4 |\n| Print Server 5 |\n| Print Server 5 R2 |',
    '<table><tr><td>Berørt programvare</td></tr><tr><td>Print Server 4</td></tr><tr><td>Print Server 5</td></tr><tr><td>Print Server 5 R2</td></tr></table>',
  ),
  difference('a heading of another rank', 'zh-CN', '### 其他信息', '## 其他信息'),
  difference(
    'longer words for a link',
    'pt-BR',
    '[KB 912345]',
    '[Artigo 912345 (em inglês) da Base de Dados de Conhecimento]',
  ),
  difference(
    'spaces around the sign of a value in a script',
    'it',
    '"RejectUnsigned"=dword',
    '"RejectUnsigned" = dword',
  ),
  difference(
    'a page of an encyclopedia in its own language',
    'it',
    'https://www.cve.org/CVERecord?id=CVE-2008-1083',
    'https://it.cve.org/CVERecord?id=CVE-2008-1083&lang=it',
  ),
  difference(
    'a link in HTML',
    'nb-NO',
    '[KB 912345](https://support.microsoft.com/kb/912345)',
    "<a href='https://support.microsoft.com/kb/912345'>KB 912345</a>",
  ),
  difference('full-width digits', 'zh-CN', 'KB 912345', 'KB ９１２３４５'),
  difference('a number joined to a noun', 'de-DE', '[KB 912345]', '[KB-912345-Artikel]'),
  difference('hyphens that do not break', 'it', /CVE-2008-1087/, 'CVE‑2008‑1087'),
  difference(
    'a registry path at the end of a sentence',
    'pt-BR',
    'Print\\Providers e',
    'Print\\Providers. E',
  ),
  difference(
    'a root of the registry by its short name',
    'zh-CN',
    'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Print\\Providers',
    'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Print\\Providers',
  ),
  difference(
    'a number of computers in the words of a link',
    'nb-NO',
    '[KB 912345]',
    '[KB 912345 for 100000 maskiner]',
  ),
  difference(
    'a comment that nobody sees',
    'de-DE',
    '### Weitere',
    '<!-- KB 999999,\nCVE-2001-0001 -->\n\n### Weitere',
  ),
  difference(
    'two blocks of facts in another order',
    'it',
    /(\| Riferimenti[\s\S]*?APSB08-11 \|\n)\n([\s\S]*?5 R2 \|\n)/,
    '$2\n$1',
  ),
  difference(
    'the log in a fence',
    'de-DE',
    /- {3}Starting[\s\S]*?spooler\.log/,
    '```\nStarting job 17 on port LPT1\nERROR 0x80070005: access denied, C:\\Windows\\System32\\spool\\drivers\\prtcore.dll\nJob discarded by PRINT_QUEUE=2, see spooler.log\n```',
  ),
  difference(
    'another day of the same update, on the other side of the earth',
    'zh-CN',
    '更新时间: 2008年5月12日',
    '更新时间: 2008年5月13日',
  ),
];

test('every kind of finding has a planted example', () =>
  assert.deepEqual(
    findingKinds.filter((kind) => !kind.endsWith('-waiver') && !faults.some((one) => one.kind === kind)),
    [],
  ));

test('a set of editions that agree has no finding', () => assert.deepEqual(discordsAfter(), []));

describe('faults planted in one of five editions, and differences that are none', () => {
  const found = faults.map((one) => ({
    ...one,
    told: discordsAfter(one).filter(({ severity }) => severity !== 'info'),
  }));
  const right = found.filter(({ kind, locale, told }) =>
    told.some((discord) => discord.kind === kind && discord.locale === locale),
  );
  const alarms = differences.map((one) => ({
    ...one,
    told: discordsAfter(one).filter(({ severity }) => severity === 'error'),
  }));
  const false_ = alarms.filter(({ told }) => told.length > 0);

  test(`at least 60 sets of editions`, () => assert.ok(faults.length + differences.length >= 60));
  test('at least 95 % of the faults are found', (context) => {
    context.diagnostic(`${right.length} of ${found.length} planted faults are found`);
    const missed = found.filter((one) => !right.includes(one));
    assert.ok(
      right.length >= found.length * 0.95,
      missed
        .map(({ what, told }) => `${what}: ${told.map(({ kind, locale }) => `${kind} ${locale}`)}`)
        .join('\n'),
    );
  });
  test('at most 5 % of the differences raise a false alarm', (context) => {
    context.diagnostic(`${false_.length} of ${alarms.length} legitimate differences raise a false alarm`);
    assert.ok(
      false_.length <= alarms.length * 0.05,
      false_.map(({ what, told }) => `${what}: ${JSON.stringify(told[0])}`).join('\n'),
    );
  });
  test('a fault is told once', () =>
    assert.deepEqual(
      found.flatMap(({ what, told }) => {
        const errors = told.filter(({ severity }) => severity === 'error');
        return errors.length > 1 ? [`${what}: ${errors.map(({ kind, line }) => `${kind} ${line}`)}`] : [];
      }),
      [],
    ));
  test('a fault in one edition accuses no other', () => {
    const accused = found.flatMap(({ what, locale, told }) =>
      told
        .filter((one) => one.severity === 'error' && one.locale !== locale)
        .map((one) => `${what}: ${one.kind} ${one.locale}`),
    );
    assert.deepEqual(accused, []);
  });
});

test('the references of the front matter are compared too', () => {
  const locales = ['de-DE', 'it', 'nb-NO', 'zh-CN'] as const;
  const facts = new Map<string, readonly Fact[]>();
  const editions = locales.map((locale) => {
    const id = locale === 'it' ? 'CVE-2026-1325' : 'CVE-2026-1235';
    const text = ownFile({ locale: undefined, references: `references:\n  - kind: cve\n    id: ${id}` });
    const read = ingest(text, `adv-2026-0001/${locale}.md`);
    assert.ok(read.edition);
    facts.set(locale, read.facts ?? []);
    return { ...read.edition, images: [], textKey: locale, sourceDigest: '' };
  });
  const [advisory] = advisoriesOf(editions);
  assert.ok(advisory);
  assert.deepEqual(
    discordsOf(advisory, ({ textKey }) => facts.get(textKey) ?? [])
      .filter(({ kind }) => kind === 'identifier')
      .map(({ locale, value, expected, line, severity }) => [locale, value, expected, line, severity]),
    [['it', 'CVE-2026-1325', 'CVE-2026-1235', 15, 'error']],
  );
});

test('an edition that is updated before the others does not keep them from being compared', () => {
  const texts = new Map(concordantLocales.map((locale) => [locale, fileOf(locale)]));
  const german = texts.get('de-DE') ?? '';
  texts.set('de-DE', german.replace(/(- {3}V1\.1.*\n)/, '$1-   V1.2 (1. Juni 2008): Neuer Stand.\n'));
  texts.set('it', (texts.get('it') ?? '').replaceAll('CVE-2008-1087', 'CVE-2008-1078'));
  const discords = discordsIn(texts);
  assert.deepEqual(
    discords.filter(({ severity }) => severity === 'error').map(({ kind, locale }) => `${kind} ${locale}`),
    ['identifier it'],
  );
  assert.equal(discords.filter(({ kind }) => kind === 'behind').length, 4);
});

test('a revision that was pasted twice puts no other edition behind', () => {
  const texts = new Map(concordantLocales.map((locale) => [locale, fileOf(locale)]));
  texts.set('it', (texts.get('it') ?? '').replace(/(- {3}V1\.1.*\n)/, '$1$1'));
  assert.deepEqual(
    discordsIn(texts).filter(({ locale }) => locale !== 'it'),
    [],
  );
});

test('code of a thousand lines is compared in good time', { timeout: 5_000 }, () => {
  const texts = new Map(
    concordantLocales.map((locale) => {
      const lines = Array.from(
        { length: 1_000 },
        (_, at) => `step ${at} of ${at % 2 === 0 ? 'all' : locale}`,
      );
      return [locale, fileOf(locale).replace('"RejectUnsigned"=dword:00000001', lines.join('\n'))];
    }),
  );
  discordsIn(texts);
});
