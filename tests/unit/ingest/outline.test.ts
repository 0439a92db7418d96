import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, outcomes, ownFile } from '../../support/files.ts';

const outlineOf = (body: string): string[] =>
  (ingest(archiveFile({ body, revisions: '', trailer: '' })).edition?.outline ?? []).map(
    ({ level, id }) => `${level} ${id}`,
  );

describe('the ranks of headings', () => {
  for (const [rule, body, expected] of [
    [
      'stay where they are sound',
      '## Übersicht\n\nA\n\n### Danksagung\n\nB',
      ['2 overview', '3 acknowledgments'],
    ],
    ['begin at the second', '#### Übersicht\n\nA\n\n#### Feedback\n\nB', ['2 overview', '2 feedback']],
    ['leave no gap', '## Übersicht\n\nA\n\n##### Danksagung\n\nB', ['2 overview', '3 acknowledgments']],
    [
      'keep what every advisory ends with out of other sections',
      '## Übersicht\n\nA\n\n### Spooler\n\nB\n\n#### Feedback\n\nC\n\n### Haftungsausschluss\n\nD',
      ['2 overview', '3 overview-part-1', '2 feedback', '2 disclaimer'],
    ],
    [
      'put under an empty H3 the H2s that follow it',
      '### Allgemeine Informationen\n\n## Übersicht\n\nA\n\n## Empfohlene Maßnahmen\n\n#### Problemumgehungen\n\nB\n\n### Weitere Informationen\n\nC',
      ['2 general-information', '3 overview', '3 suggested-actions', '4 workarounds', '2 other-information'],
    ],
    [
      'put under an empty “Vulnerability Information” the vulnerabilities beside it',
      '## 漏洞信息\n\n<span id="x"></span>\n\n## GDI 漏洞 - CVE-2016-7257\n\n### 缓解因素\n\nA\n\n## 多个漏洞\n\nB\n\n## 安全更新部署\n\nC\n\n## Spooler\n\nD',
      [
        '2 vulnerability-information',
        '3 cve-2016-7257',
        '4 cve-2016-7257-mitigating-factors',
        '3 vulnerability-information-part-2',
        '2 update-deployment',
        '2 part-3',
      ],
    ],
    [
      'leave them beside one that has a text of its own',
      '## 漏洞信息\n\nA\n\n## GDI 漏洞 - CVE-2016-7257\n\nB',
      ['2 vulnerability-information', '2 cve-2016-7257'],
    ],
    [
      'make an H3 with text of its own the peer of the H2s that follow it',
      '### Details der Empfehlung\n\n#### Problemverweise\n\nA\n\n## Empfohlene Maßnahmen\n\nB\n\n### Weitere Informationen\n\nC',
      ['2 advisory-details', '3 issue-references', '2 suggested-actions', '2 other-information'],
    ],
  ] as const) {
    test(rule, () => assert.deepEqual(outlineOf(body), expected));
  }
});

