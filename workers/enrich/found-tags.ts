import type { Mention } from '../../schemas/item.ts';

/** A mention in one running text: offsets are UTF-16 units into that text. */
export type FoundMention = Omit<Mention, 'in'>;

/** A country that the finder saw in a text, mentions in order; how much it weighs there is decided later. */
export interface FoundCountry {
  code: string;
  mentions: FoundMention[];
  /** 0 to 1. */
  confidence: number;
}

/** A person that the finder saw in a text, under the fullest name that the text itself gives. */
export interface FoundPerson {
  key: string;
  name: string;
  role: string | null;
  mentions: FoundMention[];
  /** 0 to 1. */
  confidence: number;
}
