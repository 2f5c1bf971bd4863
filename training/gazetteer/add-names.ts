import { countryNames, zoneCities } from './cldr-names.ts';
import { key, type Section } from './section.ts';
import { englishNames, type How } from './written-names.ts';

const vowelEnd = /(?:[иь]я|ья|[аяоеыийьуюэїіє])$/u;

/** Adds a name in Russian or Ukrainian: its cases, and the root of its adjective. */
const addSlavicCyrillic = (section: Section, language: string, code: string, name: string, how: How): void => {
  // CLDR shortens islands; the stem serves all their cases.
  const words = key(name.replace(/(?<=^| )о-(?:ва|в)(?= |$)/iu, 'остров')).split(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 1 || last.length < 4) {
    section.add(words.length > 1 ? 'n' : '=', slavicStem(words.join(' ')), code, how);
    return;
  }
  // Чили, Перу, Конго and Самоа stay as they are in Russian.
  if (language === 'ru' && /(?:[иеуюэо]|[оуэ]а)$/u.test(last))
    section.add('=', last, code, how, how === 'name' ? 0 : 2);
  else section.add('n', slavicStem(last), code, how);
  const root = last.replace(vowelEnd, '');
  if (root.length > 3) section.add('d', root, code, 'demonym');
};

const slavicStem = (phrase: string): string => {
  const final = /[аяйьоыиієї]$/u.exec(phrase)?.[0] ?? '';
  return `${phrase.slice(0, phrase.length - final.length)}+${final}`;
};

const capitals = new Set(
  englishNames()
    .filter(({ how }) => how === 'capital')
    .flatMap(({ code, name }) => (code ?? '').split('+').map((one) => `${one} ${key(name)}`)),
);
/** Kiev and Rangoon: the tz database keeps old spellings. */
export const howOf = ({ code, english }: { code: string; english: string }): How =>
  capitals.has(`${code} ${key(english)}`) || english === 'Kiev' ? 'capital' : 'city';

export const cyrillic = new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk']);
export const turkic = new Set(['tr', 'az', 'uz', 'tk']);
// Languages without rules of their own: a name keeps its beginning, so its last vowel is cut.
const trimmed = new Set('pl cs sk sl hr bs lt lv fi et hu el ka hy sq eu'.split(' '));
const lastVowel = /(?:ςς|ς|[aeiouyąęëαειηουωაეიოუ]|ος|ας|ης|ια|ius|as|is|us)$/u;
const trim = (phrase: string): string => {
  const stem = phrase.replace(lastVowel, '');
  return stem.length > 3 ? stem : phrase;
};

/** Adds a language's own names of countries and of the cities that name time zones, as its inflection needs them. */
export const addNames = (section: Section, language: string): void => {
  const named = [
    ...countryNames(language).map((place) => ({ ...place, how: 'name' as How })),
    ...zoneCities(language).map((place) => ({ ...place, how: howOf(place) })),
  ];
  for (const { code, name, how } of named) {
    const phrase = trimmed.has(language) && !/[A-Z]{2}/.test(name) ? trim(key(name)) : key(name);
    const isShort = phrase.replaceAll(' ', '').length < 4;
    if (/^[\p{Lu}.]{2,5}$/u.test(name)) section.add('!', name.replaceAll('.', ''), code, how);
    else if (cyrillic.has(language) && !isShort) addSlavicCyrillic(section, language, code, name, how);
    else if (turkic.has(language) && /^[şç]/iu.test(name) && !phrase.includes(' '))
      section.add('n', `${name[0]?.toLowerCase()}:${phrase}+`, code, how, how === 'name' ? 0 : 2);
    else
      section.add(
        isShort || phrase.includes(' ') ? '=' : 'n',
        phrase.includes(' ') || isShort ? phrase : `${phrase}+`,
        code,
        how,
        how === 'name' ? 0 : 2,
      );
    if (phrase.includes(' ') && !cyrillic.has(language))
      section.add('n', `${phrase}+`, code, how, how === 'name' ? 0 : 2);
  }
};
