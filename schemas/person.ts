import { z } from 'zod';

const countedSchema = z.object({ count: z.number().int(), firstSeen: z.string(), lastSeen: z.string() });

/**
 * One person of the register, gathered from the newest versions of all items that name them. Times are those of the
 * captures; a person that only an import or a split made is in no item yet and has none.
 */
export const personSchema = z.object({
  key: z.string(),
  /** The name printed most often under this key itself; one given by hand comes first. */
  name: z.string(),
  wikidata: z.string().nullable(),
  items: z.number().int(),
  firstSeen: z.string().nullable(),
  lastSeen: z.string().nullable(),
});

/** A person with all that the register knows. `mergedKeys`: keys that were merged into this one by hand. */
export const personDetailsSchema = personSchema.extend({
  mergedKeys: z.array(z.string()),
  variants: z.array(z.object({ text: z.string(), items: z.number().int() })),
  roles: z.array(countedSchema.extend({ role: z.string() })),
  countries: z.array(z.object({ code: z.string(), items: z.number().int() })),
  publishers: z.array(z.object({ publisher: z.string(), items: z.number().int() })),
});

/** Something done to the register by hand; undone when `undoneAt` stands. */
export const personDecisionSchema = z.object({
  id: z.number().int(),
  action: z.enum(['merge', 'split', 'import']),
  /** One line that says what was done. */
  summary: z.string(),
  madeAt: z.string(),
  undoneAt: z.string().nullable(),
});

export const wikidataIdSchema = z.string().regex(/^Q[1-9]\d{0,11}$/, 'a Wikidata id is Q and digits, such as Q42');

/** One line of an import: which person, and their id; `line` is where it stands in the user's file. */
export const personIdSchema = z.object({
  line: z.number().int(),
  key: z.string().min(1),
  name: z.string().nullable(),
  wikidata: wikidataIdSchema,
});

export type Person = z.infer<typeof personSchema>;
export type PersonDetails = z.infer<typeof personDetailsSchema>;
export type PersonDecision = z.infer<typeof personDecisionSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
