import { z } from 'zod';
import { captureSchema } from '../../schemas/capture.ts';
import { configSchema } from '../../schemas/config.ts';
import { deadLetterSchema } from '../../schemas/dead-letter.ts';
import { entrySchema } from '../../schemas/entry.ts';
import { feedSchema } from '../../schemas/feed.ts';
import { itemSchema, parsedPageSchema } from '../../schemas/item.ts';
import { personDecisionSchema, personDetailsSchema } from '../../schemas/person.ts';
import { profileSchema } from '../../schemas/profile.ts';
import { replayReportSchema, replayRequestSchema } from '../../schemas/replay.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';

const schemas: Record<string, z.ZodType> = {
  item: itemSchema,
  'parsed-page': parsedPageSchema,
  feed: feedSchema,
  entry: entrySchema,
  person: personDetailsSchema,
  'person-decision': personDecisionSchema,
  capture: captureSchema,
  config: configSchema,
  profile: profileSchema,
  'dead-letter': deadLetterSchema,
  'replay-request': replayRequestSchema,
  'replay-report': replayReportSchema,
};

export const schema: Command = {
  help: `
wiredesk schema [NAME]
  prints the JSON Schema of a noun (default item): ${Object.keys(schemas).join(', ')}`,
  async run({ words: [name = 'item'] }) {
    const found = schemas[name];
    if (!found) throw new UsageError(`unknown schema: ${name}; known are ${Object.keys(schemas).join(', ')}`);
    process.stdout.write(`${JSON.stringify(z.toJSONSchema(found), null, 2)}\n`);
    return 0;
  },
};
