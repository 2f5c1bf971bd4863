export interface Person {
  name: string | null;
  email: string | null;
}

export interface Enclosure {
  url: string;
  type: string | null;
  length: string | null;
}

/** What a feed says of itself. Dates are ISO 8601 UTC, addresses absolute where a base is known. */
export interface FeedHead {
  title: string | null;
  description: string | null;
  link: string | null;
  language: string | null;
  published: string | null;
  updated: string | null;
  /** As written; `ttlMinutes` is what it comes to together with the syndication module's period. */
  ttl: string | null;
  ttlMinutes: number | null;
  updatePeriod: string | null;
  updateFrequency: string | null;
  hub: string[];
  self: string | null;
  id: string | null;
  authors: Person[];
  categories: string[];
}

/** One line of a feed, every field it may carry. `title`, `summary` and `content` are HTML or text, as the feed has them. */
export interface FeedLine {
  id: string | null;
  link: string | null;
  /** The publisher's own address where `link` is a distributor's, which redirects and counts readers on the way. */
  ownLink: string | null;
  title: string | null;
  published: string | null;
  updated: string | null;
  summary: string | null;
  content: string | null;
  authors: Person[];
  categories: string[];
  enclosures: Enclosure[];
  /** Addresses of images, sound and film of the media module. */
  media: string[];
}

export interface ReadFeed {
  feed: FeedHead;
  entries: FeedLine[];
  /** The sitemaps that a sitemap index names, the one worth asking first in front; only an index has any. */
  sitemaps?: string[];
}

export const emptyHead = (): FeedHead => ({
  title: null,
  description: null,
  link: null,
  language: null,
  published: null,
  updated: null,
  ttl: null,
  ttlMinutes: null,
  updatePeriod: null,
  updateFrequency: null,
  hub: [],
  self: null,
  id: null,
  authors: [],
  categories: [],
});

export const emptyLine = (): FeedLine => ({
  id: null,
  link: null,
  ownLink: null,
  title: null,
  published: null,
  updated: null,
  summary: null,
  content: null,
  authors: [],
  categories: [],
  enclosures: [],
  media: [],
});
