import type { Token } from '../text/tokenize.ts';
import { cue } from './name-facts.ts';
import { nameBits } from './name-lexicon.ts';
import type { NameText } from './name-text.ts';

const longestRole = 8;

/** Title or office directly before a name, as the text has it: "Armed Forces Minister". */
export const nameRole = (text: string, tokens: readonly Token[], { facts }: NameText, first: number): string | null => {
  let start = first;
  for (let at = first; at > 0 && first - at < longestRole; at--) {
    const word = facts[at - 1];
    const token = tokens[at - 1];
    const gap = tokens[at]?.gap ?? '';
    if (!word || !token || !/^(?:\.?[ \u00a0]|-)$/.test(gap)) break;
    if (word.cues & cue.role) start = at - 1;
    else if (!(word.capital && word.bits & nameBits.place) && !/^(?:of|for|and|u\.?s|der|des|von)$/.test(token.folded))
      break;
    else if (word.capital && start === at) start = at - 1;
  }
  while (start < first && /^(?:of|for|and|der|des|von)$/.test(tokens[start]?.folded ?? '')) start++;
  const from = tokens[start];
  const to = tokens[first - 1];
  if (start >= first || !from || !to) return null;
  const hasOffice = facts.slice(start, first).some((word) => word.cues & cue.role);
  return hasOffice ? text.slice(from.start, to.end) : null;
};
