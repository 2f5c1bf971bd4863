import { isWeekday, monthNumber } from './month-names.ts';

/** Minutes east of Greenwich. The one-letter and US zones are RFC 822's; summer time is only what the letters say. */
const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  ist: 330,
  cet: 60,
  mez: 60,
  met: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  msd: 240,
  azt: 240,
  tbilisi: 240,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  aest: 600,
  aedt: 660,
  awst: 480,
  nzst: 720,
  nzdt: 780,
  trt: 180,
  ast: -240,
  adt: -180,
  at: -240,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
};

/** The longest date seen has 60 characters, padding included. */
const maxLength = 200;

interface Parts {
  year: number;
  month: number;
  day: number;
  time: string;
}

/** The instant a feed's date names, as ISO 8601 UTC; null when it names none. A date without a zone is taken as UTC. */
export function parseFeedDate(text: string): string | null {
  if (text.length > maxLength) return null;
  const trimmed = text.trim();
  return trimmed === '' ? null : (readPlain(trimmed) ?? readAny(trimmed));
}

/** The two forms that the formats prescribe, with a day that the month has: V8 reads these rightly, and ten times as fast. */
const plainIso =
  /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]|(?:29|30)(?<!02-\d\d)|31(?<=(?:0[13578]|1[02])-31))T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):?\d\d)$/;
const plainRss =
  /^(?:[A-Z][a-z]{2}, ?)?(?:0?[1-9]|1\d|2[0-8]|(?:29|30)(?! Feb)|31(?= (?:Jan|Mar|May|Jul|Aug|Oct|Dec))) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [12]\d{3} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|Z|[+-](?:0\d|1[0-4])\d\d|[ECMP][SD]T)$/;

function readPlain(text: string): string | null {
  if (!plainRss.test(text) && !plainIso.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

const daysIn = ({ year, month }: Parts): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function readAny(text: string): string | null {
  const clean = text
    .replace(/\([^)]*\)|\[[^\]]*\]$/g, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\\n/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  if (/^\d{10}(\d{3})?$/.test(clean)) return new Date(Number(clean.padEnd(13, '0'))).toISOString(); // seconds or ms since 1970
  const parts = readCompact(clean) ?? readIso(clean) ?? readCjk(clean) ?? readWords(clean);
  if (!parts) return null;
  const { year, month, day } = parts;
  const midnight = Date.UTC(year, month - 1, day);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(parts)) return null;
  const offset = readTime(parts.time, midnight);
  return offset === null ? null : new Date(midnight + offset).toISOString();
}

/** 20061123T101500Z, 20061123101500. */
function readCompact(text: string): Parts | null {
  const [, year, month, day, hour, minute, second = '00', zone = ''] =
    /^([12]\d{3})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?(z|[+-]\d{4})?$/i.exec(text) ?? [];
  return year ? parts(year, month, day, `${hour}:${minute}:${second} ${zone}`) : null;
}

/** ISO 8601 in the short forms that feeds use (2003-12, 03-12-31, -0312, 2003-335), and year first with other separators. */
function readIso(text: string): Parts | null {
  const [, date = '', time = ''] =
    /^(?:\p{L}+,? )?(-?\d[\d./-]*?|\d{4}-\p{L}+-\d{1,2})(?:[Tt ](?=\d|$)(.*))?$/u.exec(text) ?? [];
  const named = /^(\d{4})-(\p{L}+)-(\d{1,2})$/u.exec(date);
  if (named) return parts(named[1], monthNumber(named[2] ?? ''), named[3], time);
  const full = /^(\d{4})[-/.]0?(\d{1,2})[-/.](\d{1,2})$/.exec(date) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(date);
  if (full) return parts(full[1], full[2], full[3], time);
  const short = /^(\d\d)-(\d\d)-(\d\d)$/.exec(date);
  if (short) return parts(fullYear(short[1]), short[2], short[3], time);
  const month = /^(\d{4})-(\d\d)$/.exec(date) ?? /^-(\d\d)-?(\d\d)$/.exec(date);
  if (month) return parts(fullYear(month[1]), month[2], 1, time);
  const ordinal = /^(\d{4})-?(\d{3})$/.exec(date);
  if (ordinal) return fromOrdinal(Number(ordinal[1]), Number(ordinal[2]), time);
  return /^\d{4}$/.test(date) ? parts(date, 1, 1, time) : null;
}

function fromOrdinal(year: number, dayOfYear: number, time: string): Parts | null {
  const day = new Date(Date.UTC(year, 0, dayOfYear));
  return day.getUTCFullYear() === year ? { year, month: day.getUTCMonth() + 1, day: day.getUTCDate(), time } : null;
}

/** Korean, Chinese and Japanese write year, month and day signs; Korean feeds mean Korean time. */
function readCjk(text: string): Parts | null {
  const found =
    /^(\d{4})[년年] ?(\d{1,2})[월月] ?(\d{1,2})[일日] ?(.*)$/.exec(text) ??
    /^(\d{4})-(\d\d)-(\d\d) (오전|오후) ?(.*)$/.exec(text);
  if (!found) return null;
  const pm = found[4] === '오후' ? ' pm' : '';
  const time = found[5] === undefined ? (found[4] ?? '') : `${found[5]}${pm}`;
  const zone = /[년오]/.test(text) ? ' kst' : '';
  return parts(found[1], found[2], found[3], time ? `${time}${zone}` : '');
}

