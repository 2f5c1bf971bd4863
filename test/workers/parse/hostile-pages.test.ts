import { expect, test } from '@jest/globals';
import { parsePage } from '../../../workers/parse/parse-page.ts';
import { UnparsablePage } from '../../../workers/parse/unparsable-page.ts';

const prose =
  '<p>The harbour will serve ferries to the islands and take the freight that now goes by road, the minister said.</p>';

/** Pages of `n` parts of one kind, as an attack or a broken template makes them. */
const kinds: [string, (n: number) => string][] = [
  ['nested elements', (n) => `${'<div>'.repeat(n)}${prose}`],
  ['nested elements that all hold text', (n) => '<div><p>some text here'.repeat(n)],
  ['table cells', (n) => `<table>${'<tr><td>a cell of the table</td><td>5</td></tr>'.repeat(n)}</table>`],
  ['links', (n) => '<a href="/x">a link of the page</a> '.repeat(n)],
  ['names in one attribute', (n) => `<div class="${'a-b '.repeat(n * 20)}">${prose}</div>`],
  ['letters in one word', (n) => `<p>${'a'.repeat(n * 100)}</p>`],
  ['list items never closed', (n) => `<ul>${'<li>a b c'.repeat(n)}`],
  ['paragraphs never closed', (n) => '<p>a b c'.repeat(n)],
  ['time elements', (n) => '<time datetime="2024-01-01">then</time>'.repeat(n)],
  ['first headings', (n) => '<div><h1>A headline of some words'.repeat(n)],
  ['elements never closed', (n) => '<div><span><b><a><i>text '.repeat(n)],
  ['end tags that close nothing', (n) => `${'<div><i>'.repeat(n)}${'</b></x></p>'.repeat(n)}`],
  ['line breaks', (n) => `<p>${'line of text<br>'.repeat(n)}</p>`],
  ['comments never closed', (n) => '<!-- '.repeat(n)],
  ['scripts never closed', (n) => '<script>'.repeat(n)],
  ['names of elements', (n) => Array.from({ length: n }, (_, at) => `<x${at} class="c${at}">t`).join('')],
  ['words in the title', (n) => `<title>${'word '.repeat(n)}</title>${prose}`],
  [
    'objects in JSON-LD',
    (n) => `${`<script type="application/ld+json">{"@type":"NewsArticle","x":${'{"a":'.repeat(n)}`}</script>${prose}`,
  ],
];

const small = 800;
const times = 8;

/** CPU microseconds of the better of two readings. */
function costOf(html: string): number {
  const bytes = new TextEncoder().encode(`<html><body>${html}`);
  const costs = [1, 2].map(() => {
    const before = process.cpuUsage();
    attempt(bytes);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...costs);
}

function attempt(bytes: Uint8Array): void {
  try {
    parsePage({ bytes, url: 'https://wire.test/h', contentType: null });
  } catch (error) {
    if (!(error instanceof UnparsablePage)) throw error;
  }
}

test.each(kinds)(
  'eight times the %s cost about eight times as much, not sixty-four',
  (_, page) => {
    costOf(page(small)); // warm
    // What costs less than this is measured too coarsely to be compared.
    const least = 4000;
    const ratio = Math.max(costOf(page(small * times)), least) / Math.max(costOf(page(small)), least);
    expect(ratio).toBeLessThan(times * 3);
  },
  60_000,
);

test('a page with a null byte in every text is refused, or gives text without it', () => {
  const bytes = new TextEncoder().encode(`<html><body>${'<p>a\u0000b c d e f</p>'.repeat(2000)}`);
  expect(() => parsePage({ bytes, url: 'https://wire.test/n', contentType: null })).toThrow(UnparsablePage);
  const one = parsePage({
    bytes: new TextEncoder().encode(`<html><body>${prose.replace('ferries', 'fer\u0000ries')}${prose.repeat(20)}`),
    url: 'https://wire.test/n',
    contentType: null,
  });
  expect(JSON.stringify(one)).not.toContain('\\u0000');
});

test('a table of a hundred thousand cells is refused with the reason', () => {
  const bytes = new TextEncoder().encode(`<table>${'<tr><td>a b</td><td>c d</td></tr>'.repeat(51_000)}</table>`);
  expect(() => parsePage({ bytes, url: 'https://wire.test/t', contentType: null })).toThrow(/data table/);
});
