import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, ingestOwn, ownFile } from '../../support/files.ts';

const rendered = (body: string): string =>
  htmlOf(ingest(archiveFile({ body, revisions: '', trailer: '' }))).replace(/>\s+</g, '><');

describe('a quotation that begins with its kind is a note', () => {
  for (const [kind, body] of [
    ['note', '> [!NOTE]\n> Text'],
    ['warning', '> [!WARNING]  \n> Text'],
    ['important', '> [!Important]\n>\n> Text'],
    ['caution', '- Punkt\n\n  > [!CAUTION]\n  > Text'],
  ] as const) {
    test(kind, () => {
      const html = rendered(body);
      assert.ok(html.includes(`<blockquote class="alert-${kind}"><p>Text</p></blockquote>`), html);
    });
  }
  test('in a file of our own too', () =>
    assert.match(htmlOf(ingestOwn(ownFile({}, '## A {#overview}\n\n> [!TIP]\n> Text'))), /alert-tip/));
  test('and one with other words is a quotation', () => {
    assert.match(rendered('> [!Nota] Text'), /<blockquote><p>\[!Nota\] Text/);
    assert.match(rendered('> Siehe [!NOTE]'), /<blockquote><p>Siehe \[!NOTE\]/);
  });
});

describe('code that fills a paragraph is a block', () => {
  test('of one line for each piece', () =>
    assert.match(
      rendered('`reg.exe /a`  \n`reg.exe /b`'),
      /<pre translate="no"><code translate="no">reg\.exe \/a\nreg\.exe \/b\n/,
    ));
  test('with the line ends that a script for the registry had', () => {
    const script =
      '`Windows Registry Editor Version 5.00[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]"Flags"=dword:00000400"B"="c"HKEY_LOCAL_MACHINE\\SOFTWARE\\D]`';
    assert.ok(
      rendered(script).includes(
        'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\n"Flags"=dword:00000400\n"B"="c"\n\nHKEY_LOCAL_MACHINE\\SOFTWARE\\D]\n',
      ),
      rendered(script),
    );
  });
  test('joined again where a line of it was broken', () =>
    assert.ok(
      rendered('`[HKEY_LOCAL_MACHINE\\A]"Compatibility`  \n`Flags"=dword:1`').includes(
        '[HKEY_LOCAL_MACHINE\\A]\n"Compatibility Flags"=dword:1\n',
      ),
    ));
  test('but not beside words, nor where it is all of a list item', () => {
    assert.doesNotMatch(rendered('Die Datei `a.log`'), /<pre/);
    assert.doesNotMatch(rendered('- `a.log`\n- `b.log`'), /<pre/);
  });
});

