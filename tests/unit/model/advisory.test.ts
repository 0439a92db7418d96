import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Advisory, advisoriesOf, editionFor, translationState } from '../../../src/model/advisory.ts';
import type { AdvisoryId } from '../../../src/model/advisory-id.ts';
import type { CalendarDate } from '../../../src/model/calendar-date.ts';
import {
  type Edition,
  headline,
  lastChanged,
  namedSubject,
  standingRevision,
} from '../../../src/model/edition.ts';
import { edition, history } from '../../support/editions.ts';

const full = history('1.0 2008-06-13', '2.0 2008-06-17');
const only = (advisories: readonly Advisory[]): Advisory => {
  assert.equal(advisories.length, 1);
  return advisories[0] as Advisory;
};

describe('the state of a translation', () => {
  const advisory = only(
    advisoriesOf([edition({ revisions: full }), edition({ locale: 'it', revisions: full.slice(0, 1) })]),
  );

  test('is own where the history is complete', () =>
    assert.equal(translationState(advisory, 'de-DE'), 'own'));
  test('is behind where it lacks a revision', () => assert.equal(translationState(advisory, 'it'), 'behind'));
  test('is missing where there is no edition', () =>
    assert.equal(translationState(advisory, 'zh-CN'), 'missing'));
  test('names what is lacking and an edition that has it', () => {
    const [lacked, ...others] = advisory.lacks.get('it') ?? [];
    assert.deepEqual([lacked?.revision.version, lacked?.in.locale, others.length], ['2.0', 'de-DE', 0]);
  });
});

test('a revision that two other editions have is lacking once', () => {
  const advisory = only(
    advisoriesOf([
      edition({ revisions: full.slice(0, 1) }),
      edition({ locale: 'it', revisions: full }),
      edition({ locale: 'zh-CN', revisions: full }),
    ]),
  );
  assert.equal(advisory.lacks.get('de-DE')?.length, 1);
});

describe('an edition without a history has taken in', () => {
  const lackedBy = (changes: Partial<Edition>) =>
    only(advisoriesOf([edition({ revisions: full }), edition({ locale: 'it', revisions: [], ...changes })]))
      .lacks.get('it')
      ?.map(({ revision }) => revision.version);
  test('what led to its version', () => assert.deepEqual(lackedBy({ version: '1.0' }), ['2.0']));
  test('what came before its last update', () =>
    assert.deepEqual(lackedBy({ updated: '2008-06-14' as CalendarDate }), ['2.0']));
  test('nothing, where it tells neither', () => assert.deepEqual(lackedBy({}), ['1.0', '2.0']));
});

describe('the revision that a text stands at', () => {
  const standing = (told: string, changes: Partial<Edition>) => {
    const { version, date } =
      standingRevision(edition({ revisions: history('1.0 2007-02-02', told), ...changes })) ?? {};
    return [version, date];
  };
  const published = '2007-02-02' as CalendarDate;
  test('is the last', () =>
    assert.deepEqual(standing('2.0 2007-02-13', { published }), ['2.0', '2007-02-13']));
  test('was not made before the advisory was published: it has the day of the update', () =>
    assert.deepEqual(standing('2.0 2006-02-13', { published, updated: '2007-02-13' as CalendarDate }), [
      '2.0',
      '2007-02-13',
    ]));
  test('or no day', () => assert.deepEqual(standing('2.0 2006-02-13', { published }), ['2.0', undefined]));
});

test('a revision whose version another edition mistyped is not lacking twice', () => {
  const advisory = only(
    advisoriesOf([
      edition({ revisions: full.slice(0, 1) }),
      edition({ locale: 'it', revisions: full }),
      edition({ locale: 'zh-CN', revisions: history('1.0 2008-06-13', '20.0 2008-06-17') }),
    ]),
  );
  assert.equal(advisory.lacks.get('de-DE')?.length, 1);
});

describe('the edition that a reader is shown', () => {
  const advisory = only(advisoriesOf([edition({ locale: 'zh-CN' }), edition({ locale: 'it' })]));
  test('is the one in the reader’s locale', () =>
    assert.equal(editionFor(advisory, 'zh-CN').locale, 'zh-CN'));
  test('else the first of the locale’s fallbacks', () =>
    assert.equal(editionFor(advisory, 'pt-BR').locale, 'it'));
  test('else the first that is up to date, before one that is behind', () => {
    const uneven = only(
      advisoriesOf([
        edition({ locale: 'it', revisions: history('1.0 2008-06-13') }),
        edition({ locale: 'zh-CN', revisions: full }),
      ]),
    );
    assert.equal(editionFor(uneven, 'pt-BR').locale, 'zh-CN');
    assert.equal(editionFor(uneven, 'it').locale, 'it');
  });
});

describe('the most revised edition', () => {
  test('has the newest dated revision', () => {
    const advisory = only(
      advisoriesOf([
        edition({ revisions: history('1.0 2008-06-13', '1.1 2008-06-14') }),
        edition({ locale: 'it', revisions: history('2.0 2008-06-17') }),
      ]),
    );
    assert.equal(advisory.current.locale, 'it');
  });
  test('of two as new, the longer history', () => {
    const advisory = only(
      advisoriesOf([
        edition({ revisions: history('2.0 2008-06-17') }),
        edition({ locale: 'it', revisions: full }),
      ]),
    );
    assert.equal(advisory.current.locale, 'it');
  });
});

test('advisories stand with the newest change first', () => {
  const [older, newer] = [
    edition(),
    edition({ id: '654321' as AdvisoryId, revisions: history('2009-01-01') }),
  ];
  assert.deepEqual(
    advisoriesOf([older, newer]).map(({ id }) => id),
    ['654321', '123456'],
  );
});

describe('the last change', () => {
  test('is the update', () =>
    assert.equal(lastChanged(edition({ updated: '2009-01-02' as CalendarDate })), '2009-01-02'));
  test('else the latest dated revision, wherever it stands', () =>
    assert.equal(
      lastChanged(edition({ revisions: history('2009-05-05', '2008-01-01', '3.0') })),
      '2009-05-05',
    ));
  test('is not before the advisory was published', () =>
    assert.equal(
      lastChanged(edition({ revisions: history('1.0 2009-03-14'), published: '2009-04-14' as CalendarDate })),
      '2009-04-14',
    ));
  test('else the publication', () =>
    assert.equal(
      lastChanged(edition({ revisions: [], published: '2008-06-13' as CalendarDate })),
      '2008-06-13',
    ));
});

describe('the headline', () => {
  const called = (fields: Parameters<typeof edition>[0]) => {
    const { series, subject, standfirst } = headline(edition(fields));
    return [series, subject, standfirst?.text];
  };
  const series = 'Sicherheitsempfehlung 123456';
  test('is the summary where that is the subject', () =>
    assert.deepEqual(called({ title: series, summary: 'Druckdienst', summaryIsSubject: true }), [
      series,
      'Druckdienst',
      undefined,
    ]));
  test('is the title, also one that names the advisory', () =>
    assert.deepEqual(called({ title: '123456: Druckdienst', summary: 'Ein Update hilft.' }), [
      undefined,
      '123456: Druckdienst',
      'Ein Update hilft.',
    ]));
  test('is the title where there is nothing else', () =>
    assert.deepEqual(called({ title: series, summaryIsSubject: true }), [undefined, series, undefined]));
  test('says the id once where nothing around says it', () => {
    assert.equal(namedSubject(edition({ title: 'Druckdienst' })), '123456: Druckdienst');
    assert.equal(namedSubject(edition({ title: '123456: Druckdienst' })), '123456: Druckdienst');
  });
});
