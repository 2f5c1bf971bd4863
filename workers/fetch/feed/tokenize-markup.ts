import type { TokenizerCallbacks } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';
import type { MarkupSink } from './scan-markup.ts';
import { decodeXmlEntities } from './xml-entities.ts';

/**
 * Tells `sink` the markup of any document, however broken, by htmlparser2's tokenizer. Its parser would take the square
 * of the depth of a hostile feed.
 */
export function tokenizeMarkup(xml: string, sink: MarkupSink): void {
  // The tokenizer would look at each letter of a text for the start of an entity; a text that has one is decoded whole.
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, new Teller(xml, sink));
  tokenizer.write(xml);
  tokenizer.end();
}

/** Turns the tokenizer's places in `xml`, the whole of which is one chunk, into tags and texts. */
class Teller implements TokenizerCallbacks {
  private readonly xml: string;
  private readonly sink: MarkupSink;
  private tag = '';
  private attributes: Record<string, string> | null = null;
  private attribute = '';
  private value = '';

  constructor(xml: string, sink: MarkupSink) {
    this.xml = xml;
    this.sink = sink;
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.xml.slice(start, end);
    this.attributes = null;
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.xml.slice(start, end);
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.xml.slice(start, end);
  }

  onattribend(): void {
    this.attributes ??= {};
    this.attributes[this.attribute] ??= decodeXmlEntities(this.value);
  }

  onopentagend(): void {
    this.sink.open(this.tag, this.attributes);
  }

  onselfclosingtag(): void {
    this.sink.open(this.tag, this.attributes);
    this.sink.close(this.tag);
  }

  onclosetag(start: number, end: number): void {
    this.sink.close(this.xml.slice(start, end));
  }

  ontext(start: number, end: number): void {
    this.sink.text(decodeXmlEntities(this.xml.slice(start, end)));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.sink.text(this.xml.slice(start, end - endOffset));
  }

  onattribentity(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}
