import { tokenize } from '../../workers/enrich/text/tokenize.ts';
import type { Doubtful } from './doubtful-words.ts';
import type { How } from './written-names.ts';

/**
 * How a phrase is matched: `=` as it stands, `!` acronym letter by letter, `.` abbreviated state, `*` beginning of a word with any ending,
 * `n` with a name's endings ("росси+я": what follows "+" chooses them), `d` with an adjective's or demonym's, `p` with a noun's for people, `u` inside unspaced text.
 */
export type Kind = '=' | '!' | '.' | '*' | 'n' | 'd' | 'p' | 'u';
type Meaning = { codes: string[]; how: How; size: number; doubtful: boolean };

export const key = (phrase: string): string =>
  tokenize(phrase)
    .map(({ folded }) => folded)
    .join(' ');

/** The phrases of one language; what is added first stands. */
export class Section {
  readonly #entries = new Map<string, Meaning>();
  readonly #doubtful: Doubtful | null;

  constructor(doubtful: Doubtful | null) {
    this.#doubtful = doubtful;
  }

  has(kind: Kind, phrase: string): boolean {
    return this.#entries.has(`${kind}${phrase}`);
  }

  add(kind: Kind, phrase: string, code: string | null, how: How, size = 0): void {
    if (!phrase) return;
    const id = `${kind}${phrase}`;
    const known = this.#entries.get(id);
    if (!known) {
      this.#entries.set(id, { codes: code ? code.split('+') : [], how, size, doubtful: this.#isDoubtful(phrase, how) });
    } else if (
      code &&
      known.how === how &&
      !known.codes.includes(code) &&
      known.codes.length > 0 &&
      known.codes.length < 3
    ) {
      known.codes.push(code);
    }
  }

  // French is French; Polish and Poles are also polish and poles.
  #isDoubtful(phrase: string, how: How): boolean {
    if (!this.#doubtful || (how === 'demonym' && !/^(?:pole|poles|polish|kiwi|kiwis)$/.test(phrase))) return false;
    return this.#doubtful.words.has(phrase) || this.#doubtful.people.has(phrase);
  }

  lines(): string {
    const grouped = new Map<string, string[]>();
    for (const [id, { codes, how, size, doubtful }] of this.#entries) {
      const head = `${letters[how]}${size}${doubtful ? '?' : ''}|${codes.join('+')}|${id[0]}`;
      grouped.set(head, [...(grouped.get(head) ?? []), id.slice(1)]);
    }
    return [...grouped].map(([head, phrases]) => `${head}|${phrases.join(';')}`).join('\n');
  }
}

const letters: Record<How, string> = {
  name: 'n',
  demonym: 'd',
  capital: 'c',
  city: 't',
  region: 'r',
  metonym: 'm',
  institution: 'i',
};