describe('the id of a section in an archive file', () => {
  for (const [rule, body, expected] of [
    ['is its role, in any language', '## Panoramica\n\nA\n\n## 常见问题解答\n\nB', ['2 overview', '2 faq']],
    ['does not mind a colon, accents or case', '## ÜBERSICHT:\n\nA', ['2 overview']],
    [
      'is its position where it has no role',
      '## Übersicht\n\nA\n\n## Druckdienst\n\nB\n\n### Spooler\n\nC',
      ['2 overview', '2 part-2', '3 part-2-part-1'],
    ],
    [
      'is its position where the role is taken',
      '## Übersicht\n\nA\n\n## Übersicht\n\nB',
      ['2 overview', '2 part-2'],
    ],
    [
      'is the vulnerability that its heading names, in any form',
      '## Dienst – CVE-2008-4250\n\nA\n\n## VDM – CAN-2004-0208\n\nB\n\n## 漏洞 - CVE2017-0043\n\nC\n\n## Falha - CVE- 2017-0044\n\nD',
      ['2 cve-2008-4250', '2 cve-2004-0208', '2 cve-2017-0043', '2 cve-2017-0044'],
    ],
    ['is not one of several vulnerabilities', '## CVE-2008-4250 und CVE-2008-4251\n\nA', ['2 part-1']],
    [
      'is the role in the part of a vulnerability',
      '## Dienst – CVE-2008-4250\n\n### Problemumgehungen\n\nA\n\n### Häufig gestellte Fragen (FAQs)\n\nB\n\n## Kern – CVE-2008-4251\n\n### Problemumgehungen\n\nC',
      [
        '2 cve-2008-4250',
        '3 cve-2008-4250-workarounds',
        '3 cve-2008-4250-faq',
        '2 cve-2008-4251',
        '3 cve-2008-4251-workarounds',
      ],
    ],
    [
      'is the role for a vulnerability, also beside its part',
      '## Window 管理漏洞 - CAN-2004-0207\n\nA\n\n## Window 管理漏洞 (CAN-2004-0207) 的缓解因素\n\nB\n\n## Soluzioni alternative per la vulnerabilità - CAN-2004-0207\n\nC',
      ['2 cve-2004-0207', '2 cve-2004-0207-mitigating-factors', '2 cve-2004-0207-workarounds'],
    ],
    [
      'is its position where a heading names the same vulnerability again',
      '## Dienst – CVE-2008-4250\n\nA\n\n## Dienst – CVE-2008-4250\n\nB',
      ['2 cve-2008-4250', '2 part-2'],
    ],
    [
      'is a role of bulletins, and in a counted part the role in that part, if there are several',
      '## Informationen zum Update\n\n### Windows XP\n\n#### Dateiinformationen\n\nA\n\n### Windows Vista\n\n#### Dateiinformationen\n\nB',
      [
        '2 update-information',
        '3 update-information-part-1',
        '4 update-information-part-1-file-information',
        '3 update-information-part-2',
        '4 update-information-part-2-file-information',
      ],
    ],
    [
      'is that of a summary for each bulletin in a monthly summary',
      '## 公告信息\n\n### 摘要\n\nA',
      ['2 bulletin-information', '3 executive-summaries'],
    ],
    [
      'comes from a bold label of the part of a product',
      '## Windows XP\n\nA\n\n**Neustartanforderung:**\n\nB',
      ['2 part-1', '3 restart-requirement'],
    ],
    ['comes from a bold label that older files set', '**Ressourcen:**\n\n- A', ['2 resources']],
    ['comes from a bold label in the middle of a paragraph', 'A\n**Ressourcen:**\n\n- B', ['2 resources']],
    [
      'puts labels under “Other information”',
      '### Weitere Informationen\n\n**Ressourcen:**\n\nA\n\n**Haftungsausschluss:**\n\nB',
      ['2 other-information', '3 resources', '3 disclaimer'],
    ],
    [
      'comes from a label whose colon is not bold',
      '## Übersicht\n\nA\n\n**Schadensbegrenzende Faktoren**:\n\nB',
      ['2 overview', '3 mitigating-factors'],
    ],
    [
      'is none for a label that repeats its section',
      '## Nicht betroffene Software\n\n**Nicht betroffene Software**\n\nA',
      ['2 non-affected-software'],
    ],
    [
      'comes from bold lines of which there are several in a section',
      '## Übersicht\n\n**Excel**\n\nA\n\n**Word**\n\nB',
      ['2 overview', '3 overview-part-1', '3 overview-part-2'],
    ],
    [
      'is not made of bold lines that are commands',
      '## Übersicht\n\n**Update.exe /quiet**\n\nA\n\n**Update.exe /norestart**\n\nB',
      ['2 overview'],
    ],
    [
      'is its role where the spaces of the heading were lost',
      '## Softwaresnãoafetados\n\nA',
      ['2 non-affected-software'],
    ],
    ['is none for one bold line', '## Übersicht\n\n**Excel**\n\nA', ['2 overview']],
    [
      'is none for bold lines that end a sentence',
      '## Übersicht\n\n**Excel.**\n\nA\n\n**Word.**\n\nB',
      ['2 overview'],
    ],
    [
      'is none for bold lines that name tables',
      '## Übersicht\n\n**Excel**\n\n| A |\n|---|\n| B |\n\n**Word**\n\n| A |\n|---|\n| B |',
      ['2 overview'],
    ],
    [
      'is none for an address that was underlined',
      '## Übersicht\n\nA\n\nhttps://a.example/\n---',
      ['2 overview'],
    ],
    ['is none for bold words that are no label', '**Druckdienst:**\n\nA', []],
  ] as const) {
    test(rule, () => assert.deepEqual(outlineOf(body), expected));
  }
});

