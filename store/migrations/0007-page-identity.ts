/** One page under several addresses: an entry may stand for a page that is known under another one. */
export const pageIdentity = `
ALTER TABLE wiredesk.entries DROP CONSTRAINT entries_url_key;
ALTER TABLE wiredesk.entries ADD COLUMN page_url text;
CREATE INDEX entries_by_page ON wiredesk.entries USING hash (page_url);
-- A guid may be longer than a B-tree takes; a feed's own entries with one date are few.
CREATE INDEX entries_by_guid ON wiredesk.entries USING hash (guid);
CREATE INDEX entries_by_feed ON wiredesk.entries (feed_id, published);
`;
