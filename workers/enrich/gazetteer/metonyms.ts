/** Seats, parliaments, agencies and forces that stand for a state: code | metonyms | institutions. English, written by us. */
export const englishMetonyms = `
US|White House,Oval Office,Capitol Hill,Foggy Bottom,Washington DC,Washington D.C.,District of Columbia,D.C.,DC|Pentagon,State Department,Department of State,FBI,CIA,NASA,Federal Reserve,Justice Department,Department of Justice,Treasury Department,Department of Defense,Defense Department,Homeland Security,Supreme Court of the United States,U.S. Congress,Medicaid,Medicare,Democratic Party,Republican Party,GOP,Republicans,Democrats,Democrat,Republican,IRS,FAA,NTSB,NOAA,CDC,FEMA,FDA,Food and Drug Administration,Centers for Disease Control,Secret Service,National Weather Service,Environmental Protection Agency,EPA,USDA,NSA,National Security Agency,NYPD,LAPD,USAID,DHS,SEC filings,Securities and Exchange Commission,Federal Trade Commission,FTC,Federal Aviation Administration,National Transportation Safety Board,Internal Revenue Service,MLB,Super Bowl,Fox News,Library of Congress,Smithsonian,West Point,Obamacare,Affordable Care Act,Ivy League,DEA,NHTSA,Ku Klux Klan
RU|Kremlin,Red Square|Duma,State Duma,FSB,Roscosmos,Bolshoi,Wagner Group,Wagner mercenaries,Gazprom,Rosneft,RIA,Tass
GB|Downing Street,Whitehall,Westminster,Buckingham Palace,Holyrood,Kensington Palace,Windsor Castle,Balmoral,Scotland Yard,City of London,No 10,Fleet Street,Sandringham|House of Commons,House of Lords,MI5,MI6,Bank of England,NHS,BBC,Premier League,Labour Party,Tory,Tories,Metropolitan Police,Met Police,Ofcom,Ofsted,HMRC,RAF,Royal Navy,Royal Air Force,Senedd,Foreign Office,Home Office,Liberal Democrats,Lib Dem,Lib Dems,Brexit
CN|Zhongnanhai,Tiananmen,Tiananmen Square,Great Wall|People's Liberation Army,PLA,Chinese Communist Party,CCP,Xinhua,National People's Congress
FR|Elysee,Elysee Palace,Quai d'Orsay,Matignon|Tour de France,Ligue 1
DE||Bundestag,Bundeswehr,Bundesrat,Bundesliga,Reichstag,CDU,AfD,SPD,Bundesbank,Luftwaffe
IL||Knesset,IDF,Mossad,Shin Bet,Likud,Israel Defense Forces,Iron Dome
IR||IRGC,Revolutionary Guard,Revolutionary Guards,Majlis,Islamic Revolutionary Guard Corps,Quds Force
UA|Bankova|Verkhovna Rada,Rada,SBU
IN|Lok Sabha,Rajya Sabha|BJP,Bharatiya Janata Party,Reserve Bank of India,Modi government
PK||ISI,Pakistan Tehreek-e-Insaf
KR|Blue House|Yonhap,Samsung headquarters
JP||Diet Building,Bank of Japan,Nikkei
PS||Hamas,Fatah,Palestinian Islamic Jihad,PLO
LB||Hezbollah,Hizbullah
YE||Houthi,Houthis
AF||Taliban
ES|Moncloa|La Liga,Guardia Civil,Cortes Generales
IT|Quirinal,Palazzo Chigi|Carabinieri,Serie A
PL|Sejm|
TR||AKP,Bayraktar,PKK
AU||Reserve Bank of Australia,AFL,NRL
CA|Parliament Hill|RCMP,Royal Canadian Mounted Police
VA||Vatican
ZA|Union Buildings|ANC,African National Congress,Eskom
PH|Malacanang|
HU||Fidesz
CH|Bundeshaus|
AZ||Milli Majlis,SOCAR
AT||Nationalrat
`;

