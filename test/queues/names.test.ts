import { expect, test } from '@jest/globals';
import { jobId, lanes } from '../../queues/names.ts';

test('the same work has the same id, other work another, in a form that BullMQ takes', () => {
  const id = jobId('fetch-page', { feedId: 'a', entryId: 'b', mark: '1' });
  expect(jobId('fetch-page', { mark: '1', entryId: 'b', feedId: 'a' })).toBe(id);
  expect(jobId('fetch-page', { feedId: 'a', entryId: 'b', mark: '2' })).not.toBe(id);
  expect(id).toMatch(/^fetch-page\.[0-9a-f]{24}$/);
});

test('live work runs before backfill, and replay last', () => {
  expect(lanes.breaking).toBeLessThan(lanes.live);
  expect(lanes.live).toBeLessThan(lanes.backfill);
  expect(lanes.backfill).toBeLessThan(lanes.replay);
});
