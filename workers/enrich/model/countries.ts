// Made by `npm run train -- countries`; countries.md beside it says from what.
/** A country whose chance is below this is not tagged. */
export const countryThreshold = 0.6;
/** Weights of the evidence, in the order of `evidenceNames`. */
export const countryWeights: readonly number[] = [
  -0.5003, // bias
  4.563, // clean name
  2.8888, // clean demonym
  1.8044, // clean capital
  1.3354, // clean city
  -0.1456, // clean middling
  -2.0668, // clean town
  1.4822, // clean region
  1.2287, // clean metonym
  -0.4228, // clean institution
  1.75, // only doubtful name
  0.9255, // only doubtful demonym
  2.1401, // only doubtful capital
  0.8357, // only doubtful city
  -0.1841, // only doubtful middling
  -0.5486, // only doubtful town
  1.2993, // only doubtful region
  0.0157, // only doubtful metonym
  -0.2724, // only doubtful institution
  -0.2657, // log mentions
  1.0066, // share of mentions, whole from a quarter on
  0.0777, // early
  1.3401, // after a preposition
  -1.9487, // always beside a capital
  0.1618, // lower case elsewhere
  -0.2967, // always begins a sentence
  -0.5959, // namesakes
  0.8882, // namesake supported
  2.4035, // several phrases
  0.1745, // clean names of others
  -0.0793, // home of the language
  -0.7277, // unspaced script
  -0.6005, // always inflected by a stem
  -0.8176, // long ending
  0.4875, // acronym only
  -0.2199, // demonym before a capital
  -0.4861, // one mention
  0.6174, // one lone demonym
  -0.3498, // one lone city
  0.6694, // one lone institution
];
