// Made by `npm run train -- countries`; countries.md beside it says from what.
/** A country whose chance is below this is not tagged. */
export const countryThreshold = 0.5;
/** Weights of the evidence, in the order of `evidenceNames`. */
export const countryWeights: readonly number[] = [
  -0.7751, // bias
  5.019, // clean name
  2.9992, // clean demonym
  1.4833, // clean capital
  0.9292, // clean city
  -0.062, // clean middling
  -1.8462, // clean town
  1.4936, // clean region
  1.5928, // clean metonym
  -0.2704, // clean institution
  1.6861, // only doubtful name
  0.886, // only doubtful demonym
  2.1418, // only doubtful capital
  0.8756, // only doubtful city
  -0.1825, // only doubtful middling
  -0.5185, // only doubtful town
  1.325, // only doubtful region
  0.0276, // only doubtful metonym
  -0.2818, // only doubtful institution
  -0.2365, // log mentions
  1.1163, // share of mentions, whole from a quarter on
  0.0014, // early
  1.2783, // after a preposition
  -1.9702, // always beside a capital
  0.1139, // lower case elsewhere
  -0.3924, // always begins a sentence
  -0.5607, // namesakes
  0.8878, // namesake supported
  2.6836, // several phrases
  0.2306, // clean names of others
  -0.1773, // home of the language
  -0.928, // unspaced script
  -0.6391, // always inflected by a stem
  -0.5551, // long ending
  0.4836, // acronym only
  0.0646, // demonym before a capital
  -0.2166, // one mention
  0.6296, // one lone demonym
  -0.4195, // one lone city
  0.5913, // one lone institution
  -0.2233, // Cyrillic
  1.2903, // Cyrillic, by places alone
  -0.5289, // Cyrillic, one mention
];
