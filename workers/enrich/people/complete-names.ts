import type { Enrichment, PersonTag } from '../../../schemas/item.ts';
import { familyFirst } from '../lexicon/family-first.ts';
import { onePerKey } from './one-per-key.ts';

/** A person whose full name was printed elsewhere, and in how many items. */
export interface KnownPerson {
  key: string;
  name: string;
  items: number;
}

/** Below this share of its bearers' items a surname stays alone: "Aliyev" may be the minister as well as the president. */
const clearShare = 0.8;
/** How far a completed name is trusted beside one that the item spells out: two readers agree that a page means one Aliyev, a month of one publisher less so. */
const trust = { page: 0.9, publisher: 0.75 } as const;

/** One word, an initial and a word, or a surname with its particles ("van der Berg"): no given name stands there. */
const isShort = (name: string): boolean =>
  !/\s/.test(name.trim()) ||
  /^\p{Lu}\.\s*\S+$/u.test(name) ||
  /^\p{Ll}/u.test(name) ||
  /^(?:Van|Von|De) (?:der|den|de|la|las|los|het) /.test(name);

const surnameOf = (key: string): string => key.slice(key.lastIndexOf('-') + 1);

const firstOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf('-')));

/** "bayramov" and "j-bayramov" go with "jeyhun-bayramov", "al-hadi" with "omar-al-hadi", "xi" with "xi-jinping"; "a-bayramov" does not. */
const goesWith = (short: string, full: string): boolean => {
  if (full.endsWith(`-${short}`) || (familyFirst.has(short) && firstOf(full) === short)) return true;
  const isInitial = short[1] === '-';
  return isInitial && full.length > short.length && full.startsWith(short[0] ?? '') && full.endsWith(short.slice(1));
};

/** Surnames (the last part of a key) that no full name has completed so far. */
export const loneSurnames = (items: readonly Enrichment[]): string[] => [
  ...new Set(
    items.flatMap(({ people }) => people.filter(({ name }) => isShort(name)).map(({ key }) => surnameOf(key))),
  ),
];

/** Those of some surnames that may also stand first in a full name. */
export const standingFirst = (surnames: readonly string[]): string[] =>
  surnames.filter((name) => familyFirst.has(name));

/** The people that some items name in full, with the number of items that do. */
export const fullNamesIn = (items: readonly Enrichment[]): KnownPerson[] => {
  const known = new Map<string, KnownPerson>();
  for (const { key, name } of items.flatMap(({ people }) => people)) {
    if (isShort(name)) continue;
    const one = known.get(key);
    if (one) one.items++;
    else known.set(key, { key, name, items: 1 });
  }
  return [...known.values()];
};

type BySurname = Map<string, KnownPerson[]>;

const bySurname = (known: readonly KnownPerson[]): BySurname => {
  const groups: BySurname = new Map();
  for (const person of known) {
    if (isShort(person.name)) continue;
    const first = firstOf(person.key);
    for (const name of [surnameOf(person.key), ...(familyFirst.has(first) ? [first] : [])]) {
      const bearers = groups.get(name);
      if (bearers) bearers.push(person);
      else groups.set(name, [person]);
    }
  }
  return groups;
};

const completeOne = (tag: PersonTag, known: BySurname, from: keyof typeof trust): PersonTag => {
  if (!isShort(tag.name)) return tag;
  const all = (known.get(surnameOf(tag.key)) ?? []).filter(({ key }) => goesWith(tag.key, key));
  // Two surnames side by side, as headlines print them, are no given name and surname.
  const likely = all.filter(({ key }) => familyFirst.has(tag.key) || !known.has(firstOf(key)));
  const bearers = likely.length > 0 ? likely : all;
  const items = bearers.reduce((sum, bearer) => sum + bearer.items, 0);
  const likeliest = bearers.find((bearer) => bearer.items >= clearShare * items);
  if (!likeliest) return tag;
  const confidence = Math.round(100 * tag.confidence * trust[from] * (likeliest.items / items)) / 100;
  return { ...tag, key: likeliest.key, name: likeliest.name, nameFrom: from, confidence };
};

/** Items whose lone surnames are completed from `known`, where one bearer is clear; nothing else changes. */
export const completeNames = <T extends Enrichment>(
  items: readonly T[],
  known: readonly KnownPerson[],
  from: keyof typeof trust,
): T[] => {
  const bearers = bySurname(known);
  return items.map((item) => {
    const people = item.people.map((tag) => completeOne(tag, bearers, from));
    return people.every((tag, at) => tag === item.people[at]) ? item : { ...item, people: onePerKey(people) };
  });
};
