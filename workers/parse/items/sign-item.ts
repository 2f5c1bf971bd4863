import { datesIn } from './dates.ts';

export type Dateline = { place: string | null; date: string | null };

const agencies =
  '(?:AP|AFP|Reuters|REUTERS|UPI|TASS|ТАСС|Interfax|Интерфакс|dpa|DPA|Xinhua|EFE|ANSA|CNN|BBC|IPS|RFE/RL|[A-ZА-ЯÇĞİÖŞÜƏ][\\p{L}./&-]{1,20}(?:\\s[A-Z][\\p{L}]{1,15})?)';
const place =
  "[\\p{Lu}][\\p{L}.'’-]+(?:[\\s-][\\p{L}][\\p{L}.'’-]*){0,3}(?:,\\s[\\p{Lu}][\\p{L}.'’]+(?:\\s[\\p{Lu}][\\p{L}.]+)?)?";
const withAgency = new RegExp(
  `^(${place})(?:,?\\s+[\\p{L}.]{3,10}\\s\\d{1,2})?\\s*[(/]\\s*${agencies}\\s*[)/]\\s*[-–—:,]*\\s*`,
  'u',
);
const inCapitals =
  /^([\p{Lu}][\p{Lu}.'’-]{2,}(?:[\s-][\p{Lu}][\p{Lu}.'’-]*){0,3}(?:,\s[\p{Lu}][\p{L}.'’]+)?)(?:,\s[^-–—:]{3,24})?\s*(?:--?|–|—|:)\s+(?=\S)/u;
const withDash =
  /^(\p{Lu}[\p{L}.'’]+(?:[\s-]\p{Lu}[\p{L}.'’]+){0,2})(?:,\s+((?:\p{L}{3,10}\.?\s\d{1,2}|\d{1,2}\s\p{L}{3,10})(?:,?\s\d{4})?))?\s*(?:\s--\s|\s–\s|\s—\s)(?=\p{Lu}|["“«])/u;

/** The dateline a report begins with ("BAKU, Nov. 22 (Agency) -"), with its length in characters; null without one. */
export function datelineOf(text: string): { dateline: Dateline; length: number } | null {
  const head = text.slice(0, 120);
  const match = withAgency.exec(head) ?? inCapitals.exec(head) ?? withDash.exec(head);
  if (!match) return null;
  const name = (match[1] ?? '').replace(/,\s+\p{L}+\.?\s\d.*$/u, '').trim();
  return { dateline: { place: name, date: datesIn(match[0])[0]?.value ?? null }, length: match[0].length };
}

const by =
  /^(?:by|von|par|por|автор:?|yazan:?|müəllif:?)\s+(\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+|,\s*)?\p{Lu}[\p{L}.'’-]*){0,7})\s*(?:$|[,|•–—-])/iu;

/** The name in a byline such as "By Jane Roe"; null for any other line. */
export function bylineIn(line: string): string | null {
  return line.length < 120 ? (by.exec(line)?.[1]?.trim() ?? null) : null;
}
