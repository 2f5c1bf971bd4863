// Made by `npm run train -- countries`; countries.md beside it says from what.
/** A country whose chance is below this is not tagged. */
export const countryThreshold = 0.62;
/** Weights of the evidence, in the order of `evidenceNames`. */
export const countryWeights: readonly number[] = [
  -0.5191, // bias
  4.5707, // clean name
  2.8864, // clean demonym
  1.8619, // clean capital
  1.3483, // clean city
  -0.1572, // clean middling
  -1.9917, // clean town
  1.4742, // clean region
  1.2498, // clean metonym
  -0.4252, // clean institution
  1.7475, // only doubtful name
  0.9265, // only doubtful demonym
  2.1653, // only doubtful capital
  0.8534, // only doubtful city
  -0.1836, // only doubtful middling
  -0.5722, // only doubtful town
  1.3033, // only doubtful region
  0.0143, // only doubtful metonym
  -0.3021, // only doubtful institution
  -0.2227, // log mentions
  0.9885, // share of mentions, whole from a quarter on
  0.0201, // early
  1.3184, // after a preposition
  -1.9426, // always beside a capital
  0.1649, // lower case elsewhere
  -0.2909, // always begins a sentence
  -0.5781, // namesakes
  0.8577, // namesake supported
  2.4973, // several phrases
  0.1745, // clean names of others
  -0.0796, // home of the language
  -0.7397, // unspaced script
  -0.6476, // always inflected by a stem
  -0.7658, // long ending
  0.4798, // acronym only
  -0.2156, // demonym before a capital
  -0.45, // one mention
  0.6117, // one lone demonym
  -0.3806, // one lone city
  0.7259, // one lone institution
];
