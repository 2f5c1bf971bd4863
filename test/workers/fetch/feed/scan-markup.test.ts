import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MarkupSink } from '../../../../workers/fetch/feed/scan-markup.ts';
import { scanMarkup } from '../../../../workers/fetch/feed/scan-markup.ts';
import { tokenizeMarkup } from '../../../../workers/fetch/feed/tokenize-markup.ts';

/** What a reader tells, texts that touch joined. */
function told(read: (sink: MarkupSink) => void): unknown[] {
  const events: unknown[] = [];
  read({
    open: (tag, attributes) => void events.push({ open: tag, attributes }),
    close: (tag) => void events.push({ close: tag }),
    text: (text) => {
      const last = events.at(-1);
      if (typeof last === 'string') events[events.length - 1] = last + text;
      else if (text !== '') events.push(text);
    },
  });
  return events;
}
const byScan = (xml: string) => told((sink) => expect(scanMarkup(xml, sink)).toBe(true));
const byTokenizer = (xml: string) => told((sink) => tokenizeMarkup(xml, sink));

describe('a clean document', () => {
  test.each([
    '<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "-//N//DTD" "x.dtd"><rss version=\'2.0\' ><a:b c = "1 &gt; 2"  d=""/>x &amp;lt; &#8212; &#x2014; &#150; &nbsp;</rss >',
    '<a><![CDATA[<b>&amp; ]] >]]>y<!-- <c> --><?p x?></a>tail',
    '<a x="1" x="2">é<й>ж</й></a>',
    '',
    'only text',
  ])('is read alike by the scan and by htmlparser2: %j', (xml) => {
    expect(byScan(xml)).toEqual(byTokenizer(xml));
  });

  test('of any shape, too', () => {
    const name = fc.stringMatching(/^[a-z][a-z:]{0,5}$/);
    const text = fc.stringMatching(/^[ a-zé&;#0-9"'>\]]{0,20}$/);
    const escaped = text.map((raw) => raw.replaceAll('&', '&amp;'));
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        escaped,
        fc.stringMatching(/^[ a-z<&]{0,12}$/).map((raw) => `<![CDATA[${raw}]]>`),
        fc
          .tuple(
            name,
            fc.array(fc.tuple(name, fc.stringMatching(/^[ a-z0-9/.=]{0,8}$/)), { maxLength: 2 }),
            fc.array(tie('node'), { maxLength: 3 }),
          )
          .map(([tag, attributes, inner]) => {
            const head = `<${tag}${attributes.map(([key, value]) => ` ${key}="${value}"`).join('')}`;
            return inner.length === 0 ? `${head}/>` : `${head}>${inner.join('')}</${tag}>`;
          }),
      ),
    }));
    fc.assert(
      fc.property(node, (xml) => expect(byScan(xml)).toEqual(byTokenizer(xml))),
      { numRuns: 300 },
    );
  });
});

test.each([
  '<a b=c>',
  '<a b>',
  '<a "b">',
  '<a',
  '</a',
  'a < b',
  '<a b="<">',
  '<![CDATA[x',
  '<!-- x',
  '<?xml',
  '<!DOCTYPE rss [<!ENTITY a "b">]><rss/>',
  '<!x>',
])('what is not clean is left to htmlparser2: %j', (xml) => {
  expect(scanMarkup(xml, { open: () => undefined, close: () => undefined, text: () => undefined })).toBe(false);
});
