// Made by `npm run train -- countries`; countries.md beside it says from what.
/** A country whose chance is below this is not tagged. */
export const countryThreshold = 0.56;
/** Weights of the evidence, in the order of `evidenceNames`. */
export const countryWeights: readonly number[] = [
  -0.6724, // bias
  5.0073, // clean name
  2.9168, // clean demonym
  1.3773, // clean capital
  0.9212, // clean city
  0.1418, // clean middling
  -1.7247, // clean town
  1.4304, // clean region
  1.5564, // clean metonym
  -0.3591, // clean institution
  1.6013, // only doubtful name
  0.8765, // only doubtful demonym
  2.0029, // only doubtful capital
  0.748, // only doubtful city
  -0.2011, // only doubtful middling
  -0.2048, // only doubtful town
  1.2928, // only doubtful region
  0.0352, // only doubtful metonym
  -0.2891, // only doubtful institution
  -0.2903, // log mentions
  1.1677, // share of mentions, whole from a quarter on
  0.0114, // early
  1.173, // after a preposition
  -2.0391, // always beside a capital
  0.3544, // lower case elsewhere
  -0.3729, // always begins a sentence
  -0.7548, // namesakes
  0.898, // namesake supported
  2.5856, // several phrases
  0.2462, // clean names of others
  -0.0848, // home of the language
  -0.9626, // unspaced script
  -0.4662, // always inflected by a stem
  -0.6234, // long ending
  0.408, // acronym only
  0.1388, // demonym before a capital
  -0.2978, // one mention
  0.6941, // one lone demonym
  -0.2889, // one lone city
  0.59, // one lone institution
  -0.4017, // Cyrillic
  1.3114, // Cyrillic, by places alone
  -0.6032, // Cyrillic, one mention
];
