/**
 * The schedule stands on the feed itself: `due_at` is when its next poll is to be asked for. A poll that was asked for
 * is `claimed` and due again when its lease ends, so that a lost one is found.
 */
export const schedule = `
ALTER TABLE wiredesk.feeds
  ADD COLUMN adaptive boolean NOT NULL DEFAULT true,
  ADD COLUMN cadence_ms bigint,
  ADD COLUMN lane text NOT NULL DEFAULT 'live',
  ADD COLUMN day_window text,
  ADD COLUMN next_check_reason text,
  ADD COLUMN seen_share real,
  ADD COLUMN last_new_at timestamptz,
  ADD COLUMN habit jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN silent text,
  ADD COLUMN moved_to text,
  ADD COLUMN moved_times integer NOT NULL DEFAULT 0,
  ADD COLUMN repairs integer NOT NULL DEFAULT 0,
  ADD COLUMN due_at timestamptz NOT NULL DEFAULT '-infinity',
  ADD COLUMN claimed boolean NOT NULL DEFAULT false;
CREATE INDEX feeds_due ON wiredesk.feeds (lane, due_at) WHERE state <> 'paused';
`;
