import { readFile } from 'node:fs/promises';
import nlp from 'compromise';
import { tagText } from '../workers/enrich/enrich-item.ts';
import { tokenize } from '../workers/enrich/text/tokenize.ts';
import { cpuNowMs } from './timing.ts';

type Span = { start: number; end: number };
type Article = { id: string; lang: string; text: string; persons: Span[]; countries?: string[] };
type Tagged = { persons: Span[]; countries: string[] };
type Contestant = { name: string; tag: (article: Article) => Tagged };

const defaults = ['news', 'open.en', 'open.ru', 'wire.ru', 'wire.tr', 'wire.az'].map(
  (set) => `../shared/data/entities/${set}.jsonl`,
);
// ISO codes that ICU names in every language; CQ and the groupings have no news.
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap((first) => letters.map((second) => first + second));

const namesOf = new Map<string, Map<string, string>>();

/** Country names as ICU spells them in a language, in lower case, with their codes. */
const icuNames = (language: string): Map<string, string> => {
  const known = namesOf.get(language);
  if (known) return known;
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const names = new Map<string, string>();
  for (const code of codes) {
    const name = /^(?:EU|EZ|UN|QO|ZZ|XA|XB|SU|DD|YU|CS|TP|ZR|BU|NT|YD|FX|UK)$/.test(code)
      ? undefined
      : display.of(code);
    if (name && name !== code) names.set(name.toLowerCase(), code);
  }
  namesOf.set(language, names);
  return names;
};

/** The least one could do: ICU's country names, word by word as they stand. */
const naive: Contestant = {
  name: 'naive gazetteer',
  tag: ({ text, lang }) => {
    const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
    const found = [...icuNames(lang)].filter(([name]) =>
      lower.includes(` ${name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `),
    );
    return { persons: [], countries: [...new Set(found.map(([, code]) => code))] };
  },
};

/** Its spans hold the punctuation and possessive around a name; ours and the labels do not. */
const trimmed = (text: string, { start, length }: { start: number; length: number }): Span => {
  const inner = text.slice(start, start + length);
  const lead = /^[^\p{L}]*/u.exec(inner)?.[0].length ?? 0;
  const tail = /(?:['’]s)?[^\p{L}]*$/u.exec(inner.slice(lead))?.[0].length ?? 0;
  return { start: start + lead, end: start + length - tail };
};

const compromise: Contestant = {
  name: 'compromise',
  tag: ({ text }) => {
    const document = nlp(text);
    const spans = (view: {
      out(kind: 'offset'): unknown;
    }): { text: string; offset: { start: number; length: number } }[] =>
      view.out('offset') as { text: string; offset: { start: number; length: number } }[];
    const persons = spans(document.people()).map(({ offset }) => trimmed(text, offset));
    const names = icuNames('en');
    const places = spans(document.places()).map(({ text: place }) =>
      place.toLowerCase().replace(/^the |[.,;:!?'’"”)]+$|['’]s$/g, ''),
    );
    return { persons, countries: [...new Set(places.flatMap((place) => names.get(place) ?? []))] };
  },
};

const wiredesk: Contestant = {
  name: 'wiredesk',
  tag: ({ text, lang }) => {
    const { people, countries } = tagText(text, lang);
    const persons = people.flatMap(({ mentions }) => mentions.map(({ start, end }) => ({ start, end })));
    return { persons, countries: countries.map(({ code }) => code) };
  },
};

const f1 = (right: number, found: number, wanted: number): string =>
  found + wanted > 0 ? ((200 * right) / (found + wanted)).toFixed(1) : '-';

const measure = ({ name, tag }: Contestant, set: string, articles: readonly Article[], tokens: number): string => {
  const coldAt = cpuNowMs();
  const tagged = articles.map(tag);
  const cold = cpuNowMs() - coldAt;
  const warmAt = cpuNowMs();
  for (const article of articles) tag(article);
  const warm = cpuNowMs() - warmAt;
  const sum = { people: [0, 0, 0], countries: [0, 0, 0], exact: 0 };
  for (const [at, { persons, countries = [] }] of articles.entries()) {
    const own = tagged[at] ?? { persons: [], countries: [] };
    const spans = new Set(persons.map(({ start, end }) => `${start}-${end}`));
    const rightSpans = own.persons.filter(({ start, end }) => spans.has(`${start}-${end}`)).length;
    const rightCodes = own.countries.filter((code) => countries.includes(code)).length;
    sum.people = add(sum.people, [rightSpans, own.persons.length, persons.length]);
    sum.countries = add(sum.countries, [rightCodes, own.countries.length, countries.length]);
    if (rightCodes === own.countries.length && rightCodes === countries.length) sum.exact++;
  }
  const [people, countries] = [sum.people, sum.countries].map(([right = 0, found = 0, wanted = 0]) =>
    f1(right, found, wanted),
  );
  const exact = ((100 * sum.exact) / articles.length).toFixed(1);
  const speed = [cold, warm].map((ms) => `${Math.round(tokens / ms)}k`);
  return `| ${set} | ${name} | ${people} | ${countries} | ${exact} | ${speed.join(' | ')} |`;
};

const add = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, at) => value + (other[at] ?? 0));

/** Prints us, compromise (in English) and a naive gazetteer side by side: `bench enrich [FILE…]`, files of {id, lang, text, persons, countries} lines. */
export async function benchEnrich(files: string[]): Promise<number> {
  console.log(
    '| set | tagger | person span F1 | countries F1 | exact country sets % | tokens per CPU-second, first pass | second |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const file of files.length > 0 ? files : defaults) {
    const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
    const set = file.replace(/^.*\/|\.jsonl$/g, '');
    const articles = lines.map((line) => JSON.parse(line) as Article);
    const english = articles.filter(({ lang }) => lang === 'en');
    for (const [name, own] of english.length > 0 && english.length < articles.length
      ? ([
          [`${set} en`, english],
          [`${set} others`, articles.filter(({ lang }) => lang !== 'en')],
        ] as const)
      : ([[set, articles]] as const)) {
      const tokens = own.reduce((sum, { text }) => sum + tokenize(text).length, 0);
      const contestants = own[0]?.lang === 'en' ? [wiredesk, compromise, naive] : [wiredesk, naive];
      for (const contestant of contestants) console.log(measure(contestant, name, own, tokens));
    }
  }
  console.log('wiredesk learnt from news and open.*; its cross-validated scores stand in workers/enrich/model/*.md.');
  return 0;
}
