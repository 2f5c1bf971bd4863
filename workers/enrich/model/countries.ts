// Made by `npm run train -- countries`; countries.md beside it says from what.
/** A country whose chance is below this is not tagged. */
export const countryThreshold = 0.54;
/** Weights of the evidence, in the order of `evidenceNames`. */
export const countryWeights: readonly number[] = [
  -0.7006, // bias
  4.9533, // clean name
  2.9335, // clean demonym
  1.3893, // clean capital
  0.9357, // clean city
  0.1575, // clean middling
  -1.7172, // clean town
  1.4375, // clean region
  1.5129, // clean metonym
  -0.3479, // clean institution
  1.6508, // only doubtful name
  0.8494, // only doubtful demonym
  2.0219, // only doubtful capital
  0.7234, // only doubtful city
  -0.1962, // only doubtful middling
  -0.2245, // only doubtful town
  1.3009, // only doubtful region
  0.0327, // only doubtful metonym
  -0.2823, // only doubtful institution
  -0.2868, // log mentions
  1.1539, // share of mentions, whole from a quarter on
  0.0106, // early
  1.1963, // after a preposition
  -2.0379, // always beside a capital
  0.3503, // lower case elsewhere
  -0.3592, // always begins a sentence
  -0.5507, // namesakes
  0.824, // namesake supported
  2.5979, // several phrases
  0.2494, // clean names of others
  -0.0802, // home of the language
  -0.9244, // unspaced script
  -0.4372, // always inflected by a stem
  -0.6615, // long ending
  0.4133, // acronym only
  0.1367, // demonym before a capital
  -0.2812, // one mention
  0.6524, // one lone demonym
  -0.3119, // one lone city
  0.5796, // one lone institution
  -0.3398, // Cyrillic
  1.2295, // Cyrillic, by places alone
  -0.5759, // Cyrillic, one mention
];
