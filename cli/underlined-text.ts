/** A stretch of a text that is to stand out: UTF-16 offsets, and the SGR parameters that draw it on a terminal. */
export interface Stretch {
  start: number;
  end: number;
  /** Such as `4;36`: underlined in cyan. */
  sgr: string;
}

/** Wraps at spaces so that no line is wider than `columns`; answers where each line starts and ends. Longer words keep their line. */
function linesOf(text: string, columns: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    const end = start + paragraph.length;
    let from = start;
    while (end - from > columns) {
      const fits = text.lastIndexOf(' ', from + columns);
      const next = fits > from ? fits : text.indexOf(' ', from + columns);
      if (next < 0 || next >= end) break;
      lines.push({ start: from, end: next });
      from = next + 1;
    }
    lines.push({ start: from, end });
    start = end + 1;
  }
  return lines;
}

/** The text wrapped to a terminal's columns with its stretches drawn; overlapping ones after the first are left out. */
export function underlinedText(text: string, stretches: readonly Stretch[], columns: number): string {
  const inOrder = [...stretches].sort((one, other) => one.start - other.start);
  return linesOf(text, columns)
    .map((line) => {
      let at = line.start;
      let drawn = '';
      for (const { start, end, sgr } of inOrder) {
        const from = Math.max(start, line.start);
        const to = Math.min(end, line.end);
        if (from >= to || from < at) continue;
        // Closed on every line: an underline must not run on to the margin.
        drawn += `${text.slice(at, from)}\u001b[${sgr}m${text.slice(from, to)}\u001b[0m`;
        at = to;
      }
      return drawn + text.slice(at, line.end);
    })
    .join('\n');
}
