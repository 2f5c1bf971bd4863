/** A line that only parts what stands before from what stands after: a dash, asterisks, a rule. */
export const isSeparator = (line: string): boolean => /^(?:[-–—*•·_=~#+]\s*){1,80}$/u.test(line);

const bullet = /^(?:[-–—•·*▪■●►»]|\.\.\.|…)\s+(?=\S)/u;
const number = /^(?:\d{1,2}[.)]|\(\d{1,2}\)|#\d{1,2})\s+(?=[\p{Lu}\p{Lo}"“«])/u;
const clock =
  /^(?:[[(]?\s*)([01]?\d|2[0-3])[:.hH]([0-5]\d)(?::[0-5]\d)?\s*(?:[aApP]\.?[mM]\.?)?\s*(?:[A-Z]{2,4}\b)?\s*[\])]?\s*[-–—:|]?\s*/u;

export type Mark = { kind: 'bullet' | 'number' | 'clock'; length: number };

/** The list mark a line begins with and its length in characters; null without one. */
export function markOf(line: string): Mark | null {
  const dash = bullet.exec(line);
  if (dash) return { kind: 'bullet', length: dash[0].length };
  const digit = number.exec(line);
  if (digit) return { kind: 'number', length: digit[0].length };
  const time = clock.exec(line);
  return time ? { kind: 'clock', length: time[0].length } : null;
}
