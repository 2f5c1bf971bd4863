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
      const withDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: form, timeZone: 'UTC' });
      const alone = new Intl.DateTimeFormat(language, { month: form, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const date = Date.UTC(2024, month, 15);
        const inflected = withDay.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
        for (const name of [inflected, alone.format(date)])
          if (!months.has(plain(name))) months.set(plain(name), month + 1);
      }
      const weekday = new Intl.DateTimeFormat(language, { weekday: form, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++) days.add(plain(weekday.format(Date.UTC(2024, 0, day))));
    }
  }
  names = { months, days };
  return names;
}