test('a path keeps the backslash before its GUID', () => {
  assert.match(
    rendered('ActiveX Compatibility\\{D27CDB6E-AE6D-11CF-96B8-444553540000}'),
    /Compatibility\\\{D27CDB6E-AE6D/,
  );
  assert.match(rendered('Die \\{D27CDB6E-AE6D-11CF-96B8-444553540000}'), /Die \{D27CDB6E/);
});

test('the name of a virus is no mail address', () => {
  const file = ingest(archiveFile({ body: 'Der Wurm Win32/Mywife@E.mm löscht.', revisions: '' }));
  assert.match(htmlOf(file), /Win32\/Mywife@E\.mm löscht/);
  assert.deepEqual(
    file.problems.filter(({ rule }) => rule === 'unusable-link'),
    [],
  );
});

describe('an address that nobody marked', () => {
  for (const [rule, body, html] of [
    ['is a link', 'Siehe https://a.example/b.', '<a href="https://a.example/b">https://a.example/b</a>.'],
    [
      'ends before a closing quotation mark',
      '„https://a.example/b“',
      '„<a href="https://a.example/b">https://a.example/b</a>“',
    ],
    [
      'ends before a full stop of Chinese',
      '参阅 https://a.example/b/。若要',
      '<a href="https://a.example/b/">https://a.example/b/</a>。若要',
    ],
    ['is no link without a scheme', 'falsch: www.a.example', '<p>falsch: www.a.example</p>'],
    [
      'is no link with placeholders',
      'https://a.example/&lt;id&gt;/b',
      '<p>https://a.example/&#x3C;id>/b</p>',
    ],
    [
      'is no link whose slashes are escaped',
      'https:\\//a.example/&lt;id&gt;',
      '<p>https://a.example/&#x3C;id></p>',
    ],
  ] as const) {
    test(rule, () => assert.ok(rendered(body).includes(html), rendered(body)));
  }
  test('is a link in brackets whatever it is', () =>
    assert.match(rendered('<https://a.example/„b“>'), /<a href="https:\/\/a\.example\/[^"]*b/));
});

describe('indented text is code', () => {
  const indented = (text: string) => rendered(`1.  Eins\n\n    A\n\n        ${text}\n\n    3.  Drei`);
  test('where a machine wrote it', () =>
    assert.match(indented('"dependencies": { "A": "5.1.0" }'), /<pre[^>]*><code[^>]*>"dependencies"/));
  for (const [what, text] of [
    ['with bold', '**Hinweis** Ohne Punkt'],
    ['with a link', 'Siehe [A](https://a.example/)'],
    ['of sentences', 'Wenn der Schlüssel nicht vorhanden ist, legen Sie ihn an.'],
    ['that is a heading', '### Danksagung der Redaktion'],
  ] as const) {
    test(`but not prose ${what}`, () => assert.doesNotMatch(indented(text), /<pre/));
  }
  test('but not what stands around a fence, and the fence is one', () => {
    const html = rendered(
      '### A\n\n    Nehmen Sie das auf:\n\n      ```\n      "a": {\n        "b": 1\n      }\n      ```\n\n    Danach weiter.',
    );
    assert.match(
      html.replace(/\s+/g, ' '),
      /<p>Nehmen Sie das auf:<\/p><pre[^>]*><code[^>]*>"a": \{ "b": 1 \} <\/code><\/pre><p>Danach weiter\.<\/p>/,
    );
    assert.match(html, /\n {2}"b"/);
  });
  test('nor a fence that is indented itself', () =>
    assert.doesNotMatch(rendered('### A\n\nText:\n\n      ```\n      a\n      ```\n\nText'), /```/));
  test('nor is what follows prose that was none', () =>
    assert.match(
      rendered('1.  Eins\n2.  Zwei\n\n        **Hinweis** Text\n\n    3.  Drei').replace(/\s+/g, ' '),
      /<ol>.*Hinweis.*<\/ol>/,
    ));
});

describe('code loses what is there only for Markdown:', () => {
  const code = (body: string) => /<code[^>]*>([\s\S]*?)<\/code>/.exec(rendered(body))?.[1];
  test('the indent of all lines, not that of one', () =>
    assert.equal(code('```\n    {\n      "a": 1\n    }\n```'), '{\n  "a": 1\n}\n'));
  test('blanks at the ends of lines, blank lines above and below', () =>
    assert.equal(code('```\n\na  \nb\n\n```'), 'a\nb\n'));
  test('in a script for the registry every indent', () =>
    assert.equal(
      code('```\n    [HKEY_LOCAL_MACHINE\\A]\n   "B"=dword:1\n```'),
      '[HKEY_LOCAL_MACHINE\\A]\n"B"=dword:1\n',
    ));
});

describe('a script for the registry is one block of code', () => {
  const first = 'Windows Registry Editor Version 5.00';
  const key = '[HKEY_LOCAL_MACHINE\\A\\{6E84D662-9599-11D2-9367-20CC03C10627}]';
  const value = '"Compatibility Flags"=dword:00000400';
  for (const [what, body] of [
    ['in paragraphs', `${first}\n\n${key.replace('\\{', '\\\\{')}\n${value}`],
    ['in paragraphs with a mark left over', `${first}\n\n${key.replace('\\{', '\\\\{')}\n${value}\``],
    ['in several fences', `\`\`\`\n${first}\n\`\`\`\n\`\`\`\n${key}\n${value}\n\`\`\``],
  ] as const) {
    test(what, () => {
      const html = rendered(body);
      assert.equal(html.match(/<pre/g)?.length, 1, html);
      assert.ok(html.includes(`${first}\n\n${key}\n${value}\n</code>`), html);
    });
  }
  test('but two scripts are two', () =>
    assert.equal(
      rendered(['', ''].map(() => `\`\`\`\n${first}\n${key}\n${value}\n\`\`\``).join('\n')).match(/<pre/g)
        ?.length,
      2,
    ));
  test('a part of a path that a line end cut in two is whole again', () =>
    assert.ok(
      rendered(
        '`[HKEY_LOCAL_MACHINE\\Wow6432Node\\A]"B"=dword:1[HKEY_LOCAL_MACHINE\\Wow643`  \n`2Node\\C]"B"=dword:1`',
      ).includes('[HKEY_LOCAL_MACHINE\\Wow6432Node\\C]'),
    ));
});

