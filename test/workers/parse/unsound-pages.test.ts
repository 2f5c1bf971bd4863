import { describe, expect, test } from '@jest/globals';
import { parsePage } from '../../../workers/parse/parse-page.ts';

const parse = (body: string, { title = '', head = '', url = 'https://wire.test/a' } = {}) =>
  parsePage({
    bytes: new TextEncoder().encode(
      `<html><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav><h1>${title}</h1>${body}</body></html>`,
    ),
    url,
    contentType: 'text/html; charset=utf-8',
  });
const said = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p>The harbour office counted ${at + 20} ships on the day, and ${at + 3} of them waited for a pilot until dusk.</p>`,
  ).join('');

describe.each([
  [
    'an error page',
    'Page not found',
    '<p>The page you are looking for has moved or no longer exists on our site.</p>',
    'error page',
  ],
  [
    'a Russian error page',
    'Страница не найдена',
    '<p>Запрашиваемая страница была удалена или никогда не существовала.</p>',
    'error page',
  ],
  [
    'a Turkish error page',
    'Sayfa bulunamadı',
    '<p>Aradığınız sayfa kaldırılmış veya adı değiştirilmiş olabilir.</p>',
    'error page',
  ],
  [
    'an Azerbaijani error page',
    'Səhifə tapılmadı',
    '<p>Axtardığınız səhifə silinib və ya ünvanı dəyişdirilib, əsas səhifəyə qayıdın.</p>',
    'error page',
  ],
  [
    'a check for robots',
    'Just a moment...',
    '<p>Checking your browser before you go on. Enable JavaScript and cookies to continue.</p>',
    'check for robots',
  ],
  [
    'a login wall',
    'Sign in',
    '<p>You must be logged in to see this report. Create a free account to go on reading.</p>',
    'login wall',
  ],
  [
    'a consent wall',
    'Before you continue',
    '<p>We and our 214 partners use cookies to store and/or access information on a device.</p>',
    'consent wall',
  ],
])('%s', (_, title, body, kind) => {
  test('is told, and never a silent story', () => {
    expect(parse(body, { title }).page.suspect).toContain(kind);
  });
});

test.each([
  [
    'Access denied to the quarry road',
    `${said(2)}<p>The clerk said the page not found in the file was sent to the court.</p>`,
  ],
  [
    'Court fines broker over cookie consent',
    `<p>A court fined a broker because its site set cookies before readers could accept cookies or refuse them.</p>${said(4)}`,
  ],
  ['Robots check ships at the harbour', said(3)],
])('a short report about such things is a report: %s', (title, body) => {
  expect(parse(body, { title }).page.suspect).toBeNull();
});

describe('a story that is not whole', () => {
  const closed =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pilots strike","isAccessibleForFree":"False"}</script>';
  const note = (body: string, more: Parameters<typeof parse>[1] = {}) => {
    const [story] = parse(body, { title: 'Pilots strike in the harbour', ...more }).items;
    return { edNote: story?.edNote, confidence: story?.confidence ?? 0 };
  };

  test('is told where a publisher declares a paywall and prints a teaser', () => {
    const { edNote, confidence } = note(said(3), { head: closed });
    expect(edNote).toContain('paywall');
    expect(confidence).toBeLessThan(note(said(3)).confidence);
  });
  test('is told where only the appeal below the teaser shows it', () => {
    expect(note(`${said(3)}<div><p>Subscribe to continue reading</p></div>`).edNote).toContain('paywall');
    expect(note(`${said(3)}<div><p>Weiterlesen mit dem Abo</p></div>`).edNote).toContain('paywall');
  });
  test('is not told of a whole text that a publisher calls paid, or that an appeal follows', () => {
    expect(note(said(30), { head: closed }).edNote).toBeNull();
    expect(note(`${said(30)}<p>Subscribe to continue reading</p>`).edNote).toBeNull();
  });
  test('names its next page; the next story of a weblog is none', () => {
    const next = (href: string) => ({ head: `<link rel="next" href="${href}">` });
    expect(note(said(8), next('/a?page=2')).edNote).toBe(
      'only the first page; it goes on at https://wire.test/a?page=2',
    );
    expect(note(said(8), next('/a/2')).edNote).toContain('https://wire.test/a/2');
    expect(note(said(8), { ...next('/n-3.html'), url: 'https://wire.test/n-2.html' }).edNote).toContain('/n-3.html');
    expect(note(said(8), next('/another-story')).edNote).toBeNull();
  });
});

describe('variants of a page', () => {
  const prose = said(6);
  test('an AMP page gives the same story as the page itself', () => {
    const amp = parsePage({
      bytes:
        new TextEncoder().encode(`<!doctype html><html ⚡ lang="en"><head><title>Pilots strike</title><link rel="canonical" href="https://wire.test/a"></head>
<body><amp-sidebar id="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></amp-sidebar>
<article><h1>Pilots strike</h1><amp-img src="a.jpg" width="1" height="1"></amp-img>${prose}<amp-ad type="x">Buy new boots today, they last a whole winter on any road.</amp-ad></article>
<amp-consent>We use cookies and similar tools on this page for our partners.</amp-consent></body></html>`),
      url: 'https://wire.test/amp/a',
      contentType: null,
    });
    expect(amp.items.map((item) => item.body)).toEqual(
      parse(prose, { title: 'Pilots strike' }).items.map((item) => item.body),
    );
  });
  test('a print page gives the story without its printing notes', () => {
    const { items } = parse(
      `<p>Printed from https://wire.test/a</p>${prose}<p>Close this window</p><p>© 2026 Wire</p>`,
      {
        title: 'Pilots strike',
        url: 'https://wire.test/a?print=1',
      },
    );
    expect(items).toHaveLength(1);
    expect(items[0]?.body).toMatch(/^The harbour office counted 20 ships[\s\S]*25 ships[^\n]*$/);
  });
});

test('control characters and half characters reach no item: the store takes neither, and a terminal obeys some', () => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry \\u0000\\u001b[2Jlate \\ud83d"}</script>';
  const html = parse(`<article>${said(6)}<p>The pilot \u0000\u001b[31msaid\u009b2J so.</p></article>`, { head });
  const plain = parsePage({
    bytes: new TextEncoder().encode(`Ferry \u0000late\n\nThe pilot \u001b[31msaid\u009b2J that the ferry was late.\n`),
    url: 'https://wire.test/a.txt',
    contentType: 'text/plain',
  });
  for (const page of [html, plain]) {
    expect(page.items.length).toBeGreaterThan(0);
    expect(page.page.title).toMatch(/^Ferry .*late/);
    expect(JSON.stringify(page)).not.toMatch(/\\u00[01]|\\ud8|[\u0080-\u009f]/);
  }
});

test('a long run of blanks in a JSON-LD is read in one go, and so is one in CDATA', () => {
  const blanks = ' '.repeat(200_000);
  const startedAt = performance.now();
  const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
  const article = '{"@type":"NewsArticle","headline":"Ferry late to the harbour"';
  for (const head of [ld(`${article},"x":"${blanks}"}`), ld(`// <![CDATA[ ${article}}${blanks} // ]]> `)])
    expect(parse(said(6), { head }).page.title).toBe('Ferry late to the harbour');
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});
