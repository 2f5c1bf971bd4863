import { z } from 'zod';

const countrySchema = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'two letters, such as AZ')
  .transform((code) => code.toUpperCase())
  .optional();

/** Which of the newest items are asked for: by a country they name, a country they are about, a person (a key or a name). */
export const itemFilterSchema = z.object({
  country: countrySchema,
  about: countrySchema,
  person: z.string().min(1).optional(),
});
