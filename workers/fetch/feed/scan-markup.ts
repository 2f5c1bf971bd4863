import { decodeXmlEntities } from './xml-entities.ts';

/** What is told of a document's markup, in its order, entities decoded; `attributes` is null where an element has none. */
export interface MarkupSink {
  open(tag: string, attributes: Record<string, string> | null): void;
  close(tag: string): void;
  text(text: string): void;
}

const openTag = /<([^\s<>/"'=!?]+)/y;
const attribute = /\s+([^\s<>/"'=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const closeTag = /<\/([^\s<>/"'=]+)\s*>/y;

/**
 * Tells `sink` the markup of a clean document and answers true; false, with a part told, at the first place that is not
 * plain well-formed XML: a tag or attribute of another shape, a DTD of its own, a section that is not closed. Whether
 * tags match is the sink's affair.
 */
export function scanMarkup(xml: string, sink: MarkupSink): boolean {
  for (let at = 0; ; ) {
    const tag = xml.indexOf('<', at);
    if (tag !== at) sink.text(decodeXmlEntities(tag < 0 ? xml.slice(at) : xml.slice(at, tag)));
    if (tag < 0) return true;
    const kind = xml[tag + 1];
    const next =
      kind === '/'
        ? scanClose(xml, tag, sink)
        : kind === '!' || kind === '?'
          ? scanRest(xml, tag, sink)
          : scanOpen(xml, tag, sink);
    if (next < 0) return false;
    at = next;
  }
}

/** The place behind the tag at `at`, as of the functions below; below 0 when it is not clean. */
function scanOpen(xml: string, at: number, sink: MarkupSink): number {
  openTag.lastIndex = at;
  const tag = openTag.exec(xml)?.[1];
  if (tag === undefined) return -1;
  let attributes: Record<string, string> | null = null;
  let end = openTag.lastIndex;
  for (;;) {
    attribute.lastIndex = end;
    const found = attribute.exec(xml);
    if (!found) break;
    attributes ??= {};
    attributes[found[1] ?? ''] ??= decodeXmlEntities(found[2] ?? found[3] ?? '');
    end = attribute.lastIndex;
  }
  tagEnd.lastIndex = end;
  const closed = tagEnd.exec(xml);
  if (!closed) return -1;
  sink.open(tag, attributes);
  if (closed[1] === '/') sink.close(tag);
  return tagEnd.lastIndex;
}

function scanClose(xml: string, at: number, sink: MarkupSink): number {
  closeTag.lastIndex = at;
  const tag = closeTag.exec(xml)?.[1];
  if (tag === undefined) return -1;
  sink.close(tag);
  return closeTag.lastIndex;
}

/** CDATA is text; comments, instructions and a DOCTYPE without a DTD are nothing. */
function scanRest(xml: string, at: number, sink: MarkupSink): number {
  if (xml.startsWith('<![CDATA[', at)) {
    const end = xml.indexOf(']]>', at);
    if (end >= 0) sink.text(xml.slice(at + '<![CDATA['.length, end));
    return end < 0 ? -1 : end + 3;
  }
  if (xml.startsWith('<!--', at)) return behind(xml, '-->', at + 4);
  if (xml[at + 1] === '?') return behind(xml, '?>', at);
  const end = behind(xml, '>', at);
  return xml.startsWith('<!DOCTYPE', at) && !xml.slice(at, end).includes('[') ? end : -1;
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}
