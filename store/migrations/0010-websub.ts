/**
 * A feed's WebSub subscription. The path of its callback and the secret of its signatures are ours and random: who knew
 * them could make the desk poll the feed, no more.
 */
export const websub = `
ALTER TABLE wiredesk.feeds
  ADD COLUMN hub text,
  ADD COLUMN hub_topic text,
  ADD COLUMN hub_path text UNIQUE,
  ADD COLUMN hub_secret text,
  ADD COLUMN hub_asked_at timestamptz,
  ADD COLUMN hub_error text,
  ADD COLUMN pushed_until timestamptz;
CREATE INDEX feeds_with_hub ON wiredesk.feeds (pushed_until) WHERE hub IS NOT NULL;
`;
