import { type Block, noMeta, type ReadPage } from './block.ts';
import { isSeparator, markOf } from './separators.ts';

/** A hard-wrapped text has most of its lines within this width, in characters. */
const wrapWidth = 90;

/** Reads plain wire copy: hard-wrapped lines are joined, an empty line or a new mark begins a block. */
export function readPlain(text: string): ReadPage {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trimEnd());
  const wrapped = isHardWrapped(lines);
  const blocks: Block[] = [];
  let open = '';
  const close = () => {
    if (open !== '') blocks.push(plainBlock(open));
    open = '';
  };
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') close();
    else if (!wrapped || isSeparator(line) || markOf(line) || /^\s{2,}/.test(raw) || open === '') {
      close();
      open = line;
    } else open = `${open} ${line}`;
    if (open !== '' && isShort(line, lines[index + 1])) close();
  }
  close();
  return {
    plain: true,
    blocks,
    containers: [
      {
        parent: -1,
        tag: '#text',
        name: '',
        depth: 0,
        furniture: null,
        kinds: 0,
        path: 0,
        heading: 0,
        listItem: false,
        mark: null,
      },
    ],
    meta: noMeta,
  };
}

/** A line that stops well before the margin ends its paragraph, where it ends a sentence or the next starts in capitals. */
const isShort = (line: string, next: string | undefined): boolean =>
  line.length < 45 && next !== undefined && (/[.!?:”"]$/.test(line) || /^[A-ZА-ЯÇĞİÖŞÜƏ]{3}/u.test(line));

function isHardWrapped(lines: string[]): boolean {
  const full = lines.map((line) => line.trim()).filter((line) => line.length > 40);
  if (full.length < 4) return false;
  const cut = full.filter((line) => line.length <= wrapWidth && !/[.!?"”:]$/.test(line)).length;
  return cut * 2 > full.length && full.every((line) => line.length < wrapWidth * 3);
}

const plainBlock = (text: string): Block => ({
  text,
  tag: 'p',
  heading: 0,
  linkChars: 0,
  lead: '',
  container: 0,
  listItem: false,
  links: 0,
  boldChars: 0,
  media: 0,
  part: 0,
});
