import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveFile, htmlOf, ingest, outcomes } from '../../support/files.ts';

const datesOf = (dates: string, header?: string) => {
  const { edition } = ingest(archiveFile({ dates, ...(header === undefined ? {} : { header }) }));
  return [edition?.published, edition?.updated, edition?.version];
};

describe('the date line', () => {
  for (const [dates, ...expected] of [
    ['Veröffentlicht: 13. Juni 2008 | Aktualisiert: 17. Juni 2008', '2008-06-13', '2008-06-17', undefined],
    [
      'Veröffentlicht: 13. Juni 2008\u00A0|\u00A0Aktualisiert: 17. Juni 2008',
      '2008-06-13',
      '2008-06-17',
      undefined,
    ],
    ['Veröffentlicht: 8. Mai 2018 | Update vom 29. Juni 2018', '2018-05-08', '2018-06-29', undefined],
    [
      'Data di pubblicazione: 21 settembre 2012 | Ultimo aggiornamento: 14 ottobre 2014',
      '2012-09-21',
      '2014-10-14',
      undefined,
    ],
    ['Publisert: 13. juni 2008', '2008-06-13', undefined, undefined],
    [
      'Publicado em: 8 de maio de 2018 | Atualizado em 29 de junho de 2018',
      '2018-05-08',
      '2018-06-29',
      undefined,
    ],
    ['发布时间：2018 年 5 月 8 日 | 2018 年 6 月 29 日更新', '2018-05-08', '2018-06-29', undefined],
    ['发布日期： 2013 年 12 月 10 日 | 更新日期： 2014 年 9 月 9 日', '2013-12-10', '2014-09-09', undefined],
    ['Published: March 23, 2011 | Updated: July 06, 2011', '2011-03-23', '2011-07-06', undefined],
    ['Publié : 1 mai 2014', '2014-05-01', undefined, undefined],
    ['Veröffentlicht: 13. Juni 2008\n\n**Version:** 2.0', '2008-06-13', undefined, '2.0'],
    ['Veröffentlicht: 13. Juni 2008\n**Version:** 2.0', '2008-06-13', undefined, '2.0'],
    ['发布日期：2017 年 1 月 10 日\n\n**版本：**1.0', '2017-01-10', undefined, '1.0'],
    [
      'Veröffentlicht: 13. Juni 2008 | Aktualisiert: 17. Juni 2008 | Version: 2.0',
      '2008-06-13',
      '2008-06-17',
      '2.0',
    ],
    ['Veröffentlicht: 13. Juni 2008, aktualisiert: 17. Juni 2008', '2008-06-13', '2008-06-17', undefined],
    ['发布时间：2008年6月13日 星期五 更新时间：2008年6月17日', '2008-06-13', '2008-06-17', undefined],
    [
      'Aktualisiert: 17. Juni 2008\n\n**Version:** 1.1\n\n**Veröffentlichung:** 13. Juni 2008  \n**Version:** 1.1',
      '2008-06-13',
      '2008-06-17',
      '1.1',
    ],
    ['Veröffentlicht: Freitag, den 13. Juni 2008', '2008-06-13', undefined, undefined],
    ['Veröffentlicht: 13. Juni 2008, 10:00 Uhr', '2008-06-13', undefined, undefined],
    ['Veröffentlicht: 13. Juni 2008'.normalize('NFD'), '2008-06-13', undefined, undefined],
    ['<span id="x"></span>\n\nVeröffentlicht: 13. Juni 2008', '2008-06-13', undefined, undefined],
    ['Ein Satz davor.\n\nVeröffentlicht: 13. Juni 2008', '2008-06-13', undefined, undefined],
    ['Veröffentlicht: 13. Juni 2008 | Letztes Update: bald', '2008-06-13', undefined, undefined],
  ] as const) {
    test(`reads \`${dates.split('\n').join(' ')}\``, () => assert.deepEqual(datesOf(dates), expected));
  }

  test('is told as data and not in the text', () =>
    assert.doesNotMatch(htmlOf(ingest(archiveFile())), /Veröffentlicht: Freitag/));
  test('is not taken from a sentence that begins with its word', () => {
    const read = ingest(
      archiveFile({ dates: 'Veröffentlichter Angreifercode vom 1. Mai 2008 ist bekannt.' }),
    );
    assert.equal(read.edition?.published, undefined);
    assert.match(htmlOf(read), /Veröffentlichter Angreifercode/);
  });
  test('is not taken from the text further down', () =>
    assert.deepEqual(
      datesOf('Der Dienst ist bekannt.\n\nMehr dazu.\n\nUnd mehr.\n\nAktualisiert: 1. Mai 2008'),
      [undefined, undefined, undefined],
    ));
  test('stays in the text as far as it is not understood', () =>
    assert.match(
      htmlOf(ingest(archiveFile({ dates: 'Veröffentlicht: 13. Juni 2008 | Letztes Update: bald' }))),
      /Letztes Update: bald/,
    ));
  test('with an impossible day stays in the text, and the day is unknown', () => {
    const read = ingest(
      archiveFile({ dates: 'Veröffentlicht: 31. Juni 2008 | Aktualisiert: 17. Juli 2008' }),
    );
    assert.deepEqual([read.edition?.published, read.edition?.updated], [undefined, '2008-07-17']);
    assert.match(htmlOf(read), /31\. Juni 2008/);
    assert.ok(outcomes(read).includes('repaired unknown-date'));
  });
  test('tells by its labels what language the text is really in', () =>
    assert.equal(ingest(archiveFile({ dates: 'Published: March 23, 2011' })).edition?.language, 'en'));
});

