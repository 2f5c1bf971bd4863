import { describe, expect, test } from '@jest/globals';
import { NotAFeed, readFeed, toFeedEntries } from '../../../../workers/fetch/feed/read-feed.ts';
import { isPlainRss } from '../../../../workers/fetch/feed/read-plain-rss.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, url = 'https://wire.example/feed', headers = {}) => readFeed(bytes(text), headers, url);
const rss = (items: string, head = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>${head}${items}</channel></rss>`;

describe('a feed', () => {
  test('of plain RSS goes to rss-parser, and the tree reads it alike', async () => {
    const items = `<item><title>One &amp; two</title><link>/a</link><guid isPermaLink="false">g1</guid><pubDate>01.06.2024 12:30</pubDate>
      <description><![CDATA[<p>See <a href="b?x=1&y=2">b</a></p>]]></description><author>desk@wire.example (The Desk)</author><category>Politics</category></item>
      <item><title>Two</title><guid>https://wire.example/two</guid></item>`;
    const plain = rss(items, '<ttl>30</ttl><language>en</language>');
    const commented = plain.replace('<channel>', '<channel><!-- so the tree reads it -->');
    expect([isPlainRss(plain), isPlainRss(commented)]).toEqual([true, false]);
    const first = await read(plain);
    expect(await read(commented)).toEqual(first);
    expect(first.feed).toMatchObject({ title: 'Wire', ttlMinutes: 30, language: 'en' });
    expect(first.entries[0]).toMatchObject({
      id: 'g1',
      link: 'https://wire.example/a',
      title: 'One & two',
      published: '2024-06-01T12:30:00.000Z',
      summary: '<p>See <a href="https://wire.example/b?x=1&amp;y=2">b</a></p>',
      authors: [{ name: 'The Desk', email: 'desk@wire.example' }],
      categories: ['Politics'],
    });
    expect(first.entries[1]?.link).toBe('https://wire.example/two');
  });

  test('of Atom keeps XHTML in order and resolves nested bases', async () => {
    const { feed, entries } =
      await read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/x/" xml:lang="az">
      <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b> c</div></title><link rel="self" href="self.xml"/><link rel="hub" href="https://hub.example/"/>
      <entry xml:base="y/"><id>t:1</id><title>T</title><link href="1.html"/><link rel="enclosure" href="1.mp3" type="audio/mpeg" length="7"/>
      <updated>2024-11-22T10:00:00+04:00</updated><content type="html">&lt;img src="i.png"&gt;</content></entry></feed>`);
    expect(feed).toMatchObject({
      title: 'a <b>b</b> c',
      self: 'https://wire.example/x/self.xml',
      hub: ['https://hub.example/'],
      language: 'az',
    });
    expect(entries[0]).toMatchObject({
      link: 'https://wire.example/x/y/1.html',
      updated: '2024-11-22T06:00:00.000Z',
      content: '<img src="https://wire.example/x/y/i.png">',
      enclosures: [{ url: 'https://wire.example/x/y/1.mp3', type: 'audio/mpeg', length: '7' }],
    });
  });

  test('that a distributor carries gives entries the publisher’s own addresses', async () => {
    const carried =
      await read(`<rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item>
      <link>https://feeds.example/~r/wire/1</link><feedburner:origLink>https://wire.example/1</feedburner:origLink></item></channel></rss>`);
    expect(carried.entries[0]?.link).toBe('https://feeds.example/~r/wire/1');
    expect(toFeedEntries(carried)[0]?.url).toBe('https://wire.example/1');
  });

  test('of RDF with foreign prefixes', async () => {
    const { entries } =
      await read(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel><title>R</title></channel><item r:about="https://wire.example/1"><title>One</title><link>https://wire.example/1</link><d:date>2024-11-22</d:date><d:creator>A. Writer</d:creator></item></r:RDF>`);
    expect(entries).toMatchObject([
      { link: 'https://wire.example/1', published: '2024-11-22T00:00:00.000Z', authors: [{ name: 'A. Writer' }] },
    ]);
  });

  test('of JSON', async () => {
    const { feed, entries } = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [{ id: 1, url: '/j', title: 'One', date_published: '2024-11-22T10:00:00Z', content_text: 'x' }],
      }),
    );
    expect([feed.title, entries[0]?.id, entries[0]?.link, entries[0]?.content]).toEqual([
      'J',
      '1',
      'https://wire.example/j',
      'x',
    ]);
  });

  test('survives junk before it, a cut at its end, open elements and forbidden characters', async () => {
    const { entries } = await read(
      `\n<br/>warning <rss version="2.0"><channel><item><title>A\u0007</title><description>x</item><item><title>B</title><link>https://wire.example/b</li`,
    );
    expect(entries.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  test('does not blow up on entity bombs or deep nesting', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${rss('<item><title>&b;&b;</title></item>')}`;
    expect(JSON.stringify(await read(bomb)).length).toBeLessThan(2000);
    const deep = rss(`<item><title>${'<a>'.repeat(20_000)}x</title></item><item><title>B</title></item>`);
    expect((await read(deep)).entries.map(({ title }) => title?.slice(-1))).toEqual([expect.anything(), 'B']);
    const hostile = rss(`<item><title>A</title><description>${'<b>'.repeat(300_000)}</description></item>`);
    const before = performance.now();
    await read(hostile);
    expect(performance.now() - before).toBeLessThan(2000); // the square of the depth would take a minute
  });

  test('hands on no control characters, however they are escaped: the store takes no null, terminals act on some', async () => {
    const json = String.raw`{"version":"https://jsonfeed.org/version/1.1","title":"Wi\u0000re\u001b[2J","items":[
      {"id":"1\u0000","url":"https://wire.example/1","title":"Fer\u0000ry\u001b]0;x\u0007"}]}`;
    const xml = `<rss version="2.0"><channel><title>Wi&#0;re&#27;[2J</title><item><guid>1&#x1;</guid>
      <link>https://wire.example/1</link><title>Ferry&amp;#27;&#7;</title></item></channel></rss>`;
    for (const text of [json, xml]) {
      const feed = await read(text);
      const said = JSON.stringify(toFeedEntries(feed));
      expect(said).toMatch(/Fer.?ry/);
      expect(said).not.toMatch(/\\u00/);
    }
  });

  test('becomes entries with plain text', async () => {
    const entries = toFeedEntries(
      await read(
        rss(
          '<item><title>A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title><link>/a</link><description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;</description></item>',
        ),
      ),
    );
    expect(entries).toEqual([
      { url: 'https://wire.example/a', guid: null, title: 'A & B', published: null, updated: null, summary: 'One two' },
    ]);
  });
});

