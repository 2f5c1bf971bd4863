import { romanise } from '../text/fold.ts';

const slavic =
  /(?:ского|скому|ским|ском|ской|скую|ская|ский|ских|скими)$|(?:ого|ому|ыми|ями|ами|ым|им|ом|ем|ой|ей|ою|ею|ый|ий|ая|ую|ах|ях|а|у|ю|я|е|ы|и|ь|й)$/u;
// Turkic case endings after a name, the possessive first; longest first.
const turkic =
  /(?:lar|lər|ler)?(?:n[ıiuü]n|n[ıiuü]|y[ıiuü]|y[aəe]|n?d[aəe]n|t[aəe]n|n?d[aəe]|t[aəe]|yl[aəe]|l[aəe]|[ıiuü]n|[ıiuüaəe])$/u;
const german = /(?<=...)s$/u;
// Below this many letters what is cut off is the name's own.
const shortestStem = 4;

/** `key`: what all case forms of a word share, romanised. `bases`: base forms it may have, romanised; none where the language has no cases. */
export type Stem = { key: string; bases: string[] };

const slavicStem = (lower: string): Stem => {
  const stem = lower.replaceAll('ё', 'е').replace(slavic, '');
  if (stem.length < 3) return { key: romanise(lower), bases: [] };
  const bases = ['', 'а', 'й', 'я', 'ь', 'ий', 'ый'].map((ending) => romanise(stem + ending));
  if (/ск[а-я]+$/u.test(lower)) bases.push(romanise(`${stem}ский`));
  // Павла is Павел's: the vowel comes and goes.
  if (/[бвгджзклмнпрстфхцчшщ]{2}$/u.test(stem)) bases.push(romanise(`${stem.slice(0, -1)}е${stem.slice(-1)}`));
  // Андрея and Андрей, Юрию and Юрий; Павел and Павла.
  const core = stem.replace(/(?<=..)[иеьй]$/u, '').replace(/(?<=..)[ео](?=[лцк]$)/u, '');
  return { key: romanise(core), bases };
};

const turkicStem = (lower: string): Stem => {
  const stem = lower.replace(turkic, '');
  if (stem === lower || stem.length < 3) return { key: romanise(lower), bases: [] };
  // Obama and Obamanın, Martin and Martinin meet where nothing more can be cut off.
  let core = lower;
  for (
    let next = core.replace(turkic, '');
    next.length >= shortestStem && next !== core;
    next = core.replace(turkic, '')
  )
    core = next;
  return { key: romanise(core), bases: [romanise(stem)] };
};

/** The stem of one word of a name in `language` (two letters). */
export const wordStem = (word: string, language: string): Stem => {
  const lower = word.toLowerCase();
  if (/^[\u0400-\u04ff]/.test(lower)) return slavicStem(lower);
  if (language === 'tr' || language === 'az') return turkicStem(lower);
  if (language === 'de' && german.test(lower)) {
    const stem = romanise(lower.slice(0, -1));
    return { key: stem, bases: [stem] };
  }
  return { key: romanise(lower), bases: [] };
};
