import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { Tokenizer } from 'htmlparser2';
import { markAttribute, markOf } from '../profile/mark-page.ts';
import { UnparsablePage } from '../unparsable-page.ts';
import type { Block, Container, ReadPage } from './block.ts';
import { type Tag, tagOf } from './element-tags.ts';
import { furnitureReason, hiddenBit, kindBits } from './name-kinds.ts';
import { emptyHead, noteJsonLd, noteTag, type PageHead } from './page-head.ts';
import { newLine, newRun, pushBlocks, tidy } from './push-blocks.ts';
import { readMeta } from './read-meta.ts';

/** The longest page of the development set has 1,424 blocks; this many take half a second. */
const maxBlocks = 100_000;
/** Longer values of an attribute are data of scripts; a hostile one has a megabyte. */
const maxValue = 4000;
/** Longer lists of utility classes say nothing more and cost time. */
const maxName = 200;
/** Different names of elements and of classes told apart on one page; more are an attack, and share the last number. */
const maxTags = 1000;
const maxNames = 100_000;
/** Elements within the innermost block that an end tag is looked for in; more are an attack. */
const maxInline = 50;
const wanted =
  `class id role itemprop style hidden aria-hidden name property content datetime rel type lang xml:lang href data-testid data-component ${markAttribute}`.split(
    ' ',
  );
/** Wanted names by their length: nearly all attributes of a page are passed over, and must not be cut out first. */
const wantedOfLength = new Map<number, string[]>();
for (const name of wanted) wantedOfLength.set(name.length, [...(wantedOfLength.get(name.length) ?? []), name]);

/** Reads HTML in one pass over its tags, without building a tree, into blocks in reading order, with the containers they stand in and the page's own metadata. `marked`: a publisher profile marked its elements (profile/mark-page.ts). */
export function readHtml(source: string, marked = false): ReadPage {
  // `<iframe/>` holds nothing where XML was written; read as HTML it would swallow the rest of the page.
  const html = source.replace(/<iframe\b[^<>]*\/>/gi, '');
  const reader = new HtmlReader(html, marked);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, reader);
  tokenizer.write(html);
  tokenizer.end();
  const { blocks, containers, head } = reader;
  return { plain: false, blocks, containers, meta: readMeta(head, blocks) };
}

type Attributes = Record<string, string | undefined>;
type OpenElement = { tag: Tag; block: boolean; link: boolean; bold: boolean; unread: boolean };

