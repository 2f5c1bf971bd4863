import type { FoundPerson } from '../found-tags.ts';
import type { Token } from '../text/tokenize.ts';
import { baseForm } from './base-form.ts';
import type { FoundName } from './find-people.ts';
import { personKey } from './person-key.ts';
import type { ReadingWeights } from './russian-base.ts';
import { wordStem } from './word-stem.ts';

/** One word of a name: as it stands, what its case forms share, and what joins it to the word before. */
type Word = { text: string; key: string; gap: string };
type Mention = { found: FoundName; words: Word[]; order: number; before: string; after: string; end: number };
/** Mentions that name one person; `full` is the fullest of them, `lastOrder` the last one met. */
type Person = { full: Mention; mentions: Mention[]; lastOrder: number };

// "Jr." says which of two, but a later mention seldom repeats it.
const isSuffix = (text: string): boolean => /^(?:Jr|Sr|II|III|IV|младш\p{L}+|старш\p{L}+)$/u.test(text);
const isInitial = (text: string): boolean => /^(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}?)$/u.test(text);

const wordsOf = (tokens: readonly Token[], { first, last }: FoundName, language: string): Word[] =>
  tokens
    .slice(first, last + 1)
    .map(({ text, gap }, at) => ({ text, key: wordStem(text, language).key, gap: at === 0 ? '' : gap }));

const core = ({ words }: Mention): Word[] => {
  const kept = words.filter(({ text }) => !isSuffix(text));
  return kept.length > 0 ? kept : words;
};

const isSameWord = (one: Word, other: Word): boolean =>
  one.key === other.key ||
  (isInitial(one.text) && other.text.startsWith(one.text.charAt(0))) ||
  (isInitial(other.text) && one.text.startsWith(other.text.charAt(0)));

/** Do the words of `short` stand in `long` in the same order, the surname among them? */
const isShorterForm = (short: readonly Word[], long: readonly Word[]): boolean => {
  if (short.length > long.length || short.at(-1)?.key !== long.at(-1)?.key) return false;
  let at = 0;
  for (const word of long) if (at < short.length && isSameWord(short[at] as Word, word)) at++;
  return at === short.length;
};

const fullness = (mention: Mention): number =>
  mention.words.reduce((sum, { text }) => sum + (isInitial(text) ? 1 : 100 + Math.min(text.length, 9) / 10), 0);

/** People by one word of their names. Beyond so many namesakes the first ones are looked at no more: time stays linear. */
type Index = Map<string, Person[]>;
const mostNamesakes = 40;

const enter = (index: Index, key: string | undefined, person: Person): void => {
  if (key === undefined) return;
  const namesakes = index.get(key) ?? [];
  index.set(key, namesakes);
  if (!namesakes.includes(person, -mostNamesakes)) namesakes.push(person);
};

const join = (person: Person, mention: Mention): void => {
  person.mentions.push(mention);
  if (fullness(mention) > fullness(person.full)) person.full = mention;
};

/** Names of several words, the longest first: shorter forms of a name join it. */
const gatherFull = (mentions: readonly Mention[], bySurname: Index): Person[] => {
  const people: Person[] = [];
  for (const mention of mentions) {
    const words = core(mention);
    const namesakes = bySurname.get(words.at(-1)?.key ?? '')?.slice(-mostNamesakes) ?? [];
    const person = namesakes.find((one) => {
      const full = core(one.full);
      return isShorterForm(words, full) || isShorterForm(full, words);
    });
    if (person) {
      join(person, mention);
      continue;
    }
    const sameGiven = people.filter((one) => core(one.full)[0]?.key === words[0]?.key);
    if (words.length === 2 && isPatronymic(words[1]?.text ?? '') && sameGiven.length === 1) {
      sameGiven[0]?.mentions.push(mention);
      continue;
    }
    const added: Person = { full: mention, mentions: [mention], lastOrder: -1 };
    people.push(added);
    enter(bySurname, words.at(-1)?.key, added);
  }
  return people;
};

/** Of the people whose name has this word, the one named last before this place; a surname counts before a given name. */
const ownerOf = (key: string, indexes: readonly Index[]): Person | null => {
  for (const index of indexes) {
    const namesakes = index.get(key)?.slice(-mostNamesakes) ?? [];
    let best: Person | null = namesakes[0] ?? null;
    for (const person of namesakes) if (best && person.lastOrder > best.lastOrder) best = person;
    if (best) return best;
  }
  return null;
};

const script = (mention: Mention): number => (/^[\u0400-\u04ff]/.test(mention.words[0]?.text ?? '') ? 1 : 0);

