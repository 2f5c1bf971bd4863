import type { Block } from './block.ts';
import { isSeparator } from './separators.ts';

/** The text gathered since the last block boundary. */
export type Run = {
  parts: string[];
  linkChars: number;
  boldChars: number;
  chars: number;
  lead: string;
  leadOpen: boolean;
};

type Place = { tag: string; container: number; listItem: boolean; heading: number };

/** Ends the run: pushes its text as one block, or as several where line breaks set paragraphs or separators apart. */
export function pushBlocks(blocks: Block[], run: Run, place: Place): void {
  const text = run.parts.join('');
  const { linkChars, chars, lead } = run;
  Object.assign(run, { parts: [], linkChars: 0, boldChars: 0, chars: 0, lead: '', leadOpen: true });
  if (chars === 0) return;
  const pieces = paragraphsOf(text);
  for (const [index, piece] of pieces.entries()) {
    blocks.push({
      text: piece,
      tag: place.tag,
      heading: place.heading,
      linkChars: Math.round((linkChars * piece.length) / Math.max(chars, 1)),
      lead: index === 0 ? lead.replace(/\s+/g, ' ').trim() : '',
      container: place.container,
      listItem: place.listItem && index === 0,
    });
  }
}

/** Two line breaks part paragraphs; so does one where the line before ends a sentence or a line is a lone separator. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let open = '';
  const close = () => {
    if (open !== '') paragraphs.push(open);
    open = '';
  };
  for (const raw of text.split('\n')) {
    const line = raw.replace(/[\s\u00a0]+/g, ' ').trim();
    if (line === '') close();
    else if (isSeparator(line)) {
      close();
      paragraphs.push(line);
    } else {
      if (/[.!?:"”»)]$/.test(open) || open.length < 60) close();
      open = open === '' ? line : `${open} ${line}`;
    }
  }
  close();
  return paragraphs;
}
