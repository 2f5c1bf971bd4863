/** What a feed's publisher is shown, sealed (AES-256-GCM); it goes to the origin it was given for and nowhere else. */
export const credentials = `
ALTER TABLE wiredesk.feeds
  ADD COLUMN credentials_kind text,
  ADD COLUMN credentials_origin text,
  ADD COLUMN credentials_sealed text;
`;
