/** States and territories of the United States; `Georgia` is decided by context in find-countries. */
export const americanStates =
  'Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,' +
  'Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,' +
  'New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,' +
  'Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Washington State,Washington state,New England,Calif.,Fla.,Ariz.,Mich.,Tenn.,Wis.,' +
  'Conn.,Okla.,Minn.,Ill.,Ky.,Ala.,Ark.,Colo.,Neb.,Nev.,Ore.,Wyo.,Mont.,Texan,Texans,Californian,Californians,Floridian,Floridians,Hawaiian,Alaskan,' +
  'Puerto Rico bankruptcy';

/** Cities, counties and landmarks of the United States that newspapers name without their state. */
export const americanPlaces =
  'New York City,Manhattan,Brooklyn,Bronx,Queens,Harlem,Staten Island,Long Island,Los Angeles,Hollywood,Chicago,Houston,Philadelphia,Phoenix,San Antonio,' +
  'San Diego,Dallas,San Jose,Austin,Jacksonville,San Francisco,Indianapolis,Seattle,Denver,Boston,Detroit,Nashville,Memphis,Portland,Las Vegas,Louisville,' +
  'Baltimore,Milwaukee,Albuquerque,Tucson,Fresno,Sacramento,Mesa,Atlanta,Kansas City,Omaha,Miami,Oakland,Minneapolis,Tulsa,Tampa,New Orleans,Wichita,' +
  'Cleveland,Bakersfield,Honolulu,Anaheim,Santa Ana,Cincinnati,Pittsburgh,St. Louis,Saint Louis,Orlando,Buffalo,Salt Lake City,Charlotte,Raleigh,' +
  'Richmond,Des Moines,Little Rock,Baton Rouge,Boise,Anchorage,Fort Worth,El Paso,Fort Lauderdale,West Palm Beach,Palm Beach,Mar-a-Lago,Palo Alto,' +
  'Silicon Valley,Berkeley,Malibu,Pasadena,Beverly Hills,Santa Monica,Long Beach,Orange County,Maui,Waikiki,Oahu,Lahaina,Uvalde,Parkland,Sandy Hook,Newtown,' +
  'Ferguson,Charlottesville,Charleston,Savannah,Tallahassee,Gainesville,Pensacola,St. Petersburg Florida,Fort Myers,Daytona Beach,Key West,Cape Canaveral,' +
  'Kennedy Space Center,Martha’s Vineyard,Cape Cod,Nantucket,Camp David,Fort Bragg,Guam base,Pearl Harbor,Ground Zero,Times Square,Wall Street,Broadway,Bay Area,' +
  'Central Park,Yellowstone,Yosemite,Grand Canyon,Aspen,Spokane,Tacoma,Reno,Chattanooga,Knoxville,Birmingham Alabama,Tuscaloosa,Huntsville,Tuskegee,' +
  'Lexington Kentucky,Toledo,Akron,Dayton,Columbus,Ann Arbor,Grand Rapids,Lansing,Flint,Madison Wisconsin,Kenosha,Green Bay,Duluth,Fargo,Sioux Falls,' +
  'Cheyenne,Santa Fe,Scottsdale,Tempe,Maricopa County,Clark County,Cook County,Harris County,Miami-Dade,Broward,Brevard County,Los Angeles County,Providence,' +
  'Hartford,New Haven,Newark,Jersey City,Atlantic City,Trenton,Albany,Rochester,Syracuse,Ithaca,Hudson Valley,Poughkeepsie,Westchester,Yonkers,Hamptons,' +
  'Appalachia,Midwest,Rust Belt,Sun Belt,Deep South,East Coast,West Coast,Rio Grande Valley,Gulf Coast,Arlington,Quantico,Langley,Annapolis,Norfolk Virginia,' +
  'Lake Tahoe,Napa,Napa Valley,Sonoma,Laredo,Corpus Christi,Lubbock,Amarillo,Waco,Galveston,Plano,Coachella,Burbank,Cupertino,Mountain View,Menlo Park,' +
  'Butler,Springfield,Shreveport,Biloxi,Gulfport,Asheville,Greensboro,Winston-Salem,Fayetteville,Myrtle Beach,Hilton Head,Mount Rushmore,Rikers Island';
