import { describe, expect, test } from '@jest/globals';
import { parsePage } from '../../../workers/parse/parse-page.ts';
import { reports, seedShape, wrap } from './pages.ts';

const parse = (text: string) =>
  parsePage({ bytes: new TextEncoder().encode(text), url: 'https://wire.test/a', contentType: null });
const briefsOf = (text: string) => parse(text).items.filter((item) => item.kind === 'brief');
const bodies = reports.map(([, text]) => text);

describe('a bulletin of plain reports', () => {
  test.each([
    ['stars before each', reports.map(([, text]) => `* ${text}`).join('\n\n')],
    ['an o before each', reports.map(([, text]) => `o ${text}`).join('\n\n')],
    ['hard-wrapped lines and stars', reports.map(([, text]) => wrap(`* ${text}`)).join('\n\n')],
    ['clock times', reports.map(([, text], at) => `${15 - at}:0${at} ${text}`).join('\n\n')],
  ])('%s', (_, text) => {
    const briefs = briefsOf(`News in brief\n\n${text}`);
    expect(briefs).toHaveLength(reports.length);
    for (const [at, body] of bodies.entries()) expect(briefs[at]?.body.replace(/\s+/g, ' ')).toContain(body);
  });

  test('framed headings go with their reports', () => {
    const text = reports.map(([head, body]) => `+++ ${head} +++\n\n${body}`).join('\n\n');
    const briefs = briefsOf(`The day in brief\n\n${text}`);
    expect(briefs.map(({ body }) => body)).toEqual(bodies);
    expect(briefs[0]?.headline).toContain('Ferry runs aground off Ostburg');
  });
});

test('a plain story of many paragraphs stays whole, wrapped or not', () => {
  const text = [seedShape.headline, '', ...seedShape.paragraphs.flatMap((line) => [line, ''])].join('\n');
  for (const copy of [text, wrap(text)]) expect(parse(copy).items.map(({ kind }) => kind)).toEqual(['story']);
});

test('reports under a section, one paragraph each and without dashes, are briefs after the story', () => {
  const { items } = parse([seedShape.headline, ...seedShape.paragraphs, 'Politics', ...seedShape.briefs].join('\n'));
  expect(items.map(({ kind }) => kind)).toEqual(['story', 'brief', 'brief', 'brief', 'brief']);
});

test('dates and tags between the dashes belong to no item', () => {
  const text = [
    seedShape.headline,
    ...seedShape.paragraphs,
    'Social',
    ...seedShape.briefs.flatMap((brief, at) => ['-', `${at + 3} March 2024, 10:0${at}`, '-', brief]),
    'Leave a review',
  ].join('\n');
  expect(briefsOf(text).map(({ body }) => body)).toEqual(seedShape.briefs);
});

test('every brief says how sure the stage is of it', () => {
  for (const { confidence } of briefsOf(`News in brief\n\n${bodies.map((body) => `* ${body}`).join('\n\n')}`)) {
    expect(confidence).toBeGreaterThan(0.2);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test('an iframe closed as XML swallows nothing of the page', () => {
  const html = `<html><body><article><h1>${seedShape.headline}</h1><iframe src="https://video.test/1"/>${seedShape.paragraphs
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`;
  expect(parse(html).items[0]?.body).toContain(seedShape.paragraphs[2]);
});
