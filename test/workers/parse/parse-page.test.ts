import { describe, expect, test } from '@jest/globals';
import { parsePage } from '../../../workers/parse/parse-page.ts';
import { UnparsablePage } from '../../../workers/parse/unparsable-page.ts';
import {
  datelinesText,
  headedHtml,
  liveHtml,
  ordinaryHtml,
  russianText,
  seedHtml,
  seedShape,
  seedText,
} from './pages.ts';

const parse = (text: string) =>
  parsePage({ bytes: new TextEncoder().encode(text), url: 'https://wire.test/a', contentType: null });
const briefsOf = (text: string) => parse(text).items.filter((item) => item.kind === 'brief');

describe.each([
  ['plain wire copy', seedText],
  ['an HTML page', seedHtml],
])('the seed shape as %s', (_, source) => {
  const { items, furniture } = parse(source);
  const [story, ...briefs] = items;

  test('gives one story and its briefs in page order', () => {
    expect(items.map((item) => item.kind)).toEqual(['story', 'brief', 'brief', 'brief', 'brief']);
    expect(briefs.map((brief) => brief.body)).toEqual(seedShape.briefs);
    expect(story?.body).toBe(seedShape.paragraphs.join('\n\n'));
  });
  test('says the headline once and the section on each brief', () => {
    expect(story?.headline).toBe(seedShape.headline);
    expect(items.some((item) => item.body.includes(seedShape.headline))).toBe(false);
    expect(briefs.map((brief) => brief.section)).toEqual(['Politics', 'Politics', 'Politics', 'Politics']);
  });
  test('keeps dashes and the invitation to comment aside with a reason', () => {
    expect(items.some((item) => /Leave a review|^-|-$/m.test(item.body))).toBe(false);
    expect(furniture.find((piece) => piece.text === 'Leave a review')?.reason).toBe('invitation to comment');
    expect(furniture.filter((piece) => piece.text === '-').map((piece) => piece.reason)).toEqual(
      Array(4).fill('separator'),
    );
  });
  test('dates a brief from its own text only, and not by the beginning of what has ended', () => {
    expect(briefs.map((brief) => brief.date.value)).toEqual([null, null, '--11-22', '--11-22']);
  });
});

test('an ordinary story with subheads, a list and related links is not torn apart', () => {
  const { items, furniture } = parse(ordinaryHtml);
  expect(items.map((item) => item.kind)).toEqual(['story']);
  expect(items[0]?.body).toContain('What the mayor says');
  expect(furniture.some((piece) => piece.text.startsWith('Bridge closed'))).toBe(true);
});

test('headed briefs under a section take their headings along', () => {
  const briefs = briefsOf(headedHtml);
  expect(briefs.map((brief) => brief.headline)).toEqual([
    'Ferry runs aground',
    'Court frees editor',
    'Bakers raise prices',
  ]);
  expect(briefs.map((brief) => brief.section)).toEqual(Array(3).fill('News in brief'));
});

test('city datelines begin briefs, and each brief keeps its place', () => {
  expect(briefsOf(datelinesText).map((brief) => brief.dateline?.place)).toEqual(['OSTBURG', 'WESTHAVEN', 'MIDFORD']);
});

test('the clock lines of a live page part its updates from its summary', () => {
  const { items } = parse(liveHtml);
  expect(items.map((item) => item.kind)).toEqual(['story', 'brief', 'brief', 'brief']);
});

test('windows-1251 is read whether or not the page names it', () => {
  const bytes = Uint8Array.from(russianText, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });
  const parsed = (contentType: string | null) => parsePage({ bytes, url: 'https://wire.test/r', contentType });
  const both = [parsed(null), parsed('text/plain; charset=windows-1251')];
  for (const page of both) expect(JSON.stringify(page)).toContain('Министр сельского хозяйства');
});

test('script elements in capitals swallow no text', () => {
  expect(
    parse(
      '<HTML><BODY><SCRIPT>if (a < b) x("</p>")</SCRIPT><p>The harbour opened on Monday with a feast for all.</p></BODY></HTML>',
    ).items[0]?.body,
  ).toBe('The harbour opened on Monday with a feast for all.');
});

test.each([
  ['empty pages', new Uint8Array(), /empty.*fetch it again/],
  ['binary bytes', Uint8Array.from({ length: 600 }, (_, index) => index % 7), /binary.*give an HTML page/],
  ['nothing readable', new TextEncoder().encode('<html><body><script>go()</script></body></html>'), /nothing readable/],
])('%s are refused with the remedy', (_, bytes, message) => {
  const attempt = () => parsePage({ bytes, url: 'https://wire.test/x', contentType: null });
  expect(attempt).toThrow(UnparsablePage);
  expect(attempt).toThrow(message);
});

test('an error page and a consent wall are suspect', () => {
  expect(
    parse(
      '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>Nothing is here.</p></body></html>',
    ).page.suspect,
  ).toMatch(/error page/);
  expect(
    parse(
      '<html><body><h1>Before you continue</h1><p>We use cookies to serve you. Accept all cookies to go on.</p></body></html>',
    ).page.suspect,
  ).toMatch(/consent/);
});

test.each([
  ['100,000 nested elements', '<div>'.repeat(100_000) + seedShape.paragraphs[0]],
  ['10 MB of paragraphs', `<html><body>${`<p>${seedShape.paragraphs[1]}</p>`.repeat(60_000)}</body></html>`],
  ['400 kB of unclosed list items', `<ul>${'<li>a b c'.repeat(44_000)}</ul>`],
])(
  '%s are read within seconds',
  (_, html) => {
    expect(() => parse(html)).not.toThrow();
  },
  20_000,
);
