/**
 * A host's turn (`turn_at_ms`) is when it was last asked, or will be; its slot (`next_at_ms`) is where the line of
 * planned requests ends. Of robots.txt the text is kept: a null one allows all.
 */
export const robots = `
ALTER TABLE wiredesk.hosts
  ADD COLUMN turn_at_ms bigint NOT NULL DEFAULT 0,
  ADD COLUMN crawl_delay_ms bigint NOT NULL DEFAULT 0;
CREATE TABLE wiredesk.robots (
  origin text PRIMARY KEY,
  body text,
  answered_at_ms bigint,
  tried_at_ms bigint NOT NULL,
  failing_since_ms bigint
);
`;