const half = String.raw`(?: ?[ap]\.?m\.?(?![a-z]))?`;
const zoneText = String.raw`(?: ?(?:utc|gmt)?[+-]\d[\d:]*\S*| [a-z]+\/[a-z_\/]+| [a-z]{1,5}$)?`;
const clockWithColon = new RegExp(
  String.raw`(?:\bat )?(?<![\d:])\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?!:)${half}${zoneText}`,
  'i',
);
const clockWithDot = new RegExp(String.raw`(?<= )\d{1,2}[.h]\d\d(?![\d.])${half}${zoneText}`, 'i');

/** Day, month and year in the order and language of the feed, weekday or not, before or after the time. */
function readWords(text: string): Parts | null {
  let rest = text.replace(/^\p{L}+\.?[, ]+(?=[\p{L}\d])/u, (word) =>
    isWeekday(word.replace(/[., ]/g, '')) ? '' : word,
  );
  let time = '';
  const clock = clockWithColon.test(rest) ? clockWithColon : clockWithDot;
  rest = rest.replace(clock, (found) => {
    time = found.trim().replace(/^at /i, '');
    return ' ';
  });
  const words = rest
    .split(/[\s,]+| - /)
    .filter((word) => word !== '' && !/^(-|at|um|de|à|a|в|о|об|saat|klo|kl\.?|ore|г\.?|den|of)$/i.test(word));
  const weekdayAt = words.length > 3 ? words.findIndex((word) => isWeekday(word) && !monthNumber(word)) : -1;
  if (weekdayAt >= 0) words.splice(weekdayAt, 1);
  const zoneAt = words.findIndex((word) => zones[word.toLowerCase()] !== undefined && words.length > 3);
  const zone = zoneAt >= 0 ? words.splice(zoneAt, 1) : [];
  if (time !== '') time = [time, ...zone].join(' ');
  return fromWords(words, time);
}

function fromWords(words: string[], time: string): Parts | null {
  const [first = '', second = '', third = ''] = words;
  if (words.length === 1) return fromNumbers(first, time);
  const day = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/i;
  if (words.length === 3 && day.test(first))
    return parts(fullYear(third), monthNumber(second), day.exec(first)?.[1], time);
  if (words.length === 3 && day.test(second))
    return parts(fullYear(third), monthNumber(first), day.exec(second)?.[1], time);
  if (words.length === 3 && /^\d{4}$/.test(first)) return parts(first, monthNumber(second), day.exec(third)?.[1], time);
  return words.length === 2 ? parts(second, monthNumber(first), 1, time) : null;
}

/** With dots or dashes the day comes first (01.06.2024 is 1 June); with slashes the US order holds unless it cannot. */
function fromNumbers(word: string, time: string): Parts | null {
  const named = /^(\d{1,2})[-/](\p{L}+)[-/](\d{2,4})$/u.exec(word);
  if (named) return parts(fullYear(named[3]), monthNumber(named[2] ?? ''), named[1], time);
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(word);
  if (yearFirst) return parts(yearFirst[1], yearFirst[2], yearFirst[3], time);
  const [, a = '', separator, b = '', year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})$/.exec(word) ?? [];
  if (!year) return null;
  const monthFirst = separator === '/' && Number(a) <= 12;
  return monthFirst ? parts(fullYear(year), a, b, time) : parts(fullYear(year), b, a, time);
}

function parts(
  year: string | number | undefined,
  month: string | number | null | undefined,
  day: string | number | undefined,
  time: string,
): Parts | null {
  if (year === undefined || !month || day === undefined || !/^\d{4}$/.test(String(year))) return null;
  if (Number(year) < 1000) return null; // 0001-01-01 is how some programs write that they know no date
  return { year: Number(year), month: Number(month), day: Number(day), time };
}

/** RFC 2822: two digits below 50 are of this century. */
const fullYear = (year = ''): string =>
  year.length === 2 ? String(Number(year) + (Number(year) < 50 ? 2000 : 1900)) : year;

/** Milliseconds from midnight UTC of the date to the instant; null when the time is no time. */
function readTime(text: string, midnight: number): number | null {
  if (text.trim() === '') return 0;
  const found =
    /^(\d{1,2})(?:[:.h](\d{1,2}))?(?:[:.](\d{1,2})(?:[.,](\d+))?)?(?: ?([ap])\.?m\.?(?![a-z]))?(?:,? ?(.*))?$/i.exec(
      text.trim(),
    );
  if (!found) return null;
  const [, hourText, minute = '0', second = '0', fraction = '0', half, zone = ''] = found;
  let hour = Number(hourText);
  if (half && hour <= 12) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const local =
    ((hour * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
  const zoneMinutes = readZone(zone.trim(), midnight + local);
  return zoneMinutes === null ? null : local - zoneMinutes * 60_000;
}

function readZone(text: string, local: number): number | null {
  if (text === '') return 0;
  const numeric = /^(?:utc|gmt|z)? ?([+-])(\d{1,2}):?(\d\d)?(?: ?z| ?[a-z]{3,4})?$/i.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 15 * 60 ? null : numeric[1] === '-' ? -minutes : minutes;
  }
  const named = zones[text.toLowerCase()];
  if (named !== undefined) return named;
  if (/^[a-z]$/i.test(text)) return 0; // RFC 2822, 4.3: the one-letter zones were defined the wrong way round
  return /^[a-z]+\/[a-z_/]+$/i.test(text) ? ianaOffset(text, local) : null;
}

function ianaOffset(zone: string, local: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(local);
    const [, sign, hours, minutes] =
      /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
    return hours ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0;
  } catch {
    return null; // no such zone
  }
}