describe('questions', () => {
  for (const [rule, body, expected] of [
    [
      'are bold beginnings that end in a question mark',
      '## FAQ\n\n**Was?**\nDas.\n\n**Wo?** Hier.\n\n**什么？**\n\n这个。',
      ['2 faq', '3 faq-1', '3 faq-2', '3 faq-3'],
    ],
    [
      'are headings of the questions too',
      '## FAQ\n\n**Was?**\nDas.\n\n### Wie?\n\nSo.',
      ['2 faq', '3 faq-1', '3 faq-2'],
    ],
    ['may be bold in pieces', '## FAQ\n\n**Was ist** **das** **?**\nDas.', ['2 faq', '3 faq-1']],
    [
      'may have white space inside the bold',
      '## FAQ\n\n**Was? **\nDas.\n\n**Wo?\n**Hier.\n\n**Wer?\u00A0**\nWir.',
      ['2 faq', '3 faq-1', '3 faq-2', '3 faq-3'],
    ],
    ['have words', '## FAQ\n\n**?**\n\nDas.', ['2 faq']],
    [
      'may lack their mark in a section of questions',
      '## FAQ\n\n**Was leistet** *das Update*\n\nDas.\n\n**更新有什么作用**\n\n这个。',
      ['2 faq', '3 faq-1', '3 faq-2'],
    ],
    ['have their mark elsewhere', '## Übersicht\n\n**Was leistet das Update**\n\nDas.', ['2 overview']],
    ['are no labels', '## FAQ\n\n**Wichtiger Hinweis**\n\nDas.', ['2 faq']],
    ['are no sentences', '## FAQ\n\n**Es gibt mehrere Wege:**\n\nDas.', ['2 faq']],
    [
      'have an answer',
      '## FAQ\n\n**Was leistet das Update**\n\n**Wichtiger Hinweis hier**\n\n## Support\n\nA',
      ['2 faq', '2 support'],
    ],
    ['are not counted inside lists', '## FAQ\n\n- **Was?** Das.', ['2 faq']],
  ] as const) {
    test(rule, () => assert.deepEqual(outlineOf(body), expected));
  }

  test('lose nothing of their answers', () => {
    const html = htmlOf(
      ingest(archiveFile({ body: '## FAQ\n\n**Was?** Das [hier](http://a.example/).\nUnd das.' })),
    );
    assert.match(html, /Das <a href="http:\/\/a.example\/">hier<\/a>\.<br>\s*Und das\./);
  });
  test('that are none keep the space behind their bold beginning', () =>
    assert.match(
      htmlOf(ingest(archiveFile({ body: '**Zweck:** Dies.' }))),
      /<strong>Zweck:<\/strong> Dies\./,
    ));
});

describe('the id of a section in an own file', () => {
  for (const [rule, body, refusal] of [
    ['is stated', '## Übersicht {#overview}\n\nA', []],
    ['must be there', '## Übersicht\n\nA', ['refused section-id-missing']],
    ['must be there once', '## A {#a}\n\nA\n\n## B {#a}\n\nB', ['refused section-id-twice']],
    ['must be fit for an address', '## A {#Ä}\n\nA', ['refused section-id-invalid']],
    ['must not be one of the page’s', '## A {#page-main}\n\nA', ['refused section-id-invalid']],
    ['may stand in full-width braces', '## A ｛#a｝\n\nA', []],
    ['must not be one of the history’s', '## A {#revision-1}\n\nA', ['refused section-id-invalid']],
  ] as const) {
    test(rule, () => assert.deepEqual(outcomes(ingestOwn(ownFile({}, body))), refusal));
  }
  test('makes a question of its heading, whatever its number', () => {
    const { edition } = ingestOwn(ownFile({}, '## Fragen {#faq}\n\n### Neu? {#faq-7}\n\nJa.'));
    assert.deepEqual(
      edition?.outline.map(({ kind, id, title }) => [kind, id, title]),
      [
        ['section', 'faq', 'Fragen'],
        ['question', 'faq-7', 'Neu?'],
      ],
    );
  });
});

describe('headings inside a list', () => {
  test('end it', () => assert.deepEqual(outlineOf('1. A\n\n   ## Übersicht\n\n   B\n2. C'), ['2 overview']));
  test('and nothing of it is lost', () => {
    const html = htmlOf(ingest(archiveFile({ body: '1. A\n\n   ## Übersicht\n\n   B\n2. C' })));
    assert.match(html, /<ol>\s*<li>\s*<?p?>?A[\s\S]*B[\s\S]*<ol start="2">\s*<li>\s*<?p?>?C/);
  });
});

test('dates that begin lines one below the other are no list', () => {
  const html = htmlOf(ingest(archiveFile({ body: '13. Juni 2008: Erstens.\n5. Juli 2008: Zweitens.' })));
  assert.match(html, /13\. Juni 2008: Erstens[\s\S]*5\. Juli 2008: Zweitens/);
  assert.doesNotMatch(html, /<ol/);
});

test('a date that begins a paragraph of an archive file is not a list; in an own file it is, as in CommonMark', () => {
  const text = '13. Juni 2008 war ein Freitag.';
  assert.match(htmlOf(ingest(archiveFile({ body: text }))), /<p>13\. Juni 2008 war ein Freitag\.<\/p>/);
  assert.match(htmlOf(ingest(ownFile({}, text))), /<ol start="13">\s*<li>Juni 2008 war ein Freitag\.<\/li>/);
});
