import { z } from 'zod';

/**
 * One place where a country or person is named. `start` and `end` count UTF-16 units in the item's own field that `in`
 * names, so `item[mention.in].slice(mention.start, mention.end) === mention.text`.
 */
export const mentionSchema = z.object({
  in: z.enum(['headline', 'body']),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  how: z.enum(['name', 'demonym', 'capital', 'city', 'region', 'metonym', 'institution', 'person']),
});

/** `salience`: how far the item is about it (0 to 1; docs/tags.md). `confidence`: how sure it is that the text names it at all. */
const weight = { salience: z.number().min(0).max(1), confidence: z.number().min(0).max(1) };

export const countryTagSchema = z.object({
  code: z.string().regex(/^[A-Z]{2}$/),
  mentions: z.array(mentionSchema),
  ...weight,
});

/** `nameFrom`: whether the item itself gives this name, or a lone surname was completed from its page or from what its publisher printed lately. */
export const personTagSchema = z.object({
  key: z.string(),
  name: z.string(),
  nameFrom: z.enum(['item', 'page', 'publisher']),
  role: z.string().nullable(),
  mentions: z.array(mentionSchema),
  ...weight,
});

/** A person's tag as readers get it: `key` is the register's (after merges and splits by hand), `wikidata` the id it knows. */
export const registeredPersonSchema = personTagSchema.extend({ wikidata: z.string().nullable() });

/** A date as far as the text or page states it: `2024-11-22` (day), `--11-22` (month-day, as ISO 8601 writes a yearless date), null (unknown). */
export const itemDateSchema = z.object({
  value: z.string().nullable(),
  precision: z.enum(['day', 'month-day', 'unknown']),
  source: z.enum(['json-ld', 'meta', 'text', 'url']).nullable(),
});

/** What the parse stage knows of one item, before it is tagged and stored. */
export const parsedItemSchema = z.object({
  kind: z.enum(['story', 'brief']),
  headline: z.string().nullable(),
  section: z.string().nullable(),
  body: z.string(),
  byline: z.string().nullable(),
  dateline: z.object({ place: z.string().nullable(), date: z.string().nullable() }).nullable(),
  date: itemDateSchema,
  language: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  /** What an editor must know, such as that only the beginning stands on the page. */
  edNote: z.string().nullable().default(null),
});

export const furnitureSchema = z.object({ text: z.string(), reason: z.string() });

/** One parsed page: at most one story, then its briefs in page order, and what belongs to no item, each with a reason. */
export const parsedPageSchema = z.object({
  page: z.object({
    url: z.string(),
    title: z.string().nullable(),
    language: z.string().nullable(),
    published: z.string().nullable(),
    /** Set when the page looks mis-extracted (consent wall, error page, empty shell): the reason. */
    suspect: z.string().nullable(),
    /** The publisher profile it was read by, `NAME@HASH`; null without one. */
    profile: z.string().nullable().default(null),
  }),
  items: z.array(parsedItemSchema),
  furniture: z.array(furnitureSchema),
});

export const enrichmentSchema = z.object({
  countries: z.array(countryTagSchema),
  people: z.array(personTagSchema),
  /** Codes of the countries where it happens or whose government acts: those of `countries` with salience 0.5 or more. */
  about: z.array(z.string()),
});

export const pubStatusSchema = z.enum(['usable', 'withheld', 'canceled']);

/** The item as every reader sees it: CLI, API, feeds, exports. Names follow IPTC ninjs 3.1. */
export const itemSchema = parsedItemSchema.extend({
  id: z.string(),
  url: z.string(),
  publisher: z.string(),
  feed: z.string(),
  countries: z.array(countryTagSchema),
  people: z.array(registeredPersonSchema),
  about: z.array(z.string()),
  storyId: z.string().nullable(),
  briefIds: z.array(z.string()),
  leadOf: z.string().nullable(),
  sightings: z.array(z.object({ captureId: z.string(), position: z.number().int() })),
  pubStatus: pubStatusSchema,
  embargoedUntil: z.string().nullable(),
  version: z.number().int().min(1),
  versionCreated: z.string(),
  firstCreated: z.string(),
  seq: z.number().int(),
  provenance: z.object({
    captureId: z.string(),
    parser: z.string(),
    enricher: z.string(),
    models: z.record(z.string(), z.string()),
    replayId: z.string().nullable(),
  }),
});

export type Mention = z.infer<typeof mentionSchema>;
export type CountryTag = z.infer<typeof countryTagSchema>;
export type PersonTag = z.infer<typeof personTagSchema>;
export type ItemDate = z.infer<typeof itemDateSchema>;
export type ParsedItem = z.infer<typeof parsedItemSchema>;
export type Furniture = z.infer<typeof furnitureSchema>;
export type ParsedPage = z.infer<typeof parsedPageSchema>;
export type Enrichment = z.infer<typeof enrichmentSchema>;
export type Item = z.infer<typeof itemSchema>;
