import { isSeparator, markOf } from '../briefs/separators.ts';
import type { Block, Container } from './block.ts';

/** What one line of an element's text holds; a line break begins the next. */
type Line = { parts: string[]; linkChars: number; links: number; boldChars: number };

/** The text gathered since the last block boundary. */
export type Run = {
  lines: Line[];
  chars: number;
  lead: string;
  leadOpen: boolean;
  media: number;
};

export const newLine = (): Line => ({ parts: [], linkChars: 0, links: 0, boldChars: 0 });
export const newRun = (): Run => ({ lines: [newLine()], chars: 0, lead: '', leadOpen: true, media: 0 });

/** White space and control characters but single blanks, which stay: a null byte must not reach the store, an escape sequence no terminal. */
const blanks =
  / [\s\u0000-\u001f\u007f-\u009f]+|[^\S ][\s\u0000-\u001f\u007f-\u009f]*|[\u0000-\u001f\u007f-\u009f][\s\u0000-\u001f\u007f-\u009f]*/g;
export const tidy = (text: string): string => text.replace(blanks, ' ').trim();

/** Half a character, as JSON may hold it and decoded bytes never do: the store takes none. */
const halves = /\p{Cs}/gu;
/** `tidy` for what a page says in JSON. */
export const sound = (text: string): string => tidy(text).replace(halves, '\uFFFD');

/** Ends the run: pushes its text as one block, or as several where line breaks set paragraphs or separators apart. */
export function pushBlocks(blocks: Block[], run: Run, container: number, place: Container): void {
  const { lines, media, lead, chars } = run;
  if (chars > 0) {
    const paragraphs = lines.length === 1 ? [tidied(lines[0] as Line)] : paragraphsOf(lines.map(tidied));
    let part = 0;
    for (const { text, linkChars, links, boldChars } of paragraphs) {
      if (text === '') continue;
      blocks.push({
        text,
        tag: place.tag,
        heading: place.heading,
        linkChars: Math.min(linkChars, text.length),
        links,
        boldChars: Math.min(boldChars, text.length),
        lead: part === 0 ? tidy(lead) : '',
        container,
        listItem: place.listItem && part === 0,
        media: part === 0 ? media : 0,
        part,
      });
      part++;
    }
    run.media = 0;
    run.lead = '';
  }
  run.lines = [newLine()];
  run.chars = 0;
  run.leadOpen = true;
}

type Text = { text: string; linkChars: number; links: number; boldChars: number };

const tidied = ({ parts, linkChars, links, boldChars }: Line): Text => ({
  text: tidy(parts.length === 1 ? (parts[0] as string) : parts.join('')),
  linkChars,
  links,
  boldChars,
});

/** A line that begins with a list mark is no continuation, whatever the line before ends with. */
const opensEntry = (text: string): boolean => markOf(text) !== null || /^[-–—•*]\p{L}/u.test(text);

/** Two line breaks part paragraphs; so does one where the line before ends a sentence or the next is a separator or an entry of a list. */
function paragraphsOf(lines: Text[]): Text[] {
  const paragraphs: Text[] = [];
  let open: Text[] = [];
  let chars = 0;
  const close = () => {
    if (open.length > 0) paragraphs.push(joined(open));
    open = [];
    chars = 0;
  };
  for (const line of lines) {
    if (line.text === '') close();
    else if (isSeparator(line.text)) {
      close();
      paragraphs.push(line);
    } else {
      if (chars < 60 || /[.!?:"”»)]$/.test(open.at(-1)?.text ?? '') || opensEntry(line.text)) close();
      open.push(line);
      chars += line.text.length + 1;
    }
  }
  close();
  return paragraphs;
}

const joined = (lines: Text[]): Text =>
  lines.length === 1
    ? (lines[0] as Text)
    : {
        text: lines.map(({ text }) => text).join(' '),
        linkChars: lines.reduce((sum, line) => sum + line.linkChars, 0),
        links: lines.reduce((sum, line) => sum + line.links, 0),
        boldChars: lines.reduce((sum, line) => sum + line.boldChars, 0),
      };
