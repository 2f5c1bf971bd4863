import { load } from 'cheerio/slim';
import type { ChildNode, Element } from 'domhandler';
import type { Block, Container, ReadPage } from './block.ts';
import { furnitureReason, unreadTags } from './furniture-words.ts';
import { pushBlocks, type Run } from './push-blocks.ts';
import { readMeta } from './read-meta.ts';

const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark meter nobr output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const boldTags = new Set(['b', 'strong']);

/** Inherited by everything inside an element while it is open. */
type Frame = {
  next: ChildNode | null;
  element: Element | null;
  block: boolean;
  container: number;
  listItem: boolean;
  heading: number;
  link: boolean;
  bold: boolean;
  tag: string;
};

/** Reads HTML in one pass over its tree into blocks in reading order, with the containers they stand in and the page's own metadata. */
export function readHtml(html: string): ReadPage {
  // htmlparser2 mode: parse5 reaches a tenth of the speed on news pages (DESIGN.md, toolchain).
  const $ = load(lowerRawText(html), {
    xml: { xmlMode: false, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  });
  const containers: Container[] = [{ parent: -1, tag: '#root', name: '', depth: 0, furniture: null }];
  const blocks: Block[] = [];
  const run: Run = { parts: [], linkChars: 0, boldChars: 0, chars: 0, lead: '', leadOpen: true };
  const top: Frame = {
    next: $.root()[0]?.children[0] ?? null,
    element: null,
    block: true,
    container: 0,
    listItem: false,
    heading: 0,
    link: false,
    bold: false,
    tag: '#root',
  };
  // An explicit stack: pages with 100,000 nested elements must not end in a stack overflow.
  const stack: Frame[] = [top];
  for (let frame: Frame | undefined = top; frame; frame = stack.at(-1)) {
    const node: ChildNode | null = frame.next;
    if (!node) {
      if (frame.block) pushBlocks(blocks, run, frame);
      stack.pop();
      continue;
    }
    frame.next = node.next;
    if (node.type === 'text') addText(run, node.data, frame);
    else if ('attribs' in node) enter(node as Element, frame, stack, containers, blocks, run);
    else if ('children' in node)
      stack.push({ ...frame, block: false, next: (node as { children: ChildNode[] }).children[0] ?? null });
  }
  return { plain: false, blocks, containers, meta: readMeta($) };
}

/** htmlparser2 12 does not see `<SCRIPT>` in capitals as raw text, and what such a script quotes then swallows the page. */
const lowerRawText = (html: string): string =>
  html.replace(/<\/?(?:SCRIPT|STYLE|TEXTAREA|TITLE|XMP|IFRAME|NOSCRIPT)(?![\w-])/gi, (tag) => tag.toLowerCase());

function addText(run: Run, data: string, frame: Frame): void {
  // Preformatted text keeps its lines, everything else collapses to blanks.
  const text = frame.tag === 'pre' ? data : data.replace(/[\s\u00a0]+/g, ' ');
  const chars = text.trim().length;
  if (chars > 0) {
    run.chars += chars;
    if (frame.link) run.linkChars += chars;
    if (frame.bold) run.boldChars += chars;
    if (!frame.bold) run.leadOpen = false;
    else if (run.leadOpen) run.lead += text;
  }
  run.parts.push(text);
}

function enter(
  element: Element,
  frame: Frame,
  stack: Frame[],
  containers: Container[],
  blocks: Block[],
  run: Run,
): void {
  const tag = element.name;
  if (unreadTags.has(tag)) return;
  if (tag === 'br') {
    run.parts.push('\n');
    return;
  }
  const { hidden, name } = namesOf(element);
  if (hidden) return;
  const block = !inlineTags.has(tag);
  if (block) pushBlocks(blocks, run, frame);
  if (tag === 'hr') {
    blocks.push({
      text: '***',
      tag,
      heading: 0,
      linkChars: 0,
      lead: '',
      container: frame.container,
      listItem: false,
    });
    return;
  }
  let container = frame.container;
  if (block) {
    container = containers.length;
    const parent = containers[frame.container];
    containers.push({
      parent: frame.container,
      tag,
      name,
      depth: (parent?.depth ?? 0) + 1,
      furniture: furnitureReason(tag, name),
    });
  }
  const level = /^h([1-6])$/.exec(tag)?.[1];
  stack.push({
    next: element.children[0] ?? null,
    element,
    block,
    container,
    listItem: tag === 'li' || (frame.listItem && tag !== 'ul' && tag !== 'ol'),
    heading: level ? Number(level) : block && frame.heading === 0 ? 0 : frame.heading,
    link: frame.link || tag === 'a',
    bold: frame.bold || boldTags.has(tag),
    tag: block ? tag : frame.tag,
  });
}

function namesOf(element: Element): { hidden: boolean; name: string } {
  const { class: classes = '', id = '', role = '', itemprop = '', style = '', hidden } = element.attribs;
  const unseen =
    hidden !== undefined ||
    element.attribs['aria-hidden'] === 'true' ||
    (style !== '' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style));
  const name = `${classes} ${id} ${role} ${itemprop}`.toLowerCase().replace(/\s+/g, ' ').trim();
  // Longer lists of utility classes say nothing more and cost time.
  return {
    hidden: unseen && !['p', 'article', 'main', 'body', 'html'].includes(element.name),
    name: name.slice(0, 200),
  };
}
