import type { CountryTag, Enrichment, Mention, PersonTag } from '../../schemas/item.ts';
import { findCountries } from './countries/find-countries.ts';
import type { FoundCountry, FoundMention, FoundPerson } from './found-tags.ts';
import { onePerKey } from './people/one-per-key.ts';
import { resolvePeople } from './people/resolve-people.ts';
import type { ReadText } from './read-items.ts';
import { readTexts } from './read-items.ts';
import { saliences, shapeOf } from './salience.ts';

/** A text is about the countries of this salience or more. */
const aboutFrom = 0.5;

const findTags = ({
  text,
  tokens,
  language,
  names,
}: ReadText): { people: FoundPerson[]; countries: FoundCountry[] } => {
  const people = resolvePeople(text, tokens, names, language);
  const spans = people.flatMap((person) => person.mentions).sort((one, other) => one.start - other.start);
  return { people, countries: findCountries(text, tokens, language, spans) };
};

/** Its own name says more than a demonym does, and a place in it says where things happen. */
const evidenceOf = ({ mentions }: FoundCountry): number => {
  const has = (...hows: string[]): number => (mentions.some(({ how }) => hows.includes(how)) ? 1 : 0);
  return has('name') + has('city', 'capital', 'region');
};

const tagWith = (read: ReadText, headlineEnd: number, place: (mention: FoundMention) => Mention): Enrichment => {
  const found = findTags(read);
  const shape = shapeOf(read.text, headlineEnd);
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

/** Headline and body are read as one text, so that a surname in the headline is the full name's in the body. */
const paragraphBreak = '\n\n';

type Readable = { headline: string | null; body: string; language: string | null };

const tagItem = ({ headline }: Readable, read: ReadText): Enrichment => {
  const headlineEnd = headline?.length ?? 0;
  const bodyStart = headline ? headlineEnd + paragraphBreak.length : 0;
  return tagWith(read, headlineEnd, (mention) =>
    mention.start < headlineEnd
      ? { in: 'headline', ...mention }
      : { in: 'body', ...mention, start: mention.start - bodyStart, end: mention.end - bodyStart },
  );
};

/**
 * The countries and people of each item of one page, read together; each mention's offsets count in the item's headline
 * or body, as its `in` says.
 */
export const enrichItems = (items: readonly Readable[]): Enrichment[] => {
  const texts = items.map(({ headline, body, language }) => ({
    text: headline ? headline + paragraphBreak + body : body,
    language,
  }));
  return readTexts(texts).map((read, at) => tagItem(items[at] as Readable, read));
};

/** An item's countries and people, read by itself. */
export const enrichItem = (item: Readable): Enrichment => enrichItems([item])[0] as Enrichment;

/**
 * Tags a text with its people and countries; offsets are UTF-16 units into `text`. `language` is a BCP 47 tag, or null:
 * then guessed. `headlineEnd` is where its headline ends, for the weighing only; 0 when it has none.
 */
export const tagText = (text: string, language: string | null, headlineEnd = 0): Enrichment =>
  tagWith(readTexts([{ text, language }])[0] as ReadText, headlineEnd, (mention) => ({ in: 'body', ...mention }));
