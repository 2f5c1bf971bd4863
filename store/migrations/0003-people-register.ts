/**
 * The people register. `person_items` is what the newest version of each item says, so it follows every correction and
 * replay; what people decide by hand (names, ids, merges, splits) stands apart and outlives it.
 */
export const peopleRegister = `
CREATE TABLE wiredesk.people (
  key text PRIMARY KEY,
  name text,
  wikidata text
);

CREATE TABLE wiredesk.person_items (
  item_id text NOT NULL REFERENCES wiredesk.items (id) ON DELETE CASCADE,
  -- As the item's tag has it, and the person it stands for after merges and splits.
  key text NOT NULL,
  person text NOT NULL,
  publisher text NOT NULL,
  surname text NOT NULL,
  name text NOT NULL,
  name_from text NOT NULL,
  role text,
  variants text[] NOT NULL,
  first_seen timestamptz NOT NULL,
  last_seen timestamptz NOT NULL,
  PRIMARY KEY (item_id, key)
);
CREATE INDEX person_items_by_person ON wiredesk.person_items (person, last_seen);
CREATE INDEX person_items_by_key ON wiredesk.person_items (key);
CREATE INDEX person_items_by_surname ON wiredesk.person_items (publisher, surname, last_seen);

CREATE TABLE wiredesk.person_decisions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action text NOT NULL,
  summary text NOT NULL,
  -- The keys it touched, and what was given by hand to those that it changed.
  detail jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  undone_at timestamptz
);

CREATE TABLE wiredesk.person_merges (
  key text PRIMARY KEY,
  into_key text NOT NULL,
  decision bigint NOT NULL REFERENCES wiredesk.person_decisions (id)
);
CREATE INDEX person_merges_by_target ON wiredesk.person_merges (into_key);

-- In this item, or in all of this publisher's, the key means another person.
CREATE TABLE wiredesk.person_splits (
  key text NOT NULL,
  item_id text,
  publisher text,
  to_key text NOT NULL,
  decision bigint NOT NULL REFERENCES wiredesk.person_decisions (id),
  CHECK ((item_id IS NULL) <> (publisher IS NULL))
);
CREATE INDEX person_splits_by_key ON wiredesk.person_splits (key);

-- Whom a tag's key stands for: a split of its item comes before one of its publisher, then merges are followed.
-- The depth bound is for a circle that only a hand in the tables could make.
CREATE FUNCTION wiredesk.person_of(tag_key text, in_item text, by_publisher text) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chain (key, depth) AS (
    SELECT COALESCE(
      (SELECT s.to_key FROM wiredesk.person_splits s
       WHERE s.key = tag_key AND (s.item_id = in_item OR s.publisher = by_publisher)
       ORDER BY (s.item_id IS NULL), s.decision DESC LIMIT 1), tag_key), 0
    UNION ALL
    SELECT m.into_key, c.depth + 1 FROM chain c JOIN wiredesk.person_merges m ON m.key = c.key WHERE c.depth < 100
  )
  SELECT key FROM chain ORDER BY depth DESC LIMIT 1
$$;

-- Tags written before this carry no salience, no field and no origin of the name; their offsets counted from the headline.
CREATE FUNCTION wiredesk.older_tags(tags jsonb, headline text, defaults jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(jsonb_agg(defaults || tag || jsonb_build_object('mentions', (
    SELECT COALESCE(jsonb_agg(m || CASE
        WHEN COALESCE(headline, '') = '' THEN jsonb_build_object('in', 'body')
        WHEN (m->>'start')::int < length(headline) THEN jsonb_build_object('in', 'headline')
        ELSE jsonb_build_object('in', 'body', 'start', (m->>'start')::int - length(headline) - 2,
          'end', (m->>'end')::int - length(headline) - 2) END ORDER BY at), '[]')
    FROM jsonb_array_elements(tag->'mentions') WITH ORDINALITY AS mentions (m, at))) ORDER BY tag_at), '[]')
  FROM jsonb_array_elements(tags) WITH ORDINALITY AS tagged (tag, tag_at)
$$;
UPDATE wiredesk.item_versions SET content = content
  || jsonb_build_object('countries', wiredesk.older_tags(content->'countries', content->>'headline', '{"salience": 0}'))
  || jsonb_build_object('people', wiredesk.older_tags(content->'people', content->>'headline', '{"salience": 0, "nameFrom": "item"}'));
DROP FUNCTION wiredesk.older_tags;

INSERT INTO wiredesk.people (key)
  SELECT DISTINCT tag->>'key' FROM wiredesk.items i
  JOIN wiredesk.item_versions v ON v.item_id = i.id AND v.version = i.version, jsonb_array_elements(v.content->'people') AS tag
  WHERE i.pub_status <> 'canceled';
INSERT INTO wiredesk.person_items
  (item_id, key, person, publisher, surname, name, name_from, role, variants, first_seen, last_seen)
  SELECT DISTINCT ON (i.id, tag->>'key') i.id, tag->>'key', tag->>'key', i.publisher,
    substring(tag->>'key' FROM '[^-]*$'), tag->>'name', 'item', tag->>'role',
    ARRAY(SELECT DISTINCT m->>'text' FROM jsonb_array_elements(tag->'mentions') AS m), i.captured_at, i.captured_at
  FROM wiredesk.items i JOIN wiredesk.item_versions v ON v.item_id = i.id AND v.version = i.version,
    jsonb_array_elements(v.content->'people') AS tag
  WHERE i.pub_status <> 'canceled';
UPDATE wiredesk.items i SET people = ARRAY(
  SELECT DISTINCT lower(p.name) FROM wiredesk.person_items p WHERE p.item_id = i.id);
`;