/** Phrases that hold a country's or city's name and mean none: seas, media, species, dishes, clubs, former states. */
export const blockedPhrases =
  'South China Sea,East China Sea,Philippine Sea,Sea of Japan,Gulf of Mexico,Gulf of Oman,Gulf of Guinea,Gulf of Thailand,Indian Ocean,Persian Gulf,English Channel,Irish Sea,' +
  'New York Times,The New York Times,Washington Post,The Washington Post,Los Angeles Times,Wall Street Journal,Chicago Tribune,Boston Globe,Miami Herald,' +
  'Jerusalem Post,Times of India,Times of Israel,South China Morning Post,Japan Times,Moscow Times,Kyiv Independent,Kyiv Post,Houston Chronicle,' +
  'New Yorker,American football,American Express,American Airlines,British Airways,Bank of America,Air France,Air India,Deutsche Bank,Deutsche Telekom,' +
  'guinea pig,guinea pigs,Guinea pig,French fries,French toast,French bulldog,German shepherd,Great Dane,Danish pastry,Brazil nut,Brazil nuts,Turkey Day,Thanksgiving turkey,' +
  'Swiss cheese,Greek yogurt,Greek yoghurt,Irish setter,English literature,English language,Spanish language,Spanish-language,English-language,Panama Papers,' +
  'Manchester United,Manchester City,Paris Saint-Germain,Paris St-Germain,Paris Hilton,Jack London,Paris climate accord,Paris Agreement,Paris climate agreement,' +
  'Geneva Conventions,Geneva Convention,Minsk Group,Minsk agreements,Rome Statute,Warsaw Pact,Ottoman Empire,Soviet Union,Vienna Convention,Kyoto Protocol,' +
  'East Germany,West Germany,Roman Catholic,Roman Empire,South America,North America,Latin America,Central America,Latin American,South American,North American,' +
  'Central American,Latin Americans,Spanish flu,Stockholm syndrome,Indo-Pacific,Indo-European,Anglo-Saxon,African Union,European Union,Prince of Wales,' +
  'Duke of Sussex,Duchess of Sussex,Duke of Edinburgh,Duke of York,Duchess of Cambridge,Duke of Cambridge,Princess of Wales,Premier League club,' +
  'Formosa Plastics,Cologne Water,Vienna sausage,Holland Park,Victoria Falls,Kentucky Fried Chicken,Texas Instruments,Berlin Wall,Bermuda shorts,' +
  'Korean War,Korean Peninsula,Korean peninsula,Korean Air,Jordan River,Congo River,Niger River,Niger Delta,Michael Jordan,Air Jordan,Air Jordans';

/** Phrases whose country differs from that of the name inside them: code|phrases. */
export const otherwisePhrases = `
US|New Mexico,Georgia State,Atlanta Georgia,Georgia Tech,University of Georgia,Georgia Bulldogs,Augusta Georgia,Paris Texas,New London,Native American,Native Americans,Indiana,Central Georgia,Georgia Power,Georgia runoff,Georgia Senate,Georgia House,American Indian,American Indians,Lebanon Pennsylvania,Moscow Idaho,Cambridge Massachusetts,East Lansing,West Lafayette,Delaware Valley
AS|American Samoa,American Samoan,American Samoans
NG|Niger State,Niger Delta
GN|Republic of Guinea
GW|Guinea-Bissau,Guinea Bissau
GQ|Equatorial Guinea
PG|Papua New Guinea
CD|Democratic Republic of the Congo
GB|Northern Ireland,Northern Irish,New South Wales borders,London Bridge
AU|New South Wales
CA|New Westminster,London Ontario,New Brunswick
KP|North Korea,North Korean,North Koreans
SS|South Sudan,South Sudanese
CN|Inner Mongolia
ZA|South Africa
GE|Republic of Georgia
IQ|Iraqi Kurdistan
`;
