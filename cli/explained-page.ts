import type { ParsedItem, ParsedPage } from '../schemas/item.ts';
import type { PlacedBlock } from '../workers/parse/items/place-blocks.ts';

/** Where a block went, in words: `brief 2`, `furniture`. */
export const placeOf = ({ where, brief }: PlacedBlock): string =>
  brief === null ? where : where === 'section' ? 'section' : `${where} ${brief}`;

/** One line a block: where it went, why, and how it begins. `width` is the terminal's, in characters. */
export function explainedLines(blocks: PlacedBlock[], width: number): string {
  const whys = Math.min(40, Math.max(0, ...blocks.map(({ why }) => why.length)));
  const room = Math.max(20, width - whys - 20);
  return blocks
    .map((block) => {
      const begins = block.text.replace(/\s+/g, ' ');
      return `${placeOf(block).padEnd(16)}  ${cut(block.why, whys).padEnd(whys)}  ${cut(begins, room)}\n`;
    })
    .join('');
}

const cut = (text: string, room: number): string => (text.length > room ? `${text.slice(0, room - 1)}…` : text);

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

/** A page of its own that shows every block of the parsed page in reading order, coloured by where it went. */
export function explainedHtml({ page, items }: ParsedPage, blocks: PlacedBlock[]): string {
  const held = (kind: ParsedItem['kind']) => items.filter((item) => item.kind === kind).length;
  const counts = `${held('story')} story, ${held('brief')} briefs, ${blocks.filter(({ where }) => where === 'furniture').length} pieces of furniture`;
  const rows = blocks.map((block) => {
    const colour = block.brief === null ? block.where : `brief tone${block.brief % 2}`;
    return `<p class="${colour} ${block.where === 'headline' || block.where === 'brief heading' ? 'strong' : ''}">
<small>${escaped(placeOf(block))} · ${escaped(block.why)}</small>${escaped(block.text)}</p>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(page.title ?? page.url)}</title>
<style>${style}</style>
<h1>${escaped(page.title ?? 'Untitled page')}</h1>
<p class="about">${escaped(page.url)}<br>${counts}${page.suspect ? `<br><b>Suspect: ${escaped(page.suspect)}</b>` : ''}</p>
<p class="legend"><span class="story">story</span> <span class="brief tone1">brief</span> <span class="brief tone0">next brief</span> <span class="furniture">furniture</span></p>
${rows.join('\n')}
</html>
`;
}

const style = `
:root { color-scheme: light dark; --story: #2563eb; --one: #0f9d58; --two: #b45309; --rest: #9ca3af; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0; }
p { margin: .35rem 0; padding: .3rem .8rem; border-left: 4px solid var(--rest); overflow-wrap: anywhere; }
p.about { border: 0; padding: 0; opacity: .75; }
p.legend { border: 0; padding: 0; display: flex; gap: .6rem; font-size: .8rem; margin: 1rem 0; }
.legend span { padding: 0 .6rem; border-left: 4px solid var(--rest); }
small { display: block; font-size: .72rem; opacity: .8; }
.story, .headline, .legend .story { border-color: var(--story); background: color-mix(in srgb, var(--story) 9%, transparent); }
.brief, .legend .brief { border-color: var(--one); background: color-mix(in srgb, var(--one) 9%, transparent); }
.brief.tone0, .legend .tone0 { border-color: var(--two); background: color-mix(in srgb, var(--two) 9%, transparent); }
.strong { font-weight: 650; }
.furniture { opacity: .7; font-size: .88rem; }
`;
