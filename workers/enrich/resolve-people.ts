import { baseForm, nameStem } from './base-form.ts';
import type { FoundName } from './find-people.ts';
import type { FoundPerson } from './found-tags.ts';
import { personKey } from './person-key.ts';
import type { Token } from './tokenize.ts';

type Mention = { first: number; last: number };
type Person = { words: string[]; name: string; role: string | null; mentions: Mention[]; isFull: boolean };

const nameOf = (text: string, tokens: readonly Token[], { first, last }: Mention): string =>
  text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0).replace(/\s+/g, ' ');
const nameWords = (name: string, language: string): string[] =>
  name
    .split(/[\s-]+/)
    .map((word) => nameStem(word, language))
    .filter(Boolean);

/** "J. Smith" and "Smith" go with "John Smith"; "Mary Smith" does not. */
const isShorterForm = (short: readonly string[], full: readonly string[]): boolean => {
  if (short.length > full.length || short.at(-1) !== full.at(-1)) return false;
  if (short.length === 1) return true;
  const first = short[0] ?? '';
  return (
    full[0] === first || (first.replace('.', '').length === 1 && Boolean(full[0]?.startsWith(first.replace('.', ''))))
  );
};

/** People by the last word of their name: forms of one name share it. */
type Register = Map<string, Person[]>;

const addPerson = (register: Register, name: string, words: string[], found: FoundName): void => {
  const namesakes = register.get(words.at(-1) ?? '') ?? [];
  const person = namesakes.findLast(
    (one) => isShorterForm(words, one.words) || (words.length > 1 && isShorterForm(one.words, words)),
  );
  if (!person) {
    namesakes.push({ words, name, role: found.role, mentions: [found], isFull: found.isFull });
    register.set(words.at(-1) ?? '', namesakes);
    return;
  }
  person.mentions.push(found);
  person.role ??= found.role;
  if (words.length > person.words.length) Object.assign(person, { words, name, isFull: true });
};

/** Every further capitalised place where a known person's surname stands alone. */
const addSurnameMentions = (
  people: readonly Person[],
  tokens: readonly Token[],
  taken: Set<number>,
  language: string,
): void => {
  const bySurname = new Map<string, Person | null>();
  for (const person of people) {
    const surname = person.words.at(-1) ?? '';
    // Two people of one surname: nobody gets the bare surname.
    if (surname.length > 2) bySurname.set(surname, bySurname.has(surname) ? null : person);
  }
  for (const [at, token] of tokens.entries()) {
    if (!token.capital || taken.has(at)) continue;
    const person = bySurname.get(nameStem(token.text, language));
    const isInsideName =
      /^[ ]$/.test(token.gap) &&
      tokens[at - 1]?.capital &&
      !tokens[at - 1]?.initial &&
      token.text.length > 2 &&
      isNamePart(tokens, at - 1);
    if (person && !isInsideName) person.mentions.push({ first: at, last: at });
  }
};

// After "President" or "Mr" a surname is a mention; after any other capitalised word it is likely another name or an organisation.
const isNamePart = (tokens: readonly Token[], at: number): boolean =>
  !/^(?:mr|mrs|ms|dr|president|secretary|minister|senator|sen|rep|gov|governor|judge|chancellor|premier|mayor|prime|sir|lord|herr|frau|but|and|the|when|as|for|in|after)$/.test(
    tokens[at]?.folded ?? '',
  );

const firstMention = (person: Person): number =>
  person.mentions.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY);

/** One tag a person: full names gather the surnames that stand alone in this text. */
export const resolvePeople = (
  text: string,
  tokens: readonly Token[],
  found: readonly FoundName[],
  language: string,
): FoundPerson[] => {
  const register: Register = new Map();
  for (const isFull of [true, false])
    for (const one of found.filter((name) => name.isFull === isFull)) {
      const name = nameOf(text, tokens, one);
      addPerson(register, name, nameWords(name, language), one);
    }
  const people = [...register.values()].flat().sort((one, other) => firstMention(one) - firstMention(other));
  const taken = new Set<number>();
  for (const { first, last } of found) for (let at = first; at <= last; at++) taken.add(at);
  addSurnameMentions(people, tokens, taken, language);
  const seen = new Set(tokens.map((token) => token.text.toLowerCase()));
  return people.map((person) => {
    const name = baseForm(person.name, language, seen);
    const mentions = person.mentions
      .map(({ first, last }) => ({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }))
      .sort((one, other) => one.start - other.start)
      .map(({ start, end }) => ({ start, end, text: text.slice(start, end), how: 'person' as const }));
    return { key: personKey(name, language), name, role: person.role, mentions, confidence: person.isFull ? 0.8 : 0.6 };
  });
};
