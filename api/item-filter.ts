import { z } from 'zod';

/** Which of the newest items are asked for: by a country they name (two letters) and a person (a key or a name). */
export const itemFilterSchema = z.object({
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'two letters, such as AZ')
    .transform((code) => code.toUpperCase())
    .optional(),
  person: z.string().min(1).optional(),
});