describe('the title', () => {
  test('stands under a line that names the kind of page, which is no text', () => {
    const read = ingest(archiveFile({ title: 'Security Advisory\n\nSicherheitsempfehlung 123456\n===' }));
    assert.equal(read.edition?.title, 'Sicherheitsempfehlung 123456');
    assert.doesNotMatch(htmlOf(read), /Security Advisory/);
  });
  test('loses nothing that stands above it', () => {
    const html = htmlOf(
      ingest(
        archiveFile({
          title:
            '<table><tr><td>Warnung</td></tr></table>\n\nDas gilt nicht mehr\n\n# Sicherheitsempfehlung 123456',
        }),
      ),
    );
    assert.match(html, /Warnung[\s\S]*Das gilt nicht mehr/);
  });
  test('is never empty', () =>
    assert.equal(
      ingest(archiveFile({ header: "ms:assetid: 123456\nTitle: ''" })).edition?.title,
      'Sicherheitsempfehlung 123456',
    ));
  test('is the heading where no field tells it', () =>
    assert.equal(ingest(archiveFile({ header: '' })).edition?.title, 'Sicherheitsempfehlung 123456'));
  test('may be set in two lines', () =>
    assert.equal(
      ingest(archiveFile({ header: '', title: 'Sicherheits-\nempfehlung 123456\n===' })).edition?.title,
      'Sicherheits- empfehlung 123456',
    ));
  test('is the heading that names the advisory, whatever a field tells', () => {
    const file = ingest(archiveFile({ title: '# Warnung 123456' }));
    assert.equal(file.edition?.title, 'Warnung 123456');
    assert.doesNotMatch(htmlOf(file), /Warnung/);
  });
  test('of another heading stays in the text where a field tells another', () =>
    assert.match(htmlOf(ingest(archiveFile({ title: '# Der Druckdienst' }))), /Der Druckdienst/));
  test('has the subject below it', () =>
    assert.equal(ingest(archiveFile()).edition?.summary, 'Der Druckdienst nimmt fremde Aufträge an'));
  test('may have the subject as a second heading of the first rank', () =>
    assert.equal(ingest(archiveFile({ subtitle: '# Der Druckdienst' })).edition?.summary, 'Der Druckdienst'));
  test('is not followed by a subject where the first section comes', () => {
    const { edition } = ingest(archiveFile({ subtitle: '', dates: '', body: 'Übersicht\n---\n\nText.' }));
    assert.deepEqual([edition?.summary, edition?.outline[0]?.id], [undefined, 'overview']);
  });
});
