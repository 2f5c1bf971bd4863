import type { Entry } from './gazetteer/gazetteer.ts';
import { gazetteerFor } from './gazetteer/gazetteer.ts';

export type UnspacedHit = { entry: Entry; start: number; end: number };

// The longest country name in Chinese, Japanese and Korean that matters has ten characters.
const longestName = 10;
const unspaced = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u;
const joinsHangul = /\p{Script=Hangul}/u;

/** Country names in scripts that part no words, longest first; a Korean name begins its word. */
export const findUnspacedCountries = (text: string, language: string): UnspacedHit[] => {
  const { unspacedNames } = gazetteerFor(language);
  const hits: UnspacedHit[] = [];
  if (unspacedNames.size === 0) return hits;
  for (let at = 0; at < text.length; at++) {
    const first = text[at] ?? '';
    if (!unspaced.test(first) || (language === 'ko' && joinsHangul.test(text[at - 1] ?? ' '))) continue;
    for (let length = longestName; length > 1; length--) {
      const entry = unspacedNames.get(text.slice(at, at + length));
      if (!entry) continue;
      hits.push({ entry, start: at, end: at + length });
      at += length - 1;
      break;
    }
  }
  return hits;
};
