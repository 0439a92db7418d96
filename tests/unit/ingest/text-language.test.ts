import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, outcomes, ownFile } from '../../support/files.ts';

const german = `Der Druckdienst nimmt Aufträge von jedem Absender an, ohne zu prüfen, wer sie geschickt hat. Wer den Dienst
über das Netz erreicht, kann sich auf diese Weise Dateien ausdrucken lassen, die er selbst nicht lesen darf. Betroffen sind
alle Server, auf denen der Dienst in der Voreinstellung läuft. Ein Update, das die Absender prüft, steht bereit. Bis es
eingespielt ist, sollten Sie den Zugriff auf den Dienst in der Firewall auf bekannte Adressen beschränken.`;
const english = `The print service accepts jobs from every sender without checking who has sent them. Whoever reaches the
service over the network can thus have files printed that they are not allowed to read. All servers on which the service
runs with its default settings are affected. An update that checks the senders is available. Until it is installed, you
should restrict access to the service to known addresses in the firewall of your organization.`;

const written = (body: string) => ingest(archiveFile({ body, header: 'Title: A\nms:assetid: 123456' }));

describe('the language of a text', () => {
  test('is that of its locale', () => {
    const file = written(german);
    assert.equal(file.edition?.language, 'de-DE');
    assert.ok(!outcomes(file).includes('repaired other-language'));
  });
  test('is told where it is another, and used', () => {
    const file = written(english);
    assert.equal(file.edition?.language, 'en');
    assert.ok(outcomes(file).includes('repaired other-language'));
  });
  test('is told of a file of our own too', () =>
    assert.ok(
      outcomes(ingestOwn(ownFile({}, `## A {#overview}\n\n${english}`))).includes('repaired other-language'),
    ));
  test('is not guessed from a few words', () =>
    assert.equal(written('Install the update.').edition?.language, 'de-DE'));
  test('is not that of its code', () =>
    assert.equal(written(`${german}\n\n\`\`\`\n${english}\n${english}\n\`\`\``).edition?.language, 'de-DE'));
});

describe('a short notice with names of products is in its own language', () => {
  const products = [
    'Remote Desktop Services',
    'Endpoint Protection Manager',
    'Secure Web Gateway',
    'Identity Provider',
    'Data Loss Prevention',
    'Network Access Control',
    'Privileged Access Management',
    'Security Information Server',
    'Cloud Connector for Kubernetes',
    'Virtual Desktop Infrastructure',
    'Hardware Security Module',
    'Certificate Lifecycle Manager',
  ].map((name) => `Example ${name}`);
  const sentences = {
    'de-DE': 'Betroffen sind die folgenden Produkte. Installieren Sie die Updates.',
    it: 'Sono interessati i seguenti prodotti. Installare gli aggiornamenti.',
    'nb-NO': 'Følgende produkter er berørt. Installer oppdateringene.',
    'pt-BR': 'Os produtos a seguir são afetados. Instale as atualizações.',
    'zh-CN': '以下产品受影响，请尽快安装更新。',
  };
  for (const [locale, sentence] of Object.entries(sentences))
    for (const [what, body] of [
      ['a list', products.map((name) => `- ${name}`).join('\n')],
      ['a table', `| A | B |\n|---|---|\n${products.map((name) => `| ${name} | 1.0 |`).join('\n')}`],
      ['lines', products.join('\\\n')],
    ])
      test(`${locale}, ${what}`, () => {
        const file = ingest(
          ownFile({ locale: `locale: ${locale}` }, `## A {#overview}\n\n${sentence}\n\n${body}`),
          `adv-2026-0001/${locale}.md`,
        );
        assert.equal(file.edition?.language, locale);
        assert.deepEqual(outcomes(file), []);
      });
});

describe('a paragraph in another language', () => {
  const paragraph = (text: string) => text.replaceAll('\n', ' ');
  const mixed = (locale: string, own: string, foreign: string) =>
    ingest(
      ownFile(
        { locale: `locale: ${locale}` },
        `## A {#overview}\n\n${paragraph(own)}\n\n${paragraph(foreign)}\n\n${paragraph(own)}`,
      ),
      `adv-2026-0001/${locale}.md`,
    );
  test('is marked with it, and reported by its line', () => {
    const file = mixed('de-DE', german, english);
    assert.equal(file.edition?.language, 'de-DE');
    assert.match(htmlOf(file), /<p lang="en">The print service/);
    assert.equal(htmlOf(file).match(/lang="/g)?.length, 1);
    const [report, ...others] = file.problems;
    assert.equal(report?.rule, 'other-language-paragraph');
    assert.deepEqual(others, []);
    const written = ownFile({}, '').split('\n').length;
    assert.ok((report?.line ?? 0) > written);
  });
  test('of an English text is marked, too', () =>
    assert.match(htmlOf(mixed('de-DE', english.repeat(2), german)), /<p lang="de">Der Druckdienst/));
  test('that is short is not', () =>
    assert.doesNotMatch(htmlOf(mixed('de-DE', german, 'Install the update that is available.')), /lang=/));
  test('that is in the language of the text is not', () =>
    assert.doesNotMatch(htmlOf(mixed('de-DE', german, german)), /lang=/));
});

describe('characters of another code page', () => {
  for (const [what, text] of [
    ['UTF-8 read byte by byte', 'Die Ã¼bliche Anleitung'],
    ['a character that was lost', 'Die �bliche Anleitung'],
  ] as const) {
    test(what, () => assert.ok(outcomes(written(`${german}\n\n${text}`)).includes('repaired mojibake')));
  }
  test('Latin-2 in a text whose language is written in Latin-1', () => {
    const file = ingest(archiveFile({ body: 'As Revisőes' }), 'pt-BR/2008/123456.md');
    const [finding] = file.problems.filter(({ rule }) => rule === 'mojibake');
    assert.match(finding?.what ?? '', /^`Revisőes`/);
    assert.ok(finding?.line);
  });
  test('and no letter of the language itself', () =>
    assert.ok(!outcomes(written(`${german} Ärger, Öl, Übung, Maß, Café`)).includes('repaired mojibake')));
});
