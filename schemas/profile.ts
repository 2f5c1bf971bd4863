import { z } from 'zod';

const host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name in lower case, such as example.com');
const line = z.string().trim().min(1);
const selector = z.string().trim().min(1);

/**
 * What is known of one publisher's layout and the generic reading can't see. Selectors are CSS; `sections` and
 * `furnitureLines` are whole lines, compared without case and marks. Days are ISO 8601 and inclusive; null: no bound.
 */
export const profileSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  /** Hosts it holds for, their subdomains too. */
  hosts: z.array(host).min(1),
  validFrom: z.iso.date().nullable().default(null),
  validUntil: z.iso.date().nullable().default(null),
  /** Elements that hold the story. Without any, the generic reading finds it. */
  story: z.array(selector).default([]),
  /** Elements that are in no item. */
  furniture: z.array(selector).default([]),
  furnitureLines: z.array(line).default([]),
  /** Elements that are one brief each; a heading inside is the brief's headline. */
  briefs: z.array(selector).default([]),
  /** Labels above briefs: every paragraph below, up to the next label or heading, is a brief. */
  sections: z.array(line).default([]),
  /** Where the page's own date stands, and how it is written: D, M, Y for day, month, year, such as `DD.MM.YYYY`. */
  date: z
    .strictObject({
      selector,
      format: z
        .string()
        .regex(
          /^(?=[^D]*DD?[^D]*$)(?=[^M]*MM?[^M]*$)(?=[^Y]*YYYY[^Y]*$)[DMY./ -]+$/,
          'day, month and year, such as DD.MM.YYYY',
        ),
    })
    .nullable()
    .default(null),
});
export type Profile = z.infer<typeof profileSchema>;
