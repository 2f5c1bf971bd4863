import type { Enrichment, ParsedItem } from '../../schemas/item.ts';
import { enrichItems } from './enrich-item.ts';
import { completeNames, fullNamesIn } from './people/complete-names.ts';

/** Tags every item of one page, each once; a surname that stands alone in one item is completed from the full names of the others. */
export function enrichPage(items: readonly ParsedItem[]): (ParsedItem & Enrichment)[] {
  const tags = enrichItems(items);
  const tagged = items.map((item, at) => ({ ...item, ...(tags[at] as Enrichment) }));
  return tagged.length > 1 ? completeNames(tagged, fullNamesIn(tagged), 'page') : tagged;
}