describe('a line that only a machine would write is code', () => {
  for (const line of [
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Updates\\KB2894842v2',
    'C:\\Program Files (x86)\\Internet Explorer\\iexplore.exe',
    '"ThisVersionInstalled" = "Y"',
    '{6e84d662-9599-11d2-9367-20cc03c10627}',
  ]) {
    test(line, () =>
      assert.ok(
        rendered(`Unter:  \n${line}`).includes(`<code translate="no">${line}</code></p>`),
        rendered(`Unter:  \n${line}`),
      ),
    );
  }
  for (const line of ['HKEY_LOCAL_MACHINE\\SOFTWARE enthält Werte.', 'Die Datei C:\\a.exe', '"A" ist B']) {
    test(`but not: ${line}`, () => assert.doesNotMatch(rendered(line), /<code/));
  }
});

describe('lists', () => {
  test('that an empty comment divides are one', () =>
    assert.equal(rendered('-   A\n\n<!-- -->\n\n-   B\n\n<!-- -->\n\n-   C').match(/<ul>/g)?.length, 1));
  test('are not divided by a line of a no-break space', () =>
    assert.equal(rendered('-   A\n\n    B\n\u00A0\n-   C').match(/<ul>/g)?.length, 1));
  test('keep a block in the step that it stands behind', () =>
    assert.match(
      rendered('1.  Eins:\n\n```\na\n```\n\n2.  Zwei').replace(/\s+/g, ' '),
      /<ol><li>.*Eins:.*<pre.*<\/li><li>.*Zwei.*<\/ol>/,
    ));
  test('do not take a block between two lists that begin anew', () =>
    assert.equal(rendered('1.  Eins\n\n```\na\n```\n\n1.  Eins').match(/<ol>/g)?.length, 2));
  test('have one item for a sentence that was scattered', () =>
    assert.ok(
      rendered(
        '-   **A.**\n-   \u00A0Fragen Sie\n-   [IBM](https://a.example/)\n-   . Oder\n-   **B**\n-   nicht.\n-   **C.**',
      ).includes(
        '<ul><li><strong>A.</strong> Fragen Sie <a href="https://a.example/">IBM</a>. Oder <strong>B</strong> nicht.</li><li><strong>C.</strong></li></ul>',
      ),
    ));
  test('keep items that begin with a small letter where no sentence was scattered', () =>
    assert.equal(rendered('-   eins\n-   **zwei**\n-   drei').match(/<li>/g)?.length, 3));
});

describe('bold', () => {
  for (const [what, body, html] of [
    ['takes the mark that belongs to it', '**Was ist A** **?** B', '<strong>Was ist A?</strong>'],
    ['takes a letter that is no word', '**Hva forårsake** **r** B', '<strong>Hva forårsaker</strong>'],
    ['of a first letter takes the word', '**U** **b** **erørt** B', '<strong>Uberørt</strong>'],
    ['keeps words apart', '**A** **Beta** C', '<strong>A</strong><strong>Beta</strong> C'],
    ['that is left of nothing is none', '单击“文件”**，单击“选项”**，', '单击“文件”，单击“选项”，'],
    ['around quoted names stays', '单击**“文件”**，然后', '<strong>“文件”</strong>'],
  ] as const) {
    test(what, () => assert.ok(rendered(`x\n\n- ${body}`).includes(html), rendered(`- ${body}`)));
  }
});

test('a fence at the end of a line holds the lines up to the next one', () => {
  const html = rendered('1.  Suchen Sie: ```\n\n        HKLM\\A\n```\n\n    **Hinweis** Text\n\n2.  Weiter');
  assert.match(
    html.replace(/\s+/g, ' '),
    /^<ol>.*Suchen Sie:<\/p><pre[^>]*><code[^>]*>HKLM\\A .*Hinweis.*Weiter.*<\/ol>$/,
  );
  assert.doesNotMatch(html, /```/);
});

test('a paragraph that says nothing is left out', () => {
  for (const nothing of ['<p> </p>', '\u00A0', '?', '**?**'])
    assert.equal(rendered(`A\n\n${nothing}\n\nB`).match(/<p>/g)?.length, 2, nothing);
});

test('a link holds the whole of a number', () =>
  assert.match(rendered('[Artikel 290](https://a.example/)5247 B'), />Artikel 2905247<\/a> B/));

test('a gap of no-break spaces is one space wide', () =>
  assert.match(rendered('A\u00A0\u00A0B'), /A\u00A0B/));
