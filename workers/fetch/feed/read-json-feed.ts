import { parseFeedDate } from './feed-date.ts';
import type { FeedLine, Person, ReadFeed } from './feed-document.ts';
import { emptyHead } from './feed-document.ts';
import { resolveUrl } from './feed-tree.ts';

type Json = Record<string, unknown>;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org); null when the JSON is something else. `url` is the base of relative addresses. */
export function readJsonFeed(json: unknown, url: string): ReadFeed | null {
  if (!isObject(json)) return null;
  const version = text(json, 'version') ?? '';
  if (!version.includes('jsonfeed.org') && !Array.isArray(json['items'])) return null;
  const feed = {
    ...emptyHead(),
    title: text(json, 'title'),
    description: text(json, 'description'),
    link: address(json, 'home_page_url', url),
    language: text(json, 'language'),
    hub: objects(json['hubs']).flatMap((hub) => address(hub, 'url', url) ?? []),
    self: address(json, 'feed_url', url),
    authors: people(json),
  };
  return { feed, entries: objects(json['items']).map((item) => readItem(item, url)) };
}

function readItem(item: Json, url: string): FeedLine {
  return {
    id: text(item, 'id'),
    link: address(item, 'url', url) ?? address(item, 'external_url', url),
    ownLink: null,
    title: text(item, 'title'),
    published: date(item, 'date_published'),
    updated: date(item, 'date_modified'),
    summary: text(item, 'summary'),
    content: text(item, 'content_html') ?? text(item, 'content_text'),
    authors: people(item),
    categories: Array.isArray(item['tags']) ? item['tags'].filter((tag) => typeof tag === 'string') : [],
    enclosures: objects(item['attachments']).flatMap((file) => {
      const at = address(file, 'url', url);
      return at ? [{ url: at, type: text(file, 'mime_type'), length: text(file, 'size_in_bytes') }] : [];
    }),
    media: ['image', 'banner_image'].flatMap((key) => address(item, key, url) ?? []),
  };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Some feeds write ids and sizes as numbers. */
function text(from: Json, key: string): string | null {
  const value = from[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

const date = (from: Json, key: string): string | null => parseFeedDate(text(from, key) ?? '');

function address(from: Json, key: string, base: string): string | null {
  const value = text(from, key);
  return value === null ? null : resolveUrl(value, base);
}

/** 1.1 has a list, 1.0 one author; both may stand side by side. */
const people = (from: Json): Person[] => {
  const listed = objects([from['authors']].flat());
  const all = listed.length > 0 ? listed : isObject(from['author']) ? [from['author']] : [];
  return all.flatMap((author) => {
    const name = text(author, 'name') ?? text(author, 'url');
    return name ? [{ name, email: null }] : [];
  });
};
