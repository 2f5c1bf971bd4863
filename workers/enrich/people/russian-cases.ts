/** A man's or a woman's name. */
export type Sex = 'male' | 'female';

/** A word's nominative as one rule has it, and which rule: `rule` numbers are part of the trained model. */
export type Nominative = { word: string; rule: number };

/** An ending in one case, and the ending of the nominative it comes from. */
type Rule = { ending: RegExp; base: string; number: number };

const consonant = '[бвгджзклмнпрстфхцчшщ]';
// Not Птушкиная: surnames on -ин and -ов take -а.
const adjective = '(?<!(?:[оеё]в|[иы]н))ой$';
const possessive = '(?<=(?:[оеё]в|[иы]н))';

// The same for given names and surnames: which of them is meant is learnt.
const masculine: [string, string][][] = [
  [
    ['(?<=[сц]к)ого$', 'ий'],
    ['ого$', 'ый'],
    ['ого$', 'ой'],
    ['его$', 'ий'],
    [`(?<=${consonant})а$`, ''],
    ['я$', 'й'],
    ['я$', 'ь'],
    ['ы$', 'а'],
    ['(?<=[гкхжшчщ])и$', 'а'],
    ['и$', 'я'],
    [`(?<=${consonant})([лцкр])а$`, 'е$1'],
    ['льва$', 'лев'],
    ['(?<=[аеиоуыяюё])йца$', 'ец'],
  ],
  [
    ['у$', 'а'],
    ['ю$', 'я'],
  ],
  [
    ['(?<=[сц]к)ому$', 'ий'],
    ['ому$', 'ый'],
    ['ому$', 'ой'],
    ['ему$', 'ий'],
    [`(?<=${consonant})у$`, ''],
    ['ю$', 'й'],
    ['ю$', 'ь'],
    ['е$', 'а'],
    ['е$', 'я'],
    [`(?<=${consonant})([лцкр])у$`, 'е$1'],
    ['льву$', 'лев'],
  ],
  [
    ['(?<=[сц]к)им$', 'ий'],
    [`${possessive}ым$`, ''],
    ['ым$', 'ый'],
    ['ым$', 'ой'],
    ['им$', 'ий'],
    [`(?<=${consonant})ом$`, ''],
    ['(?<=[жшчщц])ем$', ''],
    ['ем$', 'й'],
    ['ем$', 'ь'],
    ['ой$', 'а'],
    ['ей$', 'я'],
    [`(?<=${consonant})([лцкр])[оеё]м$`, 'е$1'],
    ['львом$', 'лев'],
  ],
  [
    ['(?<=[сц]к)ом$', 'ий'],
    ['ом$', 'ый'],
    [`(?<=${consonant})е$`, ''],
    ['е$', 'й'],
    ['е$', 'ь'],
    ['ии$', 'ий'],
    ['е$', 'а'],
  ],
];
const feminine: [string, string][][] = [
  [
    [adjective, 'ая'],
    [`${possessive}ой$`, 'а'],
    ['ы$', 'а'],
    ['(?<=[гкхжшчщ])и$', 'а'],
    ['и$', 'я'],
    ['и$', 'ь'],
  ],
  [
    ['ую$', 'ая'],
    ['у$', 'а'],
    ['ю$', 'я'],
  ],
  [
    [adjective, 'ая'],
    [`${possessive}ой$`, 'а'],
    ['е$', 'а'],
    ['е$', 'я'],
    ['ии$', 'ия'],
    ['и$', 'ь'],
  ],
  [
    [adjective, 'ая'],
    ['ой$', 'а'],
    ['ей$', 'я'],
    ['(?<=[жшчщц])ей$', 'а'],
    ['ью$', 'ь'],
  ],
];

const numbered = (cases: [string, string][][], from: number): Rule[][] => {
  let number = from;
  return cases.map((rules) =>
    rules.map(([ending, base]) => ({ ending: new RegExp(ending, 'u'), base, number: number++ })),
  );
};
const rulesOf: Record<Sex, Rule[][]> = { male: numbered(masculine, 10), female: numbered(feminine, 80) };

/** How many cases a name of that sex is read in; 0 is the nominative. */
export const casesOf = (sex: Sex): number => rulesOf[sex].length + 1;

const asItStands = 1;

/** The nominatives that a word in that case (0 the nominative) may come from; itself is always among them. */
export const nominatives = (word: string, sex: Sex, inCase: number): Nominative[] => {
  const found: Nominative[] = [{ word, rule: asItStands }];
  for (const { ending, base, number } of inCase === 0 ? [] : (rulesOf[sex][inCase - 1] ?? [])) {
    if (!ending.test(word)) continue;
    const nominative = word.replace(ending, base);
    if (nominative.length > 1) found.push({ word: nominative, rule: number });
  }
  return found;
};
