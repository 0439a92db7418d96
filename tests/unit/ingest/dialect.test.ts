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
        'Windows Registry Editor Version 5.00\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\n"Flags"=dword:00000400\n"B"="c"\nHKEY_LOCAL_MACHINE\\SOFTWARE\\D]\n',
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
