import { isSeparator, markOf } from '../briefs/separators.ts';
import { type Block, type Container, noMeta, type ReadPage } from './block.ts';

/** A hard-wrapped text has most of its lines within this width, in characters. */
const wrapWidth = 90;

type Line = { text: string; indent: number };

/** Reads plain wire copy: hard-wrapped lines are joined; what stands between two empty lines is a container of its own. */
export function readPlain(text: string): ReadPage {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n')
    .split('\n')
    .map((raw): Line => {
      const line = raw.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
      return { text: line, indent: line === '' ? 0 : raw.search(/\S/) };
    });
  const wrapped = isHardWrapped(lines);
  const containers: Container[] = [plainContainer(-1, '#text')];
  const blocks: Block[] = [];
  let chunk: Line[] = [];
  const close = () => {
    if (chunk.length > 0) {
      containers.push(plainContainer(0, '#chunk'));
      for (const paragraph of wrapped ? unwrapped(chunk) : chunk.map((line) => line.text))
        blocks.push(plainBlock(paragraph, containers.length - 1));
    }
    chunk = [];
  };
  for (const line of lines) {
    if (line.text === '') close();
    else chunk.push(line);
  }
  close();
  return { plain: true, blocks, containers, meta: noMeta };
}

/** The paragraphs of a chunk of hard-wrapped lines: a mark, a separator, an indent or a line that stops short begins the next. */
function unwrapped(chunk: Line[]): string[] {
  const width = chunk.reduce((most, line) => Math.max(most, line.text.length), 0);
  const margin = chunk.slice(1).reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  const paragraphs: string[] = [];
  let before: Line | null = null;
  for (const line of chunk) {
    const joins =
      before !== null &&
      !isSeparator(before.text) &&
      !isSeparator(line.text) &&
      !opensLine(line.text) &&
      !(line.indent >= margin + 2 && line.indent > before.indent && /[.!?:)\]"”]$/.test(before.text)) &&
      !stopsShort(before.text, line.text, width);
    if (joins) paragraphs.push(`${paragraphs.pop()} ${line.text}`);
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs;
}

const opensLine = (text: string): boolean =>
  markOf(text) !== null || /^o\s+\p{Lu}/u.test(text) || /^(?:https?:\/\/|www\.)\S+$/.test(text);

/** A line that stops well before the margin ends its paragraph where it ends a sentence, is an address, or is all capitals before text that is not. */
function stopsShort(text: string, next: string, width: number): boolean {
  if (/^(?:https?:\/\/|www\.)\S+$/.test(text)) return true;
  if (!/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text) && /\p{Ll}/u.test(next)) return true;
  if (/^[\w-]{2,24}: \S/.test(text) && /^[\w-]{2,24}: \S/.test(next)) return true;
  const nextWord = /^\S+/.exec(next)?.[0] ?? '';
  return text.length + 1 + nextWord.length < width * 0.85 && (/[.!?:”"]$/.test(text) || /^\p{Lu}{3}/u.test(next));
}

function isHardWrapped(lines: Line[]): boolean {
  const full = lines.filter((line) => line.text.length > 40);
  if (full.length < 4) return false;
  const cut = full.filter((line) => line.text.length <= wrapWidth && !/[.!?"”:]$/.test(line.text)).length;
  return cut * 2 > full.length && full.every((line) => line.text.length < wrapWidth * 3);
}

const plainContainer = (parent: number, tag: string): Container => ({
  parent,
  tag,
  name: '',
  depth: parent + 1,
  furniture: null,
  kinds: 0,
  path: parent + 1,
  heading: 0,
  listItem: false,
  mark: null,
});

const address = /(?:https?:\/\/|www\.)\S+/g;

const plainBlock = (text: string, container: number): Block => ({
  text,
  tag: 'p',
  heading: 0,
  linkChars: (text.match(address) ?? []).reduce((sum, link) => sum + link.length, 0),
  links: text.match(address)?.length ?? 0,
  boldChars: 0,
  lead: '',
  container,
  listItem: false,
  media: 0,
  part: 0,
});
