import type { Item } from '../../schemas/item.ts';
import type { Command } from '../command.ts';
import { text } from '../command.ts';
import { withDesk } from '../desk-client.ts';
import { itemsTable } from '../items-table.ts';

export const items: Command = {
  help: `
wiredesk items [ID]
  the newest items as a table, or one item with all its versions; JSON when piped

  --country XX   only items that name this country
  --about XX     only items that are about it: where it happens or whose government acts
  --person KEY   only items that name this person (a key such as antony-blinken, or a name)
  --limit N      how many (default 50, at most 1000)`,
  options: {
    country: { type: 'string' },
    about: { type: 'string' },
    person: { type: 'string' },
    limit: { type: 'string' },
  },
  async run(given) {
    const [id] = given.words;
    if (id) {
      const item = await withDesk(given.dataDir, (ask) =>
        ask<Item>('GET', `/v1/items/${encodeURIComponent(id)}?versions=1`),
      );
      process.stdout.write(`${JSON.stringify(item, null, 2)}\n`);
      return 0;
    }
    const query = new URLSearchParams();
    for (const name of ['country', 'about', 'person', 'limit']) {
      const value = text(given, name);
      if (value) query.set(name, value);
    }
    const answer = await withDesk(given.dataDir, (ask) => ask<{ items: Item[] }>('GET', `/v1/newest?${query}`));
    if (given.json || !process.stdout.isTTY) process.stdout.write(`${JSON.stringify(answer.items, null, 2)}\n`);
    else process.stdout.write(`${itemsTable(answer.items, process.stdout.columns)}\n`);
    return 0;
  },
};
