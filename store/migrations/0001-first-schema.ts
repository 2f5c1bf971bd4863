/** The tables of the first desk. No foreign keys to feeds: a feed may be removed, its captures and items stay. */
export const firstSchema = `
CREATE TABLE wiredesk.feeds (
  id text PRIMARY KEY,
  url text NOT NULL UNIQUE,
  kind text NOT NULL,
  title text,
  publisher text NOT NULL,
  state text NOT NULL DEFAULT 'active',
  interval_ms bigint NOT NULL,
  etag text,
  last_modified text,
  last_checked_at timestamptz,
  next_check_at timestamptz,
  last_outcome text,
  last_error text,
  failures integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);

CREATE TABLE wiredesk.entries (
  id text PRIMARY KEY,
  feed_id text NOT NULL,
  url text NOT NULL UNIQUE,
  guid text,
  title text,
  published timestamptz,
  updated timestamptz,
  mark text NOT NULL,
  fetched_mark text,
  capture_id text,
  etag text,
  last_modified text
);
CREATE INDEX entries_pending ON wiredesk.entries (id) WHERE mark IS DISTINCT FROM fetched_mark;

-- Two feeds may name one page with marks of their own; each is compared with what the same feed said before.
CREATE TABLE wiredesk.entry_marks (
  entry_id text NOT NULL REFERENCES wiredesk.entries (id) ON DELETE CASCADE,
  feed_id text NOT NULL,
  mark text NOT NULL,
  PRIMARY KEY (entry_id, feed_id)
);

CREATE TABLE wiredesk.captures (
  id text PRIMARY KEY,
  feed_id text NOT NULL,
  entry_id text NOT NULL,
  url text NOT NULL,
  final_url text NOT NULL,
  status integer NOT NULL,
  content_type text,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  fetched_at timestamptz NOT NULL,
  warc_file text NOT NULL,
  warc_offset bigint NOT NULL,
  warc_length bigint NOT NULL
);
CREATE INDEX captures_by_time ON wiredesk.captures (fetched_at, id);
CREATE INDEX captures_by_feed ON wiredesk.captures (feed_id, fetched_at, id);

CREATE TABLE wiredesk.parsed (
  capture_id text PRIMARY KEY REFERENCES wiredesk.captures (id) ON DELETE CASCADE,
  parser text NOT NULL,
  page jsonb NOT NULL,
  enricher text
);
CREATE INDEX parsed_not_enriched ON wiredesk.parsed (capture_id) WHERE enricher IS NULL;

CREATE SEQUENCE wiredesk.item_seq AS bigint;

CREATE TABLE wiredesk.items (
  id text PRIMARY KEY,
  kind text NOT NULL,
  publisher text NOT NULL,
  page_url text NOT NULL,
  version integer NOT NULL,
  seq bigint NOT NULL UNIQUE,
  content_hash text NOT NULL,
  pub_status text NOT NULL,
  captured_at timestamptz NOT NULL,
  story_id text,
  lead_of text,
  countries text[] NOT NULL,
  people text[] NOT NULL
);
CREATE INDEX items_by_kind ON wiredesk.items (kind, pub_status);
CREATE INDEX items_by_country ON wiredesk.items USING gin (countries);
CREATE INDEX items_by_person ON wiredesk.items USING gin (people);

CREATE TABLE wiredesk.item_versions (
  item_id text NOT NULL REFERENCES wiredesk.items (id) ON DELETE CASCADE,
  version integer NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (item_id, version)
);

-- Every wording a brief was seen in: by fingerprint for the same text, by bands for nearly the same.
CREATE TABLE wiredesk.brief_texts (
  publisher text NOT NULL,
  fingerprint text NOT NULL,
  item_id text NOT NULL REFERENCES wiredesk.items (id) ON DELETE CASCADE,
  body text NOT NULL,
  bands integer[] NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (publisher, fingerprint)
);
CREATE INDEX brief_texts_by_band ON wiredesk.brief_texts USING gin (bands);
CREATE INDEX brief_texts_by_item ON wiredesk.brief_texts (item_id);

CREATE TABLE wiredesk.story_leads (
  publisher text NOT NULL,
  fingerprint text NOT NULL,
  story_id text NOT NULL REFERENCES wiredesk.items (id) ON DELETE CASCADE,
  PRIMARY KEY (publisher, fingerprint, story_id)
);
CREATE INDEX story_leads_by_story ON wiredesk.story_leads (story_id);

CREATE TABLE wiredesk.story_briefs (
  story_id text NOT NULL REFERENCES wiredesk.items (id) ON DELETE CASCADE,
  brief_id text NOT NULL REFERENCES wiredesk.items (id) ON DELETE CASCADE,
  position integer NOT NULL,
  PRIMARY KEY (story_id, brief_id)
);

CREATE TABLE wiredesk.sightings (
  item_id text NOT NULL REFERENCES wiredesk.items (id) ON DELETE CASCADE,
  capture_id text NOT NULL,
  position integer NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (item_id, capture_id, position)
);
CREATE INDEX sightings_by_capture ON wiredesk.sightings (capture_id);

CREATE TABLE wiredesk.dead_letters (
  id text PRIMARY KEY,
  stage text NOT NULL,
  data jsonb NOT NULL,
  subject text NOT NULL,
  reason text NOT NULL,
  fingerprint text NOT NULL,
  attempts integer NOT NULL,
  failed_at timestamptz NOT NULL
);
CREATE INDEX dead_letters_by_entry ON wiredesk.dead_letters ((data->>'entryId'));
CREATE INDEX dead_letters_by_capture ON wiredesk.dead_letters ((data->>'captureId'));
CREATE INDEX dead_letters_by_cause ON wiredesk.dead_letters (fingerprint);

-- Who asked what and why, and what came of it; kept for ever, since a replay may change thousands of items.
CREATE TABLE wiredesk.replays (
  id text PRIMARY KEY,
  request jsonb NOT NULL,
  report jsonb NOT NULL,
  ended_at timestamptz NOT NULL
);
CREATE INDEX replays_by_time ON wiredesk.replays (ended_at);

CREATE TABLE wiredesk.hosts (
  host text PRIMARY KEY,
  next_at_ms bigint NOT NULL
);
`;
