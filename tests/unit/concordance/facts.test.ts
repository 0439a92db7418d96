import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, ingest } from '../../support/files.ts';

/** `kind value @line`, of a body that begins at line 16 of its file. */
const factsIn = (body: string): string[] => {
  const { facts = [] } = ingest(archiveFile({ body, revisions: '', trailer: '' }));
  return facts
    .filter(({ line }) => line >= 16)
    .map(({ kind, value, line }) => `${kind} ${value} @${line - 16}`);
};

describe('facts of a text have their line:', () => {
  for (const [what, body, facts] of [
    [
      'a link, and the number that it is labelled with',
      'A\n\n[KB 954474](https://support.microsoft.com/kb/954474)',
      ['link kb:954474 @2', 'article 954474 @2'],
    ],
    ['a link by reference', '[A][a]\n\n[a]: https://a.example/b', ['link a.example/b @0']],
    [
      'words on the second line of a paragraph',
      'A  \nCVE-2008-1083 und\nMS08-021',
      ['cve CVE-2008-1083 @1', 'bulletin MS08-021 @2'],
    ],
    ['a candidate number', 'CAN-2005-0001', ['cve CVE-2005-0001 @0']],
    [
      'a table in HTML, and a link in its second row',
      '<table>\n<tr><td>A</td><td>B</td></tr>\n<tr><td>C</td>\n<td><a href="https://a.example/">x</a></td></tr>\n</table>',
      ['table 2×2 @0', 'link a.example @3'],
    ],
    [
      'Markdown in it',
      '<table>\n<tr><td>\n[x](https://a.example/b)\n</td></tr>\n</table>',
      ['table 1×1 @0', 'link a.example/b @2'],
    ],
    ['a table with an empty head', '|   |\n|---|\n| A |\n| B |', ['table 2×1 @0']],
    [
      'lines of a log with blank ones between them',
      '-   Error 0x80004005 in a.dll\n\n    Started C:\\\\b.exe\n\n    Closed C:\\\\c.log',
      [
        'code Error 0x80004005 in a.dll @0',
        'hex 0x80004005 @0',
        'file a.dll @0',
        'code Started C:\\b.exe @2',
        'file b.exe @2',
        'code Closed C:\\c.log @4',
        'file c.log @4',
      ],
    ],
    ['a file name with a comma', 'in wsusscn2,cab steht', ['file wsusscn2,cab @0']],
    [
      'a registry path up to where prose goes on',
      'unter HKEY_LOCAL_MACHINE\\SOFTWARE\\Internet Explorer\\Main einen Wert',
      ['registry hkey_local_machine\\software\\internet explorer\\main @0'],
    ],
    [
      'a thumbprint, with spaces and without',
      '37 a1 b2 0c 5e 44 91 d0 6f 8e 23 7b 90 ca 11 fe und 37A1B20C5E4491D06F8E237B90CA11FE',
      ['hash 37a1b20c5e4491d06f8e237b90ca11fe @0', 'hash 37a1b20c5e4491d06f8e237b90ca11fe @0'],
    ],
    ['a version', 'Version 6.0.6001.18023', ['version 6.0.6001.18023 @0']],
    [
      'none in days, fractions and telephone numbers',
      'am 08.07.2015 und 1,5 oder 12.5, Telefon 0800-761-7454',
      [],
    ],
  ] as const) {
    test(what, () => assert.deepEqual(factsIn(body), facts));
  }
});
