import type { FastifyInstance } from 'fastify';
import type { Item } from '../../schemas/item.ts';
import { newestItems } from '../../store/items.ts';
import type { Desk } from '../desk.ts';
import { itemFilterSchema } from '../item-filter.ts';

/** `GET /feed.json?country=AZ&person=KEY`: the newest items as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function feedJsonRoute(app: FastifyInstance, desk: Desk): void {
  app.get('/feed.json', async (request, reply) => {
    const items = await newestItems(desk.db, { ...itemFilterSchema.parse(request.query), usableOnly: true, limit: 50 });
    const origin = `${request.protocol}://${request.host}`;
    reply.type('application/feed+json; charset=utf-8');
    return {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'wiredesk',
      home_page_url: `${origin}/`,
      feed_url: `${origin}${request.url}`,
      items: items.map(toEntry),
    };
  });
}

/** A brief shares its page's URL with other items, so the item's own id, not the URL, is the entry's id. */
const toEntry = (item: Item) => ({
  id: item.id,
  url: item.url,
  ...(item.headline ? { title: item.headline } : {}),
  content_text: item.body,
  date_published: item.firstCreated,
  date_modified: item.versionCreated,
  ...(item.language ? { language: item.language } : {}),
  ...(item.byline ? { authors: [{ name: item.byline }] } : {}),
  tags: [...item.countries.map((country) => country.code), ...item.people.map((person) => person.name)],
});
