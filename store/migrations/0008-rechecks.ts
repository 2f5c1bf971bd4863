/** When a page is to be looked at again, and since when it is gone. A capture with a `notice` says that its page was withdrawn. */
export const rechecks = `
CREATE TABLE wiredesk.rechecks (
  entry_id text PRIMARY KEY REFERENCES wiredesk.entries (id) ON DELETE CASCADE,
  due_at timestamptz,
  done integer NOT NULL DEFAULT 0,
  gone_at timestamptz
);
CREATE INDEX rechecks_due ON wiredesk.rechecks (due_at) WHERE due_at IS NOT NULL;
ALTER TABLE wiredesk.captures ADD COLUMN notice text;
CREATE INDEX captures_by_url ON wiredesk.captures USING hash (url);
`;
