import { type CalendarDate, calendarDate } from '../../model/calendar-date.ts';
import { anyOf, everyWord, languages } from './languages.ts';
import type { NumericOrder } from './words.ts';

/**
 * A date as somebody wrote it. `date` is absent where the words have the form of a date but name no
 * day of the calendar (`30. Februar 2008`, `7 月 2417 日`): such a day is unknown, never guessed.
 */
export interface WrittenDate {
  readonly date?: CalendarDate;
  /** How many characters of the text it takes. */
  readonly length: number;
}

/** Names of months, by their number less one; no name means two months. */
const months = Array.from({ length: 12 }, (_, month) =>
  languages.flatMap((words) => words.months[month] ?? []).map(plainLetters),
);

const weekdays = new Set(everyWord((words) => words.weekdays).map(plainLetters));

/** The order of numbers in dates of a language; unknown where nothing says so. */
export const numericOrderIn = (language: string): NumericOrder =>
  languages.find((words) => words.language === language)?.numericDates ?? 'day first';

const beforeDay = String.raw`(?:(?:${anyOf(everyWord((words) => words.beforeDay))})\s+)?`;
const inside = String.raw`(?:(?:${anyOf(everyWord(({ insideDate }) => insideDate))})\s+)?`;
const startWeekday = new RegExp(String.raw`^([\p{L}-]+|星期.)[,，]?\s*${beforeDay}`, 'u');
/** `13. Juni 2008`, `1º de maio de 2014`, `14 ottobre, 2014`, `13\. juni 2008` */
const dayFirst = new RegExp(
  String.raw`^(\d{1,2})(?:\\?\.|[º°ª]|er\b)?\s*${inside}([\p{L}]{3,})\.?,?\s*${inside}(\d{4})(?!\d)`,
  'u',
);

/** How many characters a weekday at the start takes, the comma and space behind it included. */
function weekdayLength(text: string): number {
  const [whole = '', word = ''] = startWeekday.exec(text) ?? [];
  return weekdays.has(plainLetters(word)) || word.startsWith('星期') ? whole.length : 0;
}

/**
 * The date at the very start of `text` (a weekday may stand before it), or undefined where there is
 * none. White space of every kind is taken; a weekday is not compared, for real ones do not disagree
 * with wrong dates.
 */
export function dateAtStart(text: string, order: NumericOrder): WrittenDate | undefined {
  const skipped = weekdayLength(text);
  const found = bareDate(text.slice(skipped), order);
  return found && { ...found, length: found.length + skipped };
}

function bareDate(text: string, order: NumericOrder): WrittenDate | undefined {
  let match =
    /^(\d{4})\s*[年년]\s*(\d{1,4})\s*[月월]\s*(\d{1,4})(?:\s*[日号號일])?(?:\s*[（(]?星期.[）)]?)?/.exec(
      text,
    );
  if (match) return dated(match, match[1], match[2], match[3]);
  // A month and a day without a year, or in the wrong places: the form of a date, but no day.
  match = /^\d{1,4}\s*[月월]\s*\d{1,4}\s*[日号號일]/.exec(text);
  if (match) return { length: match[0].length };
  match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (match) return dated(match, match[1], match[3], match[4]);
  match = dayFirst.exec(text);
  if (match) return named(match, match[3], match[2], match[1]);
  // `July 06, 2011`
  match = /^([\p{L}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(text);
  if (match) return named(match, match[3], match[1], match[2]);
  match = /^(\d{1,2})\\?([./])(\d{1,2})\\?\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (match) return numeric(match, order);
  return undefined;
}

function named(match: RegExpExecArray, year?: string, month?: string, day?: string): WrittenDate | undefined {
  const number = monthNumber(month ?? '');
  return number === undefined ? undefined : dated(match, year, String(number), day);
}

function numeric(match: RegExpExecArray, order: NumericOrder): WrittenDate {
  const [whole, first = '', separator, second = '', year = ''] = match;
  // Points stand between day, month and year in that order wherever they are used (CLDR).
  const effective = separator === '.' ? 'day first' : order;
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  if (effective === 'unknown') return { length: whole.length };
  return effective === 'day first' ? dated(match, full, second, first) : dated(match, full, first, second);
}

function dated(match: RegExpExecArray, year?: string, month?: string, day?: string): WrittenDate {
  const date = calendarDate(Number(year), Number(month), Number(day));
  return { length: match[0].length, ...(date === undefined ? {} : { date }) };
}

/** 1 to 12 for a name or an unambiguous abbreviation of at least three letters. */
function monthNumber(written: string): number | undefined {
  const letters = plainLetters(written);
  const found = months.flatMap((names, index) =>
    names.some((name) => name.startsWith(letters)) ? [index + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Lower case, without accents: `März` and `marz` are one name. */
function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
