import { expect, test } from '@jest/globals';
import { findPageLinks } from '../../../../workers/fetch/feed/find-page-links.ts';

const html = `<html><head><title>Wire: latest</title></head><body>
  <nav><a href="/politics/all-news-of-today">All the news of today</a></nav>
  <main>
    <a href="/news/17/harbour"><img alt="x"></a>
    <a href="/news/17/harbour?utm_source=list"><h3>Harbour talks resume in <b>Batumi</b></h3><time>5 minutes ago</time></a>
    <a href="news/18">Ferry line to reopen<br>in spring</a>
    <a href="https://m.wire.example/news/18/">Ferry line to reopen in spring, operator says</a>
    <a href="/news/19">海运谈判在巴统恢复进行</a>
    <a href="/tag/ports">All reports about sea ports</a>
    <a href="/">Back to the front page of Wire</a>
    <a href="https://other.example/a">Read all about it at another site</a>
    <a href="mailto:desk@wire.example">Write to the news desk here</a>
    <a href="/report.pdf">The whole report as a file</a>
    <a href="/news/20">More</a>
  </main>
  <footer><a href="/the/rules/of-this-site">The rules of this site</a></footer></body></html>`;

test('a list page names the articles it links to by headlines, each once, in page order', () => {
  const { title, links } = findPageLinks(html, 'https://www.wire.example/latest');
  expect(title).toBe('Wire: latest');
  expect(links).toEqual([
    { url: 'https://www.wire.example/news/17/harbour?utm_source=list', title: 'Harbour talks resume in Batumi' },
    { url: 'https://www.wire.example/news/18', title: 'Ferry line to reopen in spring, operator says' },
    { url: 'https://www.wire.example/news/19', title: '海运谈判在巴统恢复进行' },
  ]);
});

test('a page without such links names none', () => {
  expect(findPageLinks('<a href="/x">More</a>', 'https://wire.example/').links).toEqual([]);
});

test('a page nested or filled beyond all use costs no time to speak of', () => {
  const before = performance.now();
  for (const piece of ['<div>', '<a href="/x">', '<a href="/n">one two three four'])
    findPageLinks(piece.repeat(100_000), 'https://wire.example/');
  expect(performance.now() - before).toBeLessThan(5000); // the parser alone would take the square of the depth: a minute
});
