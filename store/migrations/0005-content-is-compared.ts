/** A version is compared with the stored content itself: a hash beside it would only be a second truth. */
export const contentIsCompared = 'ALTER TABLE wiredesk.items DROP COLUMN content_hash;';
