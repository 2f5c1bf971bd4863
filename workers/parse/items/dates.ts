import type { ItemDate } from '../../../schemas/item.ts';

const monthStems: string[][] = [
  [
    'january',
    'jan',
    'январ',
    'yanvar',
    'ocak',
    'januar',
    'jänner',
    'janvier',
    'enero',
    'janeiro',
    'gennaio',
    'januari',
    'stycznia',
  ],
  [
    'february',
    'feb',
    'феврал',
    'fevral',
    'şubat',
    'februar',
    'février',
    'febrero',
    'fevereiro',
    'febbraio',
    'februari',
    'lutego',
  ],
  ['march', 'mar', 'март', 'mart', 'märz', 'mars', 'marzo', 'março', 'maart', 'marca'],
  ['april', 'apr', 'апрел', 'aprel', 'nisan', 'avril', 'abril', 'aprile', 'kwietnia'],
  ['may', 'мая', 'май', 'мае', 'may', 'mayıs', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'maja'],
  ['june', 'jun', 'июн', 'iyun', 'haziran', 'juni', 'juin', 'junio', 'junho', 'giugno', 'czerwca'],
  ['july', 'jul', 'июл', 'iyul', 'temmuz', 'juli', 'juillet', 'julio', 'julho', 'luglio', 'lipca'],
  ['august', 'aug', 'август', 'avqust', 'ağustos', 'août', 'agosto', 'augustus', 'augusti', 'sierpnia'],
  [
    'september',
    'sept',
    'sep',
    'сентябр',
    'sentyabr',
    'eylül',
    'septembre',
    'septiembre',
    'setembro',
    'settembre',
    'września',
  ],
  [
    'october',
    'oct',
    'октябр',
    'oktyabr',
    'ekim',
    'oktober',
    'octobre',
    'octubre',
    'outubro',
    'ottobre',
    'października',
  ],
  ['november', 'nov', 'ноябр', 'noyabr', 'kasım', 'novembre', 'noviembre', 'novembro', 'listopada'],
  [
    'december',
    'dec',
    'декабр',
    'dekabr',
    'aralık',
    'dezember',
    'décembre',
    'diciembre',
    'dezembro',
    'dicembre',
    'grudnia',
    'desember',
  ],
];
const monthOf = new Map(monthStems.flatMap((stems, index) => stems.map((stem) => [stem, index + 1] as const)));
const stems = [...monthOf.keys()].sort((a, b) => b.length - a.length).join('|');
/** Russian, Azerbaijani and Turkish months take case endings, the others at most a full stop. */
const month = `(${stems})(?:[яьеюи]|[aeıiuü](?:n|[nd]?[aeıiuü]n?)?|[dt][aeıiuü])?(?![\\p{L}])\\.?`;
const year = '(?:[,\\s]+(?:de\\s+)?((?:19|20)\\d{2}))?';
const dayFirst = new RegExp(
  `(?<![\\p{L}\\p{N}.:,])(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[\\s-]+(?:of\\s+|de\\s+)?${month}${year}`,
  'giu',
);
const monthFirst = new RegExp(`(?<![\\p{L}\\p{N}])${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}:%])${year}`, 'giu');
const numeric = /(?<![\p{N}.])(?:((?:19|20)\d{2})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2}))(?![\p{N}])/gu;

export type FoundDate = { index: number; length: number; value: string; precision: 'day' | 'month-day' };

/** More dates than these in one text are a table; none of them is its event's. */
const maxDates = 20;

/** Dates written in the text, in reading order; a date without a year is `--MM-DD`. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (!/\d/.test(text)) return found;
  const add = (match: RegExpMatchArray, y: string | undefined, m: number, d: number) => {
    if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31) || found.length > maxDates) return;
    const tail = `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    found.push({
      index: match.index ?? 0,
      length: match[0].length,
      value: y ? `${y}-${tail}` : `--${tail}`,
      precision: y ? 'day' : 'month-day',
    });
  };
  for (const match of text.matchAll(numeric)) {
    if (match[1]) add(match, match[1], Number(match[2]), Number(match[3]));
    else add(match, match[6], Number(match[5]), Number(match[4]));
  }
  for (const match of text.matchAll(dayFirst))
    add(match, match[3], monthOf.get((match[2] ?? '').toLowerCase()) ?? 0, Number(match[1]));
  for (const match of text.matchAll(monthFirst))
    add(match, match[3], monthOf.get((match[1] ?? '').toLowerCase()) ?? 0, Number(match[2]));
  return found.sort((a, b) => a.index - b.index);
}

/** Words before a date that make it the date of something earlier than the report. */
const background =
  /(?:\b(?:since|begun|began|started|from|until|before|after|born|dated|due|by|deadline|arrested|detained)(?:\s+\p{L}+){0,2}|(?:^|\s)(?:с|до|после|начал\p{L}*|задержан\p{L}*|арестован\p{L}*))\s*$/iu;

const unknownDate: ItemDate = { value: null, precision: 'unknown', source: null };

/** What stands before a date in its own sentence, at most 40 characters. */
const clauseBefore = (text: string, index: number): string =>
  text
    .slice(Math.max(0, index - 40), index)
    .split(/[.!?]\s|\n/)
    .at(-1) ?? '';

/** The date of the event a text reports: the first date that is not said to be of something earlier; unknown without one. */
export function eventDate(text: string): ItemDate {
  const dates = datesIn(text);
  const chosen = dates.find(
    ({ index }) => !background.test(clauseBefore(text, index).replace(/\s(?:on|at|the)\s*$/i, ' ')),
  );
  return chosen ? { value: chosen.value, precision: chosen.precision, source: 'text' } : unknownDate;
}

/** The day in an address such as /2024/11/22/ or 20241122; null without one. */
export function dateInUrl(url: string): string | null {
  const match = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}
