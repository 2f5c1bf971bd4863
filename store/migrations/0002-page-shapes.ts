/** What the drift guard compares a page with; pages parsed before it was there have none and count for nothing. */
export const pageShapes = `
ALTER TABLE wiredesk.parsed
  ADD COLUMN briefs integer,
  ADD COLUMN story_chars integer,
  ADD COLUMN drift text;
CREATE INDEX parsed_drifted ON wiredesk.parsed (capture_id) WHERE drift IS NOT NULL;
`;
