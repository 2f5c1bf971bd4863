/** How a language's place names and national adjectives change. Endings are folded (no diacritics in Latin script). */
export type Inflection = {
  /** Endings of a name, by the letters that were cut off its base form; null: the name stands as it is. */
  nameEndings: (cut: string) => RegExp | null;
  /** Endings of an adjective or demonym root. */
  derivedEndings: RegExp;
  /** Endings of a written beginning that stands for name, adjective and demonym alike. */
  anyEndings: RegExp;
  /** Endings of a noun for people; in Russian it has no capital. */
  peopleEndings: RegExp | null;
  /** Whether adjectives and demonyms stand in lower case. */
  lowerDerived: boolean;
  /** Cuts an ending off the first words of a name of several words; null: they do not change. */
  firstWordEnding: RegExp | null;
};

const russianAdjective =
  '(?:ий|ый|ой|ая|яя|ое|ее|ие|ые|ого|его|ому|ему|им|ым|ом|ем|ую|юю|их|ых|ими|ыми|и|і|ої|ій|ою|ім|іх|а|е|у|о)';
// An auto-made root takes a whole adjective or demonym, never a bare case ending: Росс is no Россия.
const russianDerived = new RegExp(
  `^(?:[а-я]{0,3}(?:ск|цк|ськ|цьк)${russianAdjective}|[а-я]{0,2}(?:ец|ц|анин|янин|чанин|анк|янк|ян|чан)(?:|а|у|ы|и|е|ом|ем|ей|ев|ов|ам|ами|ах|ой|ю))$`,
  'u',
);
const russianCases: Record<string, RegExp> = {
  '': /^(?:|а|у|ом|ем|е|ы|и|і|ові|ів|ов|ам|ами|ах)$/u,
  а: /^(?:а|ы|и|е|у|ой|ою|і)$/u,
  я: /^(?:я|и|е|ю|ей|ею|ёй|ї|єю|і)$/u,
  й: /^(?:й|я|ю|ем|е|и|єм|ї)$/u,
  ь: /^(?:ь|я|ю|ем|е|и|ью|і)$/u,
  о: /^(?:о|а|у|ом|е)$/u,
  ы: /^(?:ы|и||ов|ам|ами|ах)$/u,
  и: /^(?:и|ы||ов|ей|ам|ами|ах|ям|ями|ях|ів)$/u,
  і: /^(?:и|і||ів|ей|ам|ами|ах|ям|ями|ях)$/u,
  е: /^(?:е|а|у|ом)$/u,
};
const russianNominal =
  'а|я|у|ю|ы|и|е|о|ь|ей|ой|ою|ом|ем|ам|ям|ами|ями|ах|ях|ов|ев|й|ии|ию|ия|ие|ией|иях|иям|иями|ья|ье|ью|цев|ьем|ец|ца|цу|цы|цам|цами|цах|цем';
const russianAny = new RegExp(
  `^(?:|${russianNominal}|(?:[а-я]{0,5}(?:ск|цк)|ьн|н)?${russianAdjective}|[а-я]{0,2}(?:ец|ц|анин|ян|янин|чан|чанин|анк|янк)(?:|а|у|ы|и|е|ом|ем|ей|ев|ов|ам|ами|ах|ой|ю))$`,
  'u',
);
const cyrillic: Inflection = {
  nameEndings: (cut) => russianCases[cut] ?? null,
  derivedEndings: russianDerived,
  anyEndings: russianAny,
  peopleEndings: /^(?:|а|у|ом|ем|е|ы|и|ов|ев|ей|ам|ами|ах|ка|ки|ку|кой|ок)$/u,
  lowerDerived: true,
  firstWordEnding:
    /(?:ыми|ими|ого|его|ому|ему|ый|ий|ой|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ом|ем|ами|ам|ах|а|я|о|е|ы|и|у|ю|ь|й|і)$/u,
};

const plural = '(?:l[aəe]r)?';
const derived = '(?:l[iıuü]|s[iıuü]z)?';
const possessive = '(?:[iıuü]m[iıuü]z|[iıuü]m|[iıuü]n[iıuü]z|s?[iıuü]n?|y)?';
const caseEnding =
  '(?:n?[iıuü]n|y?[aəe]|n[aəe]|y?[iıuü]|n[iıuü]|n?d[aəe]n?|n?t[aəe]n?|yl[aəe]|l[aəe]|[dt][aəe]k[iı](?:n[iı]n|l[aəe]r(?:[iı]n?)?)?)?';
// Not -ca, -cə: that is the language. Also -lılar, -lıların, -lik, -dən, -daki, -dır; the apostrophe is gone by then.
const turkicEnding = new RegExp(
  `^${derived}(?:l[iıuü][kğ])?${plural}${derived}${possessive}${caseEnding}(?:d[iıuü]r|k[iı])?$`,
  'u',
);
const turkic: Inflection = {
  nameEndings: () => turkicEnding,
  derivedEndings: turkicEnding,
  anyEndings: turkicEnding,
  // Azerbaijani writes peoples small; an object of its own tells them from names.
  peopleEndings: new RegExp(turkicEnding.source, 'u'),
  lowerDerived: true,
  firstWordEnding: null,
};

