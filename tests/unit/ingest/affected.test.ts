import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { saysNotAffected } from '../../../src/ingest/words/affectedness.ts';
import { archiveFile, ingest } from '../../support/files.ts';

describe('what is not affected is told from what is, whatever the noun:', () => {
  for (const [text, expected] of [
    ['Nicht betroffene Geräte', true],
    ['Softwaresnãoafetados', true],
    ['Nicht betroffene Software:', true],
    ['Periferiche non interessate', true],
    ['Dispositivos não afetados', true],
    ['Produtos que não são afetados', true],
    ['Uberørte enheter', true],
    ['Programvare som ikke er berørt', true],
    ['不受影响的设备', true],
    ['Non-Affected Devices', true],
    ['Systems that are not vulnerable', true],
    ['Betroffene Geräte', false],
    ['Betroffene und nicht betroffene Software', false],
    ['Software interessato e non interessato', false],
    ['Berørt og uberørt programvare', false],
    ['Softwares afetados e não afetados', false],
    ['受影响和不受影响的软件', false],
    ['Windows 7', false],
    [`Nicht betroffen sind ${'Systeme, '.repeat(20)}`, false],
  ] as const)
    test(`${text.slice(0, 50)}: ${expected ? 'not affected' : 'affected, or both'}`, () =>
      assert.equal(saysNotAffected(text), expected));
});

/** The products of a section of affected software. */
const products = (body: string): readonly string[] =>
  ingest(archiveFile({ body: `Betroffene Software\n-------------------\n\n${body}` })).edition?.affected ??
  [];

const table = (head: string, ...rows: string[]): string =>
  `| ${head} |\n|---|\n${rows.map((row) => `| ${row} |`).join('\n')}`;

describe('a list of affected products ends where those begin that are not:', () => {
  test('in the next row', () =>
    assert.deepEqual(products(table('Betroffene Geräte', 'A 1', '**Nicht betroffene Geräte**', 'B 1')), [
      'A 1',
    ]));
  test('in a table with a head of its own', () =>
    assert.deepEqual(
      products(
        `${table('Betroffene Geräte', 'A 1')}\n\nText.\n\n${table('Periferiche non interessate', 'B 1')}`,
      ),
      ['A 1'],
    ));
  test('below a bold line', () =>
    assert.deepEqual(
      products(`${table('Software', 'A 1')}\n\n**不受影响的设备**\n\n${table('Software', 'B 1')}`),
      ['A 1'],
    ));
  test('below a bold line with a paragraph between', () =>
    assert.deepEqual(
      products(`${table('Software', 'A 1')}\n\n**Uberørte enheter**\n\nText.\n\n${table('Software', 'B 1')}`),
      ['A 1'],
    ));
  test('below a heading', () =>
    assert.deepEqual(
      products(
        `${table('Software', 'A 1')}\n\nNicht betroffene Systeme\n------------------------\n\n${table('Software', 'B 1')}`,
      ),
      ['A 1'],
    ));
  test('in a row of which every other cell says so', () =>
    assert.deepEqual(
      products(
        '| Produkt | Status |\n|---|---|\n| A 1 | Betroffen |\n| B 1 | Nicht betroffen |\n| C 1 | Kritisch |',
      ),
      ['A 1', 'C 1'],
    ));
  test('and a product is named without the marks of notes and the article of its update', () =>
    assert.deepEqual(
      products(
        '| Produkt | Schweregrad |\n|---|---|\n| Windows 7 [1] | Hoch |\n| Windows Vista (3204724) | Hoch |\n| Windows XP\\*\\* (KB958644) | Hoch |\n| Windows 8.1 [2] (3205401) Monatlicher Rollup | Hoch |\n| Windows 8.1 (3205394) Nur Sicherheit | Hoch |\n| Windows Server (2008) | Hoch |',
      ),
      ['Windows 7', 'Windows Vista', 'Windows XP', 'Windows 8.1', 'Windows Server (2008)'],
    ));
  test('in a list below a bold line, where nothing more is said of it than where its update is', () =>
    assert.deepEqual(
      products(
        '**Betroffene Software**:\n\n- Windows XP – [Update herunterladen](https://a.example/1)\n- Windows NT 4.0\n- Windows 98 – Siehe die häufig gestellten Fragen\n\n**Betroffene Komponenten:**\n\n- IIS 6.0\n\n**Nicht betroffene Software:**\n\n- Windows Vista',
      ),
      ['Windows XP', 'Windows NT 4.0'],
    ));
  test('and what is only rated is not listed once more', () =>
    assert.deepEqual(
      products(
        `${table('Betroffene Software', 'A 1')}\n\nBewertungen des Schweregrads und Kennungen der Sicherheitsanfälligkeit\n----------------------------------------------------------------------\n\n${table('Betroffene Software', 'A 1 mit Komponente')}`,
      ),
      ['A 1'],
    ));
  test('and a product that is called as a part of a bulletin is one', () =>
    assert.deepEqual(products(table('Betroffene Software', 'System Center Configuration Manager 2007')), [
      'System Center Configuration Manager 2007',
    ]));
  test('and not in a row of which one says so', () =>
    assert.deepEqual(
      products('| Produkt | CVE-1 | CVE-2 |\n|---|---|---|\n| A 1 | Nicht betroffen | Kritisch |'),
      ['A 1'],
    ));
});
