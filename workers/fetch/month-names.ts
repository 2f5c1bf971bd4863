/** The languages whose month and day names feeds were seen to use, beside English. */
const languages = [
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'ru',
  'uk',
  'be',
  'pl',
  'cs',
  'sk',
  'bg',
  'sr',
  'hr',
  'sl',
  'ro',
  'hu',
  'el',
  'tr',
  'az',
  'ka',
  'hy',
  'kk',
  'uz',
  'sv',
  'da',
  'nb',
  'fi',
  'et',
  'lv',
  'lt',
  'id',
  'vi',
  'ca',
];
const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const englishFull = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const englishDay = /^(mon|tues?|wed|wednes|thur?s?|fri|sat|satur|sun)(day)?$/;

let names: { months: Map<string, number>; days: Set<string> } | null = null;

/** The number (1 to 12) of a month's name in English or one of the languages above; null for any other word. */
export function monthNumber(word: string): number | null {
  const name = plain(word);
  const short = english.indexOf(name.slice(0, 3));
  if (short >= 0 && (englishFull[short]?.startsWith(name) || name === 'sept')) return short + 1;
  return foreign().months.get(name) ?? null;
}

export const isWeekday = (word: string): boolean => englishDay.test(plain(word)) || foreign().days.has(plain(word));

const plain = (word: string): string => word.toLowerCase().replace(/\.$/, '');

/** Built when a word that is not English first turns up, since it takes some tens of milliseconds. */
function foreign() {
  if (names) return names;
  const months = new Map<string, number>();
  const days = new Set<string>();
  for (const language of languages) {
    for (const form of ['long', 'short'] as const) {
      const dated = new Intl.DateTimeFormat(language, { weekday: form, day: 'numeric', month: form, timeZone: 'UTC' });
      const alone = new Intl.DateTimeFormat(language, { month: form, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const firstWeekday = new Date(Date.UTC(2024, month, 8)).getUTCDay();
        const date = Date.UTC(2024, month, 8 + ((month + 7 - firstWeekday) % 7)); // month by month, each day of the week in turn
        for (const { type, value } of dated.formatToParts(date)) {
          if (type === 'weekday') days.add(plain(value));
          if (type === 'month' && !months.has(plain(value))) months.set(plain(value), month + 1);
        }
        const name = plain(alone.format(date));
        if (!months.has(name)) months.set(name, month + 1);
      }
    }
  }
  names = { months, days };
  return names;
}
