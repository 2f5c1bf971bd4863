/** ISO 3166-1 alpha-2 codes that have no line in `englishCountries`: small states and territories, known by name alone. */
export const smallCodes =
  'AG AI AS AW AX BL BM BQ CK CW CX CC FK FM FO GP IM JE KI KY MF MH MP MQ MS NF NR NU PM PN PW RE SH SJ SX TC TK TV VG WF YT PF'.split(
    ' ',
  );
