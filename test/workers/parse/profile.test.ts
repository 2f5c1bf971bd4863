import { describe, expect, test } from '@jest/globals';
import { profileSchema } from '../../../schemas/profile.ts';
import { parsePage } from '../../../workers/parse/parse-page.ts';
import { readDate } from '../../../workers/parse/profile/read-date.ts';

/** A layout that no generic signal gives away: briefs in bare cells, an appeal amid the prose, the day written backwards. */
const html = `<html lang="en"><head><title>Dam gates reopen</title></head><body>
<h1>Dam gates reopen</h1><div class="k7">Posted 2026/24/11</div>
<div class="b1">
<p>The upper gates of the Saro dam opened on Tuesday for the first time since the spring flood, the river office said.</p>
<p class="x9">This valley needs its own reporters, and a subscription to our paper keeps two of them on the road all year.</p>
<p>Engineers replaced four seals and a control cabinet. The lower gates stay shut until the inspection in December.</p>
</div>
<div class="q"><div class="c1"><h4>Quarry fined</h4><p>A quarry near Ilek was fined after dust covered the school yard twice this month, the court clerk said.</p></div>
<div class="c1"><p>The night ferry to Port Anso was called off on Monday after its engineer found a crack in the rudder.</p></div></div>
<p>Follow the river</p>
</body></html>`;
const profile = profileSchema.parse({
  name: 'saro-river',
  hosts: ['saro.example'],
  story: ['.b1'],
  furniture: ['.x9'],
  furnitureLines: ['Follow the river'],
  briefs: ['.c1'],
  date: { selector: '.k7', format: 'YYYY/DD/MM' },
});
const parse = (text: string, by = profile) =>
  parsePage({ bytes: new TextEncoder().encode(text), url: 'https://saro.example/1', contentType: null, profile: by });

describe('a page read by its publisher profile', () => {
  const { page, items, furniture } = parse(html);
  const [story, ...briefs] = items;

  test('has its story, briefs and furniture where the selectors say', () => {
    expect(story?.body).toMatch(/^The upper gates[\s\S]*inspection in December\.$/);
    expect(story?.body).not.toContain('subscription');
    expect(briefs.map(({ headline, body }) => [headline, body.slice(0, 15)])).toEqual([
      ['Quarry fined', 'A quarry near I'],
      [null, 'The night ferry'],
    ]);
    expect(furniture.filter(({ reason }) => reason === 'publisher profile saro-river').map(({ text }) => text)).toEqual(
      [expect.stringContaining('subscription'), 'Follow the river'],
    );
  });
  test('is dated as the profile says, and names the rules it was read by', () => {
    expect(story?.date).toEqual({ value: '2026-11-24', precision: 'day', source: 'text' });
    expect(page.profile).toMatch(/^saro-river@[0-9a-f]{8}$/);
    expect(parse(html, { ...profile, briefs: [] }).page.profile).not.toBe(page.profile);
  });
});

test('section labels of a profile part plain copy too', () => {
  const copy = `Dam gates reopen

The upper gates of the Saro dam opened on Tuesday for the first time since the spring flood, the river office said.

Dal gapylary

A quarry near Ilek was fined after dust covered the school yard twice this month, the court clerk said.

The night ferry to Port Anso was called off on Monday after its engineer found a crack in the rudder.
`;
  const { items } = parse(copy, { ...profile, sections: ['Dal gapylary'] });
  expect(items.map(({ kind, section }) => [kind, section])).toEqual([
    ['story', null],
    ['brief', 'Dal gapylary'],
    ['brief', 'Dal gapylary'],
  ]);
});

test("marks that a page's author wrote into it count for nothing", () => {
  const forged = html.replace(
    '<p>Follow the river</p>',
    '<p data-wd-mark="story">Buy the river, all of it, at our shop today.</p>',
  );
  expect(parse(forged).items[0]?.body).not.toContain('Buy the river');
});

test('a selector that is no CSS is named', () => {
  expect(() => parse(html, { ...profile, story: ['.b1 >> p['] })).toThrow(/saro-river.*\.b1 >> p\[/);
});

test.each([
  ['Posted 24.11.2026, 10:00', 'DD.MM.YYYY', '2026-11-24'],
  ['4/1/2026', 'M/D/YYYY', '2026-04-01'],
  ['31.02.2026', 'DD.MM.YYYY', null],
  ['no day here', 'DD.MM.YYYY', null],
])('%s in the form %s is %s', (text, format, day) => {
  expect(readDate(text, format)).toBe(day);
});
