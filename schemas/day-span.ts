import { z } from 'zod';

/** A part of every day as text, "06:00-23:00 Asia/Baku"; past midnight when the end is before the start, UTC without a zone. */
export const daySpanSchema = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d( \S+)?$/,
    'write it as 06:00-23:00, with a time zone after it if it is not UTC: 06:00-23:00 Asia/Baku',
  )
  .refine((text) => isTimeZone(text.split(' ')[1] ?? 'UTC'), 'no such time zone: write one such as Asia/Baku')
  .refine((text) => text.slice(0, 5) !== text.slice(6, 11), 'starts where it ends: leave it out for the whole day');

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
