import type { Enrichment, ParsedItem } from '../../schemas/item.ts';
import { enrichItem } from './enrich-item.ts';

/** Tags every item of one page; a surname that stands alone in one item is completed from the full names of the others. */
export function enrichPage(items: ParsedItem[]): (ParsedItem & Enrichment)[] {
  const first = items.map((item) => enrichItem(item));
  const peopleNames = [...new Set(first.flatMap((tags) => tags.people.map((person) => person.name)))].filter((name) =>
    name.includes(' '),
  );
  return items.map((item) => ({ ...item, ...enrichItem(item, { peopleNames }) }));
}
