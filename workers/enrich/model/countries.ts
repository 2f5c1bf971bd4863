// Made by `npm run train -- countries`; countries.md beside it says from what.
/** A country whose chance is below this is not tagged. */
export const countryThreshold = 0.6;
/** Weights of the evidence, in the order of `evidenceNames`. */
export const countryWeights: readonly number[] = [
  -0.6185, // bias
  4.6754, // clean name
  2.925, // clean demonym
  1.8123, // clean capital
  1.3448, // clean city
  -0.0898, // clean middling
  -2.0195, // clean town
  1.5291, // clean region
  1.2302, // clean metonym
  -0.369, // clean institution
  1.7134, // only doubtful name
  0.9354, // only doubtful demonym
  2.1207, // only doubtful capital
  0.7308, // only doubtful city
  -0.214, // only doubtful middling
  -0.5737, // only doubtful town
  1.1582, // only doubtful region
  0.0181, // only doubtful metonym
  -0.3163, // only doubtful institution
  -0.2659, // log mentions
  1.0508, // share of mentions, whole from a quarter on
  0.0657, // early
  1.3237, // after a preposition
  -1.7158, // always beside a capital
  0.1836, // lower case elsewhere
  -0.2807, // always begins a sentence
  -0.5234, // namesakes
  0.877, // namesake supported
  2.4042, // several phrases
  0.2031, // clean names of others
  -0.0819, // home of the language
  -0.7802, // unspaced script
  -0.493, // always inflected by a stem
  -0.8792, // long ending
  0.4945, // acronym only
  0.1577, // demonym before a capital
  -0.4643, // one mention
  0.5329, // one lone demonym
  -0.3646, // one lone city
  0.6433, // one lone institution
];