/** A text of names with its number on this page and the kinds it speaks of. */
type Names = { text: string; number: number; kinds: number };

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
  /** By name, with how many of each are open: an end tag without its start must not search a deep page. */
  private readonly tags = new Map<string, Tag>();
  private readonly paths = new Map<number, number>();
  private readonly named = new Map<string, Names>();
  private readonly run = newRun();
  private container = 0;
  private links = 0;
  private bolds = 0;
  private unread = 0;
  private foreign = 0;
  /** The element whose raw text is kept aside: the page's title or a JSON-LD script. */
  private aside: 'title' | 'json-ld' | null = null;
  private tag: Tag = tagOf('');
  private attribute = '';
  private attributes: Attributes = {};
  private hasAttributes = false;
  private preformatted: Tag | null = null;

  constructor(html: string, marked: boolean) {
    this.html = html;
    this.marked = marked;
  }

  isInForeignContext(): boolean {
    return this.foreign > 0;
  }
  onopentagname(start: number, end: number): void {
    this.tag = this.tagNamed(this.html.slice(start, end));
    if (this.hasAttributes) this.attributes = {};
    this.hasAttributes = false;
  }
  onattribname(start: number, end: number): void {
    this.attribute = '';
    // Inside what is not read only JSON-LD is looked for.
    if (this.unread > 0) return;
    const names = wantedOfLength.get(end - start);
    if (!names) return;
    const isUpper = this.html.charCodeAt(start) < 97;
    for (const name of names)
      if (this.html.startsWith(name, start) || (isUpper && this.html.slice(start, end).toLowerCase() === name)) {
        this.attribute = name;
        this.attributes[name] ??= '';
        this.hasAttributes = true;
        return;
      }
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
    const tag = this.tagNamed(this.html.slice(start, end));
    if (tag.open > 0) this.leave(tag);
    else if (tag.name === 'br') this.breakLine();
    else if (tag.name === 'p' && this.unread === 0) this.flush();
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

  private tagNamed(raw: string): Tag {
    let tag = this.tags.get(raw);
    if (tag) return tag;
    const name = raw.toLowerCase();
    tag = this.tags.get(name) ?? tagOf(name);
    // A flood of made-up names must not fill the memory.
    if (this.tags.size < maxTags) this.tags.set(raw, tag).set(name, tag);
    if (name === 'pre') this.preformatted = tag;
    return tag;
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
    if (this.preformatted?.open) this.addLines(text);
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
    const { tag } = this;
    if (this.foreign > 0 && tag.breaksForeign) this.leaveForeign();
    if (this.unread === 0 && !tag.unread) {
      if (tag.name === 'br') return this.breakLine();
      this.endOthers(tag);
    }
    if (tag.media) this.run.media++;
    if (this.hasAttributes && this.foreign === 0)
      noteTag(this.head, tag.name, this.attributes, this.blocks.length, this.container);
    if (tag.empty) {
      if (tag.name === 'hr' && this.unread === 0) this.rule();
      if (tag.name === 'img' && this.run.chars > 0) this.run.lines.at(-1)?.parts.push(' ');
    } else if (!closed) this.push(tag);
  }

  /** Text of the page that stands in an `svg` means that it was never closed. */
  private leaveForeign(): void {
    for (const name of ['svg', 'math']) {
      const tag = this.tags.get(name);
      if (tag?.open) return this.leave(tag);
    }
  }

  private endOthers(tag: Tag): void {
    // A link inside a link ends the outer one, and one never closed must not make links of the whole page.
    if (tag.style === 'link') this.endStyle('link');
    if (!tag.ends) return;
    for (;;) {
      const at = this.innermostBlock();
      if (!tag.ends.has(this.open[at]?.tag.name ?? '')) return;
      while (this.open.length > at) this.pop();
    }
  }

  private innermostBlock(): number {
    for (let at = this.open.length - 1; at >= 0 && this.open.length - at <= maxInline; at--)
      if (this.open[at]?.block) return at;
    return -1;
  }

  private push(tag: Tag): void {
    const read = this.unread === 0 && !tag.unread;
    const block = read && !tag.inline;
    const link = read && tag.style === 'link';
    const bold = read && tag.style === 'bold';
    this.open.push({ tag, block, link, bold, unread: tag.unread });
    tag.open++;
    if (tag.unread) {
      if (tag.name === 'title' && this.foreign === 0) this.aside = 'title';
      else if (tag.name === 'script' && /ld\+json/i.test(this.attributes['type'] ?? '')) this.aside = 'json-ld';
      else if (tag.foreign) this.foreign++;
      this.unread++;
    } else if (block) this.openContainer(tag);
    if (link) {
      this.links++;
      const line = this.run.lines.at(-1);
      if (line) line.links++;
    }
    if (bold) this.bolds++;
  }

  private openContainer(tag: Tag): void {
    this.flush();
    const parent = this.containers[this.container] as Container;
    const { attributes } = this;
    const classes = this.namesOf(this.hasAttributes ? (attributes['class'] ?? '') : '');
    const names = this.hasAttributes ? this.namesOf(nameOf(attributes)) : classes;
    const hidden = this.hasAttributes && isHidden(tag.name, attributes);
    this.containers.push({
      parent: this.container,
      tag: tag.name,
      name: names.text,
      depth: parent.depth + 1,
      furniture: hidden ? 'hidden text' : furnitureReason(tag.name, names.kinds),
      kinds: hidden ? names.kinds | hiddenBit : names.kinds,
      path: this.pathOf(parent.path, tag.name, classes.number),
      heading: tag.heading || parent.heading,
      listItem: tag.name === 'li' || (parent.listItem && tag.name !== 'ul' && tag.name !== 'ol'),
      mark: this.marked ? markOf(attributes[markAttribute]) : null,
    });
    this.container = this.containers.length - 1;
  }

  /** Paths are numbered in the order they are first met. */
  private pathOf(parent: number, tag: string, classes: number): number {
    const key = (parent * maxNames + classes) * maxNames + this.namesOf(tag).number;
    let path = this.paths.get(key);
    if (path === undefined) {
      path = this.paths.size + 1;
      this.paths.set(key, path);
    }
    return path;
  }

  private namesOf(text: string): Names {
    let names = this.named.get(text);
    if (!names) {
      const short = text.length > maxName ? text.slice(0, maxName) : text;
      names = { text: short, number: Math.min(this.named.size, maxNames - 1), kinds: kindBits(short) };
      this.named.set(text, names);
    }
    return names;
  }

  private rule(): void {
    this.flush();
    const { container } = this;
    this.blocks.push({ ...ruleBlock, container });
  }

  private leave(tag: Tag): void {
    let at = this.open.length - 1;
    while (this.open[at]?.tag !== tag) {
      // `<b><p>…</b>`: the paragraph goes on, only the bold ends.
      if (tag.inline && (this.open[at]?.block || this.open.length - at > maxInline)) return this.endStyle(tag.style);
      at--;
    }
    while (this.open.length > at) this.pop();
  }

  /** Ends the innermost open link or bold text, whatever stands open within it. */
  private endStyle(style: Tag['style']): void {
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
    tag.open--;
    if (link) this.links--;
    if (bold) this.bolds--;
    if (unread) {
      this.unread--;
      this.aside = null;
      if (tag.foreign) this.foreign--;
    }
    if (block) {
      this.flush();
      this.container = this.containers[this.container]?.parent ?? 0;
    }
  }

  private flush(): void {
    if (this.blocks.length > maxBlocks)
      throw new UnparsablePage(
        `over ${maxBlocks} pieces of text: a data table or an attack, no page of stories; take its address off the feed`,
      );
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
  return name;
}

const neverHidden = new Set(['p', 'article', 'main', 'body', 'html']);

function isHidden(tag: string, { style, hidden, 'aria-hidden': aria }: Attributes): boolean {
  if (neverHidden.has(tag)) return false;
  if (hidden !== undefined || aria === 'true') return true;
  return style ? /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) : false;
}
