import type { FoundName } from './people/find-people.ts';
import { findPeople } from './people/find-people.ts';
import { guessLanguage } from './text/guess-language.ts';
import type { Token } from './text/tokenize.ts';
import { tokenize } from './text/tokenize.ts';

/** A text cut into words, with the persons' names found in it; `language` is two letters. */
export interface ReadText {
  text: string;
  language: string;
  tokens: readonly Token[];
  names: readonly FoundName[];
}

const between = '\n\n';

/**
 * Reads the texts of one page. Names are looked for in all texts of a language at once: the tagger reads twice, so a
 * surname that stands alone in one item is known from the item that names its bearer in full. `language` is a BCP 47 tag, or null: then guessed.
 */
export const readTexts = (texts: readonly { text: string; language: string | null }[]): ReadText[] => {
  const read = texts.map(({ text, language }): ReadText => {
    const tongue = language ? (language.toLowerCase().split(/[-_]/)[0] ?? 'en') : guessLanguage(text);
    return { text, language: tongue, tokens: tokenize(text), names: [] };
  });
  const groups = new Map<string, ReadText[]>();
  for (const one of read) {
    const group = groups.get(one.language);
    if (group) group.push(one);
    else groups.set(one.language, [one]);
  }
  for (const [language, group] of groups) findTogether(group, language);
  return read;
};

const findTogether = (group: readonly ReadText[], language: string): void => {
  const [only] = group;
  if (only && group.length === 1) {
    only.names = findPeople(only.text, only.tokens, language);
    return;
  }
  const tokens: Token[] = [];
  let offset = 0;
  const starts = group.map((one) => {
    const start = { token: tokens.length, offset };
    for (const [at, token] of one.tokens.entries()) {
      const gap = at === 0 && offset > 0 ? between : token.gap;
      tokens.push({ ...token, gap, start: token.start + offset, end: token.end + offset });
    }
    offset += one.text.length + between.length;
    return start;
  });
  const names = findPeople(group.map(({ text }) => text).join(between), tokens, language);
  let next = 0;
  for (const [at, one] of group.entries()) {
    const { token: base, offset: shift } = starts[at] ?? { token: 0, offset: 0 };
    const end = base + one.tokens.length;
    const mine: FoundName[] = [];
    for (let name = names[next]; name && name.first < end; name = names[++next]) {
      const local = { start: name.start - shift, end: name.end - shift };
      mine.push({ ...name, ...local, first: name.first - base, last: name.last - base });
    }
    one.names = mine;
  }
};
