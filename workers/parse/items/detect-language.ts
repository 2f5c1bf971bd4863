import { eld } from 'eld/extrasmall';

/** More text than this changes no answer and costs time. */
const readChars = 600;
/** Fewer letters than this are a name or a label: the page's own word counts for more. */
const fewestLetters = 40;

const known = new Set(Object.values(eld.info().Languages));
/** Tags that publishers write for what the detector has under another one. */
const sameAs = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
  ['iw', 'he'],
  ['fil', 'tl'],
  ['bs', 'hr'],
  ['sr', 'hr'],
]);

/**
 * The language of a text as a two-letter code: what the text itself shows; `declared`, the page's own tag, where the text
 * is too short, unclear, or in a language that the detector does not know. Null where neither says anything.
 */
export function detectLanguage(text: string, declared: string | null): string | null {
  const sample = text.slice(0, readChars);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return declared;
  const found = eld.detect(sample);
  if (found.language === '') return declared;
  if (declared === null) return found.language;
  const expected = sameAs.get(declared) ?? declared;
  const isTold =
    known.has(expected) && found.isReliable() && (sameAs.get(found.language) ?? found.language) !== expected;
  return isTold ? found.language : declared;
}
