// Made by `npm run train -- countries`; countries.md beside it says from what.
/** A country whose chance is below this is not tagged. */
export const countryThreshold = 0.52;
/** Weights of the evidence, in the order of `evidenceNames`. */
export const countryWeights: readonly number[] = [
  -0.7276, // bias
  5.0432, // clean name
  3.006, // clean demonym
  1.472, // clean capital
  0.8893, // clean city
  -0.0595, // clean middling
  -1.8648, // clean town
  1.493, // clean region
  1.576, // clean metonym
  -0.2927, // clean institution
  1.7211, // only doubtful name
  0.9165, // only doubtful demonym
  2.1504, // only doubtful capital
  0.8804, // only doubtful city
  -0.1729, // only doubtful middling
  -0.5216, // only doubtful town
  1.3181, // only doubtful region
  0.0267, // only doubtful metonym
  -0.2893, // only doubtful institution
  -0.2281, // log mentions
  1.03, // share of mentions, whole from a quarter on
  -0.0005, // early
  1.2878, // after a preposition
  -1.972, // always beside a capital
  0.0822, // lower case elsewhere
  -0.3902, // always begins a sentence
  -0.5448, // namesakes
  0.8899, // namesake supported
  2.6638, // several phrases
  0.2089, // clean names of others
  -0.099, // home of the language
  -0.9411, // unspaced script
  -0.7324, // always inflected by a stem
  -0.4382, // long ending
  0.4697, // acronym only
  0.0801, // demonym before a capital
  -0.2346, // one mention
  0.6166, // one lone demonym
  -0.4501, // one lone city
  0.5985, // one lone institution
  -0.1978, // Cyrillic
  1.3887, // Cyrillic, by places alone
  -0.4769, // Cyrillic, one mention
];
