import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { Tokenizer } from 'htmlparser2';
import type { Block, Container, ReadPage } from './block.ts';
import {
  breaksForeign,
  endsHeading,
  endsInnermost,
  endsParagraph,
  inlineTags,
  keepsParagraph,
  unreadTags,
  voidTags,
} from './element-tags.ts';
import { furnitureReason, kindBits } from './name-kinds.ts';
import { emptyHead, noteJsonLd, noteTag, type PageHead } from './page-head.ts';
import { markAttribute, markOf } from './profile/mark-page.ts';
import { newLine, newRun, pushBlocks, tidy } from './push-blocks.ts';
import { readMeta } from './read-meta.ts';

/** Longer values of an attribute are data of scripts; a hostile one has a megabyte. */
const maxValue = 4000;
/** Longer lists of utility classes say nothing more and cost time. */
const maxName = 200;
/** Elements within the innermost block that an end tag is looked for in; more are an attack. */
const maxInline = 50;
const wanted = new Set(
  `class id role itemprop style hidden aria-hidden name property content datetime rel type lang xml:lang href data-testid data-component ${markAttribute}`.split(
    ' ',
  ),
);

/** Reads HTML in one pass over its tags, without building a tree, into blocks in reading order, with the containers they stand in and the page's own metadata. `marked`: a publisher profile marked its elements (profile/mark-page.ts). */
export function readHtml(html: string, marked = false): ReadPage {
  const reader = new HtmlReader(html, marked);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, reader);
  tokenizer.write(html);
  tokenizer.end();
  const { blocks, containers, head } = reader;
  return { plain: false, blocks, containers, meta: readMeta(head, blocks) };
}

type Attributes = Record<string, string>;
type OpenElement = { tag: string; block: boolean; link: boolean; bold: boolean; unread: boolean };

class HtmlReader {
  readonly blocks: Block[] = [];
  readonly containers: Container[] = [
    {
      parent: -1,
      tag: '#root',
      name: '',
      depth: 0,
      furniture: null,
      kinds: 0,
      path: 0,
      heading: 0,
      listItem: false,
      mark: null,
    },
  ];
  readonly head: PageHead = emptyHead();
  private readonly html: string;
  private readonly marked: boolean;
  private readonly open: OpenElement[] = [];
  /** How many elements of each name are open: an end tag without its start must not search a deep page. */
  private readonly openOf = new Map<string, number>();
  private readonly paths = new Map<string, number>();
  private readonly named = new Map<string, { kinds: number; furniture: Container['furniture'] }>();
  private readonly run = newRun();
  private container = 0;
  private links = 0;
  private bolds = 0;
  private unread = 0;
  private foreign = 0;
  /** The element whose raw text is kept aside: the page's title or a JSON-LD script. */
  private aside: 'title' | 'json-ld' | null = null;
  private tag = '';
  private attribute = '';
  private attributes: Attributes = {};

  constructor(html: string, marked: boolean) {
    this.html = html;
    this.marked = marked;
  }