const germanDerived =
  '|s|es|e|en|er|ern|ers|ei|ien|iens|land|lands|n|ner|nern|ners|innen|in|erin|erinnen|ier|iern|iers|ierin|ierinnen|a|as|(?:|an|ian|n|es|os|and|ienis|at)isch(?:e|en|er|es|em)?|aner|anern|anerin|anerinnen|ese|esen|esin|ose|osen|osin|sch(?:e|en|er|es|em)?';
const germanCompound =
  '(?:s|n|en)?(?:krieg|kriegs|konflikt|krise|politik|reise|besuch|hilfe|abkommen|sanktionen|experte|experten|expertin|geschäft|geschaft|strategie|kenner|wahl|gipfel|korrespondent|korrespondentin|botschaft|handel|deal|urlaub|affare|chef|chefin|spiel|kurs|streit|debatte)[ens]{0,2}';
const german: Inflection = {
  // Compounds are written as one word: Ukrainekrieg, Chinapolitik, Irankonflikt.
  nameEndings: () => germanName,
  // Not bare: Armen- and the poor, die Armen.
  derivedEndings: new RegExp(`^(?!$)(?:${germanDerived})$`, 'u'),
  anyEndings: new RegExp(`^(?:${germanDerived}|${germanCompound})$`, 'u'),
  peopleEndings: null,
  lowerDerived: true,
  firstWordEnding: /(?:en|em|er|es|e)$/u,
};
const germanName = new RegExp(`^(?:|s|er|ern|ers|n?erin|n?erinnen|${germanCompound})$`, 'u');

const romance: Inflection = {
  nameEndings: () => null,
  derivedEndings:
    /^(?:|s|e|es|ne|nes|ns|a|o|as|os|i|h?e|hi|z|zes|ese|esi|sa|sas|do|nos?|n[oaie]s?|le|les|la|u|ul|ilor|ii|ei|a?ni)$/u,
  anyEndings:
    /^(?:|s|e|es|ne|nes|ns|a|o|as|os|i|h?e|hi|z|zes|ese|esi|sa|sas|do|nos?|n[oaie]s?|le|les|la|u|ul|ilor|ii|ei|a?ni)$/u,
  peopleEndings: null,
  lowerDerived: true,
  firstWordEnding: null,
};
const scandinavian: Inflection = {
  nameEndings: () => /^s?$/u,
  derivedEndings: /^(?:|e|a|t|s|n|en|et|er|erne|erna|ar|are|ene|es|as)$/u,
  anyEndings: /^(?:|e|a|t|s|n|en|et|er|erne|erna|ar|are|ene|es|as)$/u,
  peopleEndings: null,
  lowerDerived: true,
  firstWordEnding: null,
};
// No rule of its own: a name keeps its beginning and takes up to five letters more.
const loose: Inflection = {
  nameEndings: () => /^\p{L}{0,5}$/u,
  derivedEndings: /^\p{L}{0,4}$/u,
  anyEndings: /^\p{L}{0,4}$/u,
  peopleEndings: null,
  lowerDerived: true,
  firstWordEnding: /(?:iego|emu|ego|ych|ich|ymi|imi|ej|eho|emu|ou|a|y|i|e|u|o)$/u,
};
const dutch: Inflection = {
  nameEndings: () => /^s?$/u,
  derivedEndings: /^(?:|e|er|ers|se|s|en)$/u,
  anyEndings: /^(?:|e|er|ers|se|s|en)$/u,
  peopleEndings: null,
  lowerDerived: false,
  firstWordEnding: null,
};

const families: [Inflection, string][] = [
  [cyrillic, 'ru uk be bg sr mk'],
  [turkic, 'tr az'],
  [german, 'de'],
  [romance, 'fr es it pt ca gl ro'],
  [scandinavian, 'no nb nn sv da is fo'],
  [dutch, 'nl af fy'],
  [loose, 'pl cs sk sl hr bs lt lv fi et hu el ka hy kk ky uz tk sq eu mn tg'],
];

/** How a language inflects; null when its names stand as they are. */
export const inflectionOf = (language: string): Inflection | null =>
  families.find(([, languages]) => languages.split(' ').includes(language))?.[0] ?? null;

/** The first words of a name of several words as they are looked up: Южной Кореи and Южная Корея are one. */
export const firstWordStem = (word: string, { firstWordEnding }: Inflection): string => {
  const stem = firstWordEnding ? word.replace(firstWordEnding, '') : word;
  return stem.length < 3 ? word : stem;
};