describe('letters', () => {
  const cyrillic = (declared: string) => {
    const text = `<?xml version="1.0" encoding="${declared}"?><rss version="2.0"><channel><title>Мир</title></channel></rss>`;
    return Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? code : code - 0x350; // А (U+0410) is 0xC0 in windows-1251
    });
  };
  test.each([
    ['the XML declaration', 'windows-1251', {}],
    ['the header', 'utf-8', { 'content-type': 'text/xml; charset=windows-1251' }],
  ])('of windows-1251 are read by %s', async (_name, declared, headers) => {
    expect((await readFeed(cyrillic(declared), headers, '')).feed.title).toBe('Мир');
  });

  test('of valid UTF-8 win over any declaration', async () => {
    const text =
      '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Мир – wörld</title></channel></rss>';
    expect((await read(text, '', { 'content-type': 'text/xml; charset=iso-8859-1' })).feed.title).toBe('Мир – wörld');
  });

  test('of windows-1251 and of windows-1254 that nothing declares are told by the words they make', async () => {
    const cyrillic = rss(
      '<item><title>Правительство утвердило новый план восстановления железных дорог на севере страны</title></item>',
    ).replace('<?xml version="1.0"?>', '');
    const inBytes = Uint8Array.from(cyrillic, (letter) => letter.charCodeAt(0) - (letter > '\u0400' ? 0x350 : 0));
    expect((await readFeed(inBytes, {}, '')).entries[0]?.title).toContain('Правительство утвердило');
    const turkish = 'Başbakan dün akşam yaptığı açıklamada görüşmelerin önümüzdeki hafta süreceğini söyledi';
    const single: Record<string, number> = { ş: 0xfe, ı: 0xfd, ğ: 0xf0 };
    const turkishBytes = Uint8Array.from(
      rss(`<item><title>${turkish}</title></item>`),
      (letter) => single[letter] ?? letter.charCodeAt(0),
    );
    expect((await readFeed(turkishBytes, {}, '')).entries[0]?.title).toBe(turkish);
  });

  test('of UTF-16 are read by their BOM, those of windows-1252 with its quotes', async () => {
    const wide = Buffer.from('\uFEFF<rss version="2.0"><channel><title>Şəki</title></channel></rss>', 'utf16le');
    expect((await readFeed(new Uint8Array(wide), {}, '')).feed.title).toBe('Şəki');
    const quoted = Buffer.from(
      '<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><title>\x93caf\xe9\x94</title></channel></rss>',
      'latin1',
    );
    expect((await readFeed(new Uint8Array(quoted), {}, '')).feed.title).toBe('“café”');
  });
});

test.each([
  ['', 'empty', 'is empty'],
  [' \n', 'empty', 'is empty'],
  ['<!doctype html><html><body>Checking your browser</body></html>', 'html', 'is an HTML page'],
  ['Access denied', 'other', 'is plain text'],
  ['<note>x</note>', 'other', 'is XML (<note>) but no feed'],
  ['< < <', 'malformed', 'is malformed XML'],
  ['{"a":', 'malformed', 'is malformed JSON'],
  ['{"a":1}', 'other', 'is JSON but no feed'],
])('what is no feed is named in one line: %j', async (text, found, message) => {
  const error = await read(text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NotAFeed);
  expect((error as NotAFeed).found).toBe(found);
  expect((error as NotAFeed).message).toContain(`https://wire.example/feed ${message}`);
  expect((error as NotAFeed).message).not.toContain('\n');
});
