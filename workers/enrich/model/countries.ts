// Made by `npm run train -- countries`; countries.md beside it says from what.
/** A country whose chance is below this is not tagged. */
export const countryThreshold = 0.6;
/** Weights of the evidence, in the order of `evidenceNames`. */
export const countryWeights: readonly number[] = [
  -0.6412, // bias
  4.7207, // clean name
  2.9326, // clean demonym
  1.8183, // clean capital
  1.3491, // clean city
  -0.0892, // clean middling
  -1.9844, // clean town
  1.3334, // clean region
  1.2423, // clean metonym
  -0.3643, // clean institution
  1.7604, // only doubtful name
  0.9418, // only doubtful demonym
  2.1258, // only doubtful capital
  0.7323, // only doubtful city
  -0.2078, // only doubtful middling
  -0.5791, // only doubtful town
  1.1755, // only doubtful region
  0.0179, // only doubtful metonym
  -0.3161, // only doubtful institution
  -0.2651, // log mentions
  1.0576, // share of mentions, whole from a quarter on
  0.0732, // early
  1.3317, // after a preposition
  -1.7123, // always beside a capital
  0.1672, // lower case elsewhere
  -0.2642, // always begins a sentence
  -0.5189, // namesakes
  0.8727, // namesake supported
  2.406, // several phrases
  0.1936, // clean names of others
  -0.0638, // home of the language
  -0.7907, // unspaced script
  -0.49, // always inflected by a stem
  -0.8753, // long ending
  0.4871, // acronym only
  0.1612, // demonym before a capital
  -0.4827, // one mention
  0.5616, // one lone demonym
  -0.3319, // one lone city
  0.6728, // one lone institution
];
