import { z } from 'zod';

/**
 * A day of the proleptic Gregorian calendar as `YYYY-MM-DD` (ISO 8601), without time or zone: an
 * advisory is published on a day, wherever its reader is. Text order is time order.
 */
export const CalendarDate = z
  .string()
  .refine((text) => isCalendarDate(text), 'is no day of the calendar as `YYYY-MM-DD`')
  .brand<'CalendarDate'>();

export type CalendarDate = z.infer<typeof CalendarDate>;

/** The day, or undefined where the calendar has no such day. Years 1970 to 2199 are taken. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1970 || year > 2199) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as CalendarDate) : undefined;
}

function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}
