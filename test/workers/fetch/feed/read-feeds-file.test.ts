import { describe, expect, test } from '@jest/globals';
import { readFeedsFile } from '../../../../workers/fetch/feed/read-feeds-file.ts';

describe('a file of feeds', () => {
  test('is a plain list, one address a line, with comments', () => {
    const text =
      '\uFEFF# agencies\r\nhttps://a.example/feed\r\n\r\nhttps://b.example/rss#top  # the second\nhttps://a.example/feed\n';
    expect(readFeedsFile(text, 'feeds.txt')).toEqual([
      { url: 'https://a.example/feed' },
      { url: 'https://b.example/rss#top' },
    ]);
  });

  test('is OPML with groups', () => {
    const text = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Caucasus">
      <outline type="rss" text="A" title="Agency" xmlUrl="https://a.example/?x=1&amp;y=2"/></outline>
      <outline text="B" xmlUrl="https://b.example/feed"/></body></opml>`;
    expect(readFeedsFile(text, 'feeds.opml')).toEqual([
      { url: 'https://a.example/?x=1&y=2', title: 'Agency' },
      { url: 'https://b.example/feed', title: 'B' },
    ]);
  });

  test('is wiredesk.config.json', () => {
    const text = JSON.stringify({
      feeds: ['https://a.example/', { url: 'https://b.example/', publisher: 'B', intervalMs: 60_000 }],
    });
    expect(readFeedsFile(text, 'wiredesk.config.json')).toEqual([
      { url: 'https://a.example/' },
      { url: 'https://b.example/', publisher: 'B', intervalMs: 60_000 },
    ]);
  });

  test.each([
    ['https://a.example/\nnonsense\n', 'feeds.txt line 2: "nonsense" is no http address: write one address a line'],
    ['file:///etc/passwd', 'feeds.txt line 1'],
    ['# nothing\n', 'feeds.txt names no feed'],
    ['<opml version="2.0"><body>\n<outline text="x" xmlUrl="nope"/></body></opml>', 'feeds.txt line 2: "nope"'],
    ['<html></html>', 'feeds.txt line 1: Invalid OPML'],
    ['{\n "feeds": [,]}', 'feeds.txt line 2: not valid JSON'],
    ['{\n"feeds": [],\n"port": "x"}', 'feeds.txt line 3: port:'],
    ['{"fees": []}', 'fees'],
  ])('that cannot be read is refused with its name, line and a remedy: %j', (text, message) => {
    expect(() => readFeedsFile(text, 'feeds.txt')).toThrow(message);
  });
});
