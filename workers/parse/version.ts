/** Name of this parser; every item version carries it, so that a replay can tell old output from new. */
export const parserVersion = 'parse-1';