/** "Мамнун Хусейн (Mamnoon Hussain)": the same name in another script, right behind in brackets. Mentions by the one they repeat. */
const findAliases = (text: string, mentions: readonly Mention[]): Map<Mention, Mention> => {
  const aliases = new Map<Mention, Mention>();
  for (const [at, mention] of mentions.entries()) {
    const before = mentions[at - 1];
    if (!before || script(before) === script(mention)) continue;
    const between = text.slice(before.found.end, mention.found.start);
    if (/^ ?\((?:\p{L}+\. ?)?$/u.test(between)) aliases.set(mention, before);
  }
  return aliases;
};

// "Галина Борисовна" is Галина Кожевникова, where the text has no other Галина.
const isPatronymic = (word: string): boolean => /(?:ович|евич|ич|овна|евна|ична|инична)(?:а|у|ем|е|ы|ой)?$/u.test(word);

const gatherUnspaced = (mentions: readonly Mention[]): Person[] => {
  const people = new Map<string, Person>();
  for (const mention of mentions) {
    const name = mention.found.fullName ?? '';
    const person = people.get(name);
    if (person) person.mentions.push(mention);
    else people.set(name, { full: mention, mentions: [mention], lastOrder: mention.order });
  }
  return [...people.values()];
};

const gather = (text: string, all: readonly Mention[]): Person[] => {
  if (all[0] && all[0].found.fullName !== null) return gatherUnspaced(all);
  const aliases = findAliases(text, all);
  const mentions = all.filter((mention) => !aliases.has(mention));
  const bySurname: Index = new Map();
  const byGiven: Index = new Map();
  const byOther: Index = new Map();
  const full = mentions.filter((mention) => core(mention).length > 1);
  full.sort((one, other) => core(other).length - core(one).length || one.order - other.order);
  const people = gatherFull(full, bySurname);
  const owners = new Map<Mention, Person>();
  for (const person of people) {
    const words = core(person.full);
    enter(byGiven, words[0]?.key, person);
    for (const word of words.slice(1, -1)) enter(byOther, word.key, person);
    for (const mention of person.mentions) owners.set(mention, person);
  }
  for (const mention of mentions) {
    const known = owners.get(mention) ?? null;
    const key = core(mention)[0]?.key ?? '';
    const person = known ?? ownerOf(key, [bySurname, byGiven, byOther]);
    if (person) {
      person.lastOrder = mention.order;
      if (!known) join(person, mention);
      owners.set(mention, person);
      continue;
    }
    const added: Person = { full: mention, mentions: [mention], lastOrder: mention.order };
    people.push(added);
    owners.set(mention, added);
    enter(bySurname, key, added);
  }
  for (const [alias, mention] of aliases) owners.get(mention)?.mentions.push(alias);
  const firstOrder = new Map(
    people.map((one) => [one, one.mentions.reduce((least, { order }) => Math.min(least, order), Infinity)]),
  );
  return people.sort((one, other) => (firstOrder.get(one) ?? 0) - (firstOrder.get(other) ?? 0));
};

const spell = (words: readonly string[], like: readonly Word[]): string =>
  words.map((word, at) => (at === 0 ? '' : (like[at]?.gap ?? ' ').replace(/\s+/g, ' ')) + word).join('');

const nameOf = (
  text: string,
  person: Person,
  language: string,
  seen: ReadonlySet<string>,
  readings?: ReadingWeights,
): string => {
  const { words, found } = person.full;
  if (found.fullName !== null) return found.fullName;
  const asItStands = text.slice(found.start, person.full.end).replace(/\s+/g, ' ');
  const rest = person.mentions.filter((mention) => mention !== person.full);
  const forms = [person.full, ...rest].map(({ words: parts, before, after }) => ({
    words: parts.map((part) => part.text),
    before,
    after,
  }));
  const base = baseForm(forms, language, seen, readings);
  const isChanged = base.length < words.length || base.some((word, at) => word !== words[at]?.text);
  const name = isChanged ? spell(base, words) : asItStands;
  return name.replace(/\s*["“„«”»][^"“„«”»]*["”“»]\s*/g, ' ').trim() || asItStands;
};

/** One tag a person: shorter and inflected forms go with the fullest, which stands in this text. `readings`: weights for Russian base forms other than the shipped ones. */
export const resolvePeople = (
  text: string,
  tokens: readonly Token[],
  found: readonly FoundName[],
  language: string,
  readings?: ReadingWeights,
): FoundPerson[] => {
  const mentions = found.map((one, order) => ({
    found: one,
    words: wordsOf(tokens, one, language),
    order,
    before: tokens[one.first - 1]?.text ?? '',
    after: tokens[one.last + 1]?.text ?? '',
    // "Gerrard-ın": an Azerbaijani case ending belongs to the mention and not to the name.
    end: language === 'az' ? (tokens[one.last]?.end ?? one.end) : one.end,
  }));
  const seen = new Set(tokens.map((token) => token.text.toLowerCase()));
  return gather(text, mentions).map((person) => {
    const name = nameOf(text, person, language, seen, readings);
    const inOrder = [...person.mentions].sort((one, other) => one.order - other.order).map((mention) => mention.found);
    return {
      key: personKey(name, language),
      name,
      role: inOrder.find(({ role }) => role !== null)?.role ?? null,
      mentions: inOrder.map(({ start, end }) => ({ start, end, text: text.slice(start, end), how: 'person' as const })),
      confidence: Math.round(100 * inOrder.reduce((most, { confidence }) => Math.max(most, confidence), 0)) / 100,
    };
  });
};
