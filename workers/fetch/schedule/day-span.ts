const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** Milliseconds from `atMs` to the next moment inside a part of the day (`daySpanSchema`); 0 when it is inside already. */
export function untilInside(span: string, atMs: number): number {
  const { from, inside } = read(span);
  return inside(atMs) ? 0 : untilMinute(span, from, atMs);
}

/** Milliseconds from `atMs` to the end of the part of the day it lies in; 0 when it lies in none. */
export function untilOutside(span: string, atMs: number): number {
  const { to, inside } = read(span);
  return inside(atMs) ? untilMinute(span, to, atMs) : 0;
}

const zoneOf = (span: string): string => span.split(' ')[1] ?? 'UTC';

function read(span: string): { from: number; to: number; inside(atMs: number): boolean } {
  const from = minuteOf(span.slice(0, 5));
  const to = minuteOf(span.slice(6, 11));
  const inside = (atMs: number) => {
    const minute = localMinute(zoneOf(span), atMs);
    return from < to ? minute >= from && minute < to : minute >= from || minute < to;
  };
  return { from, to, inside };
}

/** The wait until the clock of the span's zone shows `minute`; where summer time begins or ends that clock jumps, so it is read twice. */
function untilMinute(span: string, minute: number, atMs: number): number {
  const start = atMs - (atMs % minuteMs);
  const ahead = (fromMs: number) => (minute - localMinute(zoneOf(span), fromMs) + dayMinutes) % dayMinutes;
  const first = ahead(start) || dayMinutes;
  const miss = ahead(start + first * minuteMs);
  const minutes = first + (miss > dayMinutes / 2 ? miss - dayMinutes : miss);
  return start + minutes * minuteMs - atMs;
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const clocks = new Map<string, Intl.DateTimeFormat>();

function localMinute(timeZone: string, atMs: number): number {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', options);
  clocks.set(timeZone, clock); // making one costs 50 times what asking it costs
  return minuteOf(clock.format(atMs));
}
