import type { CountryTag, Enrichment, Mention, PersonTag } from '../../schemas/item.ts';
import { findCountries } from './find-countries.ts';
import { findPeople } from './find-people.ts';
import type { FoundCountry, FoundMention, FoundPerson } from './found-tags.ts';
import { guessLanguage } from './guess-language.ts';
import { onePerKey } from './one-per-key.ts';
import { resolvePeople } from './resolve-people.ts';
import { saliences, shapeOf } from './salience.ts';
import { tokenize } from './tokenize.ts';

/** A text is about the countries of this salience or more. */
const aboutFrom = 0.5;

const findTags = (text: string, language: string | null): { people: FoundPerson[]; countries: FoundCountry[] } => {
  const tongue = language ? (language.toLowerCase().split(/[-_]/)[0] ?? 'en') : guessLanguage(text);
  const tokens = tokenize(text);
  const people = resolvePeople(text, tokens, findPeople(text, tokens, tongue), tongue);
  const spans = people.flatMap((person) => person.mentions).sort((one, other) => one.start - other.start);
  return { people, countries: findCountries(text, tokens, tongue, spans) };
};

/** Its own name says more than a demonym does, and a place in it says where things happen. */
const evidenceOf = ({ mentions }: FoundCountry): number => {
  const has = (...hows: string[]): number => (mentions.some(({ how }) => hows.includes(how)) ? 1 : 0);
  return has('name') + has('city', 'capital', 'region');
};

const tagWith = (text: string, language: string | null, headlineEnd: number, place: (m: FoundMention) => Mention) => {
  const found = findTags(text, language);
  const shape = shapeOf(text, headlineEnd);
  const ofCountry = saliences(
    found.countries.map((one) => ({ mentions: one.mentions, evidence: evidenceOf(one) })),
    shape,
  );
  const ofPerson = saliences(
    found.people.map((one) => ({ mentions: one.mentions, evidence: one.name.includes(' ') ? 1 : 0 })),
    shape,
  );
  const countries = found.countries.map(
    ({ code, mentions, confidence }, at): CountryTag => ({
      code,
      mentions: mentions.map(place),
      salience: ofCountry[at] ?? 0,
      confidence,
    }),
  );
  const people = found.people.map(
    ({ key, name, role, mentions, confidence }, at): PersonTag => ({
      key,
      name,
      nameFrom: 'item',
      role,
      mentions: mentions.map(place),
      salience: ofPerson[at] ?? 0,
      confidence,
    }),
  );
  const about = countries.filter(({ salience }) => salience >= aboutFrom).map(({ code }) => code);
  return { countries, people: onePerKey(people), about };
};

/**
 * Tags a text with its people and countries; offsets are UTF-16 units into `text`. `language` is a BCP 47 tag, or null:
 * then guessed. `headlineEnd` is where its headline ends, for the weighing only; 0 when it has none.
 */
export const tagText = (text: string, language: string | null, headlineEnd = 0): Enrichment =>
  tagWith(text, language, headlineEnd, (mention) => ({ in: 'body', ...mention }));

/** An item's countries and people; each mention's offsets count in the item's headline or body, as its `in` says. */
export const enrichItem = (item: { headline: string | null; body: string; language: string | null }): Enrichment => {
  if (!item.headline) return tagText(item.body, item.language);
  const headlineEnd = item.headline.length;
  const bodyStart = headlineEnd + paragraphBreak.length;
  const place = (mention: FoundMention): Mention =>
    mention.start < headlineEnd
      ? { in: 'headline', ...mention }
      : { in: 'body', ...mention, start: mention.start - bodyStart, end: mention.end - bodyStart };
  return tagWith(item.headline + paragraphBreak + item.body, item.language, headlineEnd, place);
};

/** Headline and body are read as one text, so that a surname in the headline is the full name's in the body. */
const paragraphBreak = '\n\n';