  isInForeignContext(): boolean {
    return this.foreign > 0;
  }
  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase();
    this.attributes = {};
  }
  onattribname(start: number, end: number): void {
    const name = end - start > 14 ? '' : this.html.slice(start, end).toLowerCase();
    this.attribute = wanted.has(name) ? name : '';
    if (this.attribute) this.attributes[name] ??= '';
  }
  onattribdata(start: number, end: number): void {
    if (!this.attribute) return;
    const value = this.html.slice(start, Math.min(end, start + maxValue));
    this.attributes[this.attribute] ||= value.includes('&') ? decodeHTMLAttribute(value) : value;
  }
  onattribentity(): void {}
  onattribend(): void {}
  onopentagend(): void {
    this.enter(false);
  }
  onselfclosingtag(): void {
    this.enter(this.foreign > 0);
  }
  onclosetag(start: number, end: number): void {
    const tag = this.html.slice(start, end).toLowerCase();
    if (tag === 'br') this.breakLine();
    else if (tag === 'p' && !this.openOf.get('p') && this.unread === 0) this.flush();
    else this.leave(tag);
  }
  ontext(start: number, end: number): void {
    if (this.aside !== null) this.keepAside(this.html.slice(start, end));
    else if (this.unread === 0) this.addText(start, end);
  }
  ontextentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    this.unread = 0;
    while (this.open.length > 0) this.pop();
    this.flush();
  }

  private keepAside(raw: string): void {
    if (this.aside === 'title') this.head.title ||= tidy(raw.includes('&') ? decodeHTML(raw) : raw);
    else noteJsonLd(this.head, raw);
  }

  private addText(start: number, end: number): void {
    const { run } = this;
    const raw = this.html.slice(start, end);
    const text = raw.includes('&') ? decodeHTML(raw) : raw;
    const chars = text.trim().length;
    const line = run.lines.at(-1) ?? newLine();
    if (chars === 0) {
      if (run.chars > 0) line.parts.push(' ');
      return;
    }
    run.chars += chars;
    if (this.links > 0) line.linkChars += chars;
    if (this.bolds > 0) {
      line.boldChars += chars;
      if (run.leadOpen) run.lead += text;
    } else run.leadOpen = false;
    if (this.openOf.get('pre')) this.addLines(text);
    else line.parts.push(text);
  }

  /** Preformatted text keeps its lines. */
  private addLines(text: string): void {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) this.run.lines.push(newLine());
      this.run.lines.at(-1)?.parts.push(piece);
    }
  }

  private breakLine(): void {
    if (this.unread === 0) this.run.lines.push(newLine());
  }

  private enter(closed: boolean): void {
    const { tag, attributes } = this;
    if (this.foreign > 0 && breaksForeign.has(tag)) this.leave(this.openOf.get('svg') ? 'svg' : 'math');
    const unread = unreadTags.has(tag);
    if (this.unread === 0 && !unread) {
      if (tag === 'br') return this.breakLine();
      if (tag === 'img' || tag === 'source') this.run.media++;
      this.endOthers(tag);
    }
    if (tag === 'iframe' || tag === 'video' || tag === 'audio' || tag === 'object') this.run.media++;
    if (this.foreign === 0) noteTag(this.head, tag, attributes, this.blocks.length, this.container);
    if (voidTags.has(tag)) {
      if (tag === 'hr' && this.unread === 0) this.rule();
      if (tag === 'img' && this.run.chars > 0) this.run.lines.at(-1)?.parts.push(' ');
      return;
    }
    if (!closed) this.push(tag, unread);
  }

  private endOthers(tag: string): void {
    // A link inside a link ends the outer one, and one never closed must not make links of the whole page.
    if (tag === 'a') this.endStyle(tag);
    if (inlineTags.has(tag)) return;
    const ends =
      endsInnermost.get(tag) ?? (/^h[1-6]$/.test(tag) ? endsHeading : keepsParagraph(tag) ? null : endsParagraph);
    if (!ends) return;
    for (;;) {
      const at = this.innermostBlock();
      if (!ends.has(this.open[at]?.tag ?? '')) return;
      while (this.open.length > at) this.pop();
    }
  }

  private innermostBlock(): number {
    for (let at = this.open.length - 1; at >= 0 && this.open.length - at <= maxInline; at--)
      if (this.open[at]?.block) return at;
    return -1;
  }

  private push(tag: string, unread: boolean): void {
    const block = !inlineTags.has(tag) && !unread && this.unread === 0;
    const link = tag === 'a' && this.unread === 0;
    const bold = (tag === 'b' || tag === 'strong') && this.unread === 0;
    this.open.push({ tag, block, link, bold, unread });
    this.openOf.set(tag, (this.openOf.get(tag) ?? 0) + 1);
    if (unread) {
      if (tag === 'title' && this.foreign === 0) this.aside = 'title';
      else if (tag === 'script' && /ld\+json/i.test(this.attributes['type'] ?? '')) this.aside = 'json-ld';
      else if (tag === 'svg' || tag === 'math') this.foreign++;
      this.unread++;
    } else if (block) this.openContainer(tag);
    if (link) {
      this.links++;
      const line = this.run.lines.at(-1);
      if (line) line.links++;
    }
    if (bold) this.bolds++;
  }

  private openContainer(tag: string): void {
    this.flush();
    const parent = this.containers[this.container] as Container;
    const name = nameOf(this.attributes);
    const { kinds, furniture } = this.meaningOf(tag, name);
    const key = `${parent.path}|${tag}.${(this.attributes['class'] ?? '').slice(0, maxName)}`;
    const path = this.paths.get(key) ?? this.paths.size + 1;
    this.paths.set(key, path);
    const heading = tag.length === 2 && tag >= 'h1' && tag <= 'h6' ? Number(tag[1]) : parent.heading;
    this.containers.push({
      parent: this.container,
      tag,
      name,
      depth: parent.depth + 1,
      furniture: isHidden(tag, this.attributes) ? 'hidden text' : furniture,
      kinds,
      path,
      heading,
      listItem: tag === 'li' || (parent.listItem && tag !== 'ul' && tag !== 'ol'),
      mark: this.marked ? markOf(this.attributes[markAttribute]) : null,
    });
    this.container = this.containers.length - 1;
  }

  private meaningOf(tag: string, name: string): { kinds: number; furniture: Container['furniture'] } {
    const key = `${tag} ${name}`;
    let meaning = this.named.get(key);
    if (!meaning) {
      const kinds = kindBits(name);
      meaning = { kinds, furniture: furnitureReason(tag, kinds) };
      this.named.set(key, meaning);
    }
    return meaning;
  }

  private rule(): void {
    this.flush();
    const { container } = this;
    this.blocks.push({ ...ruleBlock, container });
  }

  private leave(tag: string): void {
    if (!this.openOf.get(tag)) return;
    const inline = inlineTags.has(tag);
    let at = this.open.length - 1;
    while (this.open[at]?.tag !== tag) {
      // `<b><p>…</b>`: the paragraph goes on, only the bold ends.
      if (inline && (this.open[at]?.block || this.open.length - at > maxInline)) return this.endStyle(tag);
      at--;
    }
    while (this.open.length > at) this.pop();
  }

  /** Ends the innermost open link or bold text, whatever stands open within it. */
  private endStyle(tag: string): void {
    const style = tag === 'a' ? 'link' : tag === 'b' || tag === 'strong' ? 'bold' : null;
    if (style === null || (style === 'link' ? this.links : this.bolds) === 0) return;
    for (let at = this.open.length - 1; at >= 0 && this.open.length - at <= maxInline; at--) {
      const element = this.open[at];
      if (!element?.[style]) continue;
      element[style] = false;
      if (style === 'link') this.links--;
      else this.bolds--;
      return;
    }
  }

  private pop(): void {
    const element = this.open.pop();
    if (!element) return;
    const { tag, block, link, bold, unread } = element;
    this.openOf.set(tag, (this.openOf.get(tag) ?? 1) - 1);
    if (link) this.links--;
    if (bold) this.bolds--;
    if (unread) {
      this.unread--;
      this.aside = null;
      if (tag === 'svg' || tag === 'math') this.foreign--;
    }
    if (block) {
      this.flush();
      this.container = this.containers[this.container]?.parent ?? 0;
    }
  }

  private flush(): void {
    pushBlocks(this.blocks, this.run, this.container, this.containers[this.container] as Container);
  }
}

/** A horizontal rule stands for a line of asterisks. */
const ruleBlock: Block = {
  text: '***',
  tag: 'hr',
  heading: 0,
  linkChars: 0,
  links: 0,
  boldChars: 0,
  lead: '',
  container: 0,
  listItem: false,
  media: 0,
  part: 0,
};

function nameOf(attributes: Attributes): string {
  let name = '';
  for (const key of ['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component']) {
    const value = attributes[key];
    if (value) name = name === '' ? value : `${name} ${value}`;
  }
  return name.length > maxName ? name.slice(0, maxName) : name;
}

const neverHidden = new Set(['p', 'article', 'main', 'body', 'html']);

function isHidden(tag: string, { style, hidden, 'aria-hidden': aria }: Attributes): boolean {
  if (neverHidden.has(tag)) return false;
  if (hidden !== undefined || aria === 'true') return true;
  return style ? /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) : false;
}
