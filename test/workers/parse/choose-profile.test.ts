import { expect, test } from '@jest/globals';
import { profileSchema } from '../../../schemas/profile.ts';
import { chooseProfile } from '../../../workers/parse/profile/choose-profile.ts';

const profile = (name: string, hosts: string[], more = {}) => profileSchema.parse({ name, hosts, ...more });
const old = profile('kvarts-2025', ['kvarts.example'], { validUntil: '2025-12-31' });
const today = profile('kvarts-2026', ['kvarts.example'], { validFrom: '2026-01-01' });
const sport = profile('kvarts-sport', ['sport.kvarts.example']);
const all = [old, today, sport];

test("last year's layout still holds for last year's captures", () => {
  expect(chooseProfile(all, 'https://kvarts.example/a', '2025-12-31T23:59:59Z')?.name).toBe('kvarts-2025');
  expect(chooseProfile(all, 'https://www.kvarts.example/a', '2026-01-01T00:00:00Z')?.name).toBe('kvarts-2026');
});

test('the more exact host wins, a host that only ends alike does not count', () => {
  expect(chooseProfile(all, 'https://sport.kvarts.example/a', '2026-05-01')?.name).toBe('kvarts-sport');
  expect(chooseProfile(all, 'https://notkvarts.example/a', '2026-05-01')).toBeNull();
  expect(chooseProfile(all, 'about:blank', '2026-05-01')).toBeNull();
});

test('a profile with an unknown field, a date in another form or no host is refused', () => {
  for (const wrong of [
    { name: 'a', hosts: ['a.example'], selectors: [] },
    { name: 'a', hosts: ['a.example'], validFrom: '1.1.2026' },
    { name: 'a', hosts: [] },
    { name: 'a', hosts: ['https://a.example/'] },
  ])
    expect(profileSchema.safeParse(wrong).success).toBe(false);
});
