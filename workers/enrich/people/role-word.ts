import { bodyWords, roleWords } from '../lexicon/name-cues.ts';
import { wordStem } from './word-stem.ts';

// German writes the office as one word: Verkehrsministerin, Fraktionschef, Konzernsprecher.
const germanOffice =
  /(?:minister|prasident|chef|kanzler|sprecher|trainer|meister|direktor|leiter|sekretar|vorsitzend|beauftragt|politiker|experte?|forscher|anwalt|richter|kommissar|manager|spieler|torwart|rat|senator|general|professor|autor)(?:in|e|er|en|s)?$/;
const germanBody =
  /(?:universitat|schule|klinik|kirche|flughafen|bahnhof|brucke|strasse|platz|ministerium|verband|verein|partei|gericht|museum|theater|stadion|pokal|preis|liga|zeitung|stiftung|gesellschaft)(?:en|n|s|es)?$/;

const inflecting = new Set(['ru', 'uk', 'az', 'tr']);
/** Are offices looked up by their stem in this language? */
export const isInflecting = (language: string): boolean => inflecting.has(language);
// Shorter words share their stem with too much.
const shortestInflected = 5;

const stemsOf = (words: ReadonlySet<string>): ReadonlySet<string> => {
  const stems = new Set<string>();
  for (const word of words)
    if (word.length >= shortestInflected - 1)
      for (const language of ['ru', 'az']) stems.add(wordStem(word, language).key);
  return stems;
};
const roleStems = stemsOf(roleWords);
const bodyStems = stemsOf(bodyWords);

/** Is the word an office or a title, in any case form? `folded` as in the lists, `key` its stem. */
export const isRoleWord = (folded: string, key: string, language: string): boolean =>
  roleWords.has(folded) ||
  (language === 'de' && germanOffice.test(folded)) ||
  (inflecting.has(language) && folded.length >= shortestInflected && roleStems.has(key));

/** Does the word head the name of a body, place or thing (university, street, prize), in any case form? */
export const isBodyWord = (folded: string, key: string, language: string): boolean =>
  bodyWords.has(folded) ||
  (language === 'de' && germanBody.test(folded)) ||
  (inflecting.has(language) && folded.length >= shortestInflected && bodyStems.has(key));
