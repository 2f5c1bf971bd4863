import type { Entry, Gazetteer } from '../gazetteer/gazetteer.ts';

export type UnspacedHit = { entry: Entry; start: number; end: number };

// The longest country name in Chinese, Japanese and Korean that matters has ten characters.
const longestName = 10;
const unspaced =
  /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
// ドバイ stands in アドバイザー too: a name in Katakana ends where the Katakana ends.
const katakana = /[\p{Script=Katakana}ー]/u;
const joinsHangul = /\p{Script=Hangul}/u;

/** Country names in scripts that part no words, longest first; a Korean name begins its word. */
export const findUnspacedCountries = (text: string, { language, unspacedNames }: Gazetteer): UnspacedHit[] => {
  const hits: UnspacedHit[] = [];
  for (let at = 0; at < text.length; at++) {
    const first = text[at] ?? '';
    if (!unspaced.test(first) || (language === 'ko' && joinsHangul.test(text[at - 1] ?? ' '))) continue;
    for (let length = longestName; length > 1; length--) {
      const entry = unspacedNames.get(text.slice(at, at + length));
      if (!entry) continue;
      if (katakana.test(first) && (katakana.test(text[at - 1] ?? ' ') || katakana.test(text[at + length] ?? ' ')))
        continue;
      hits.push({ entry, start: at, end: at + length });
      at += length - 1;
      break;
    }
  }
  return hits;
};
