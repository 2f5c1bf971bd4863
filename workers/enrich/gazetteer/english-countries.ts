/** One country a line: code | other names | demonyms and adjectives | capital | cities, provinces, landmarks. English, written by us. */
export const englishCountries = `
AD|||Andorra la Vella|
AE|UAE,Emirates|Emirati,Emiratis|Abu Dhabi|Dubai,Sharjah,Ras Al Khaimah,Fujairah
AF||Afghan,Afghans,Afghani|Kabul|Kandahar,Herat,Mazar-i-Sharif,Jalalabad,Kunduz,Helmand,Panjshir,Bagram
AL||Albanian,Albanians|Tirana|Durres,Vlore
AM||Armenian,Armenians|Yerevan|Gyumri,Vanadzor,Syunik,Meghri,Tavush
AO||Angolan,Angolans|Luanda|Lobito,Cabinda
AQ||||
AR||Argentine,Argentinian,Argentines,Argentinians|Buenos Aires|Rosario,Mendoza,Patagonia,Mar del Plata
AT||Austrian,Austrians|Vienna|Salzburg,Graz,Innsbruck,Linz,Tyrol,Klagenfurt
AU||Australian,Australians,Aussie,Aussies|Canberra|Sydney,Melbourne,Brisbane,Perth,Adelaide,Hobart,Queensland,Tasmania,New South Wales,Northern Territory,Western Australia,South Australia,Gold Coast,Great Barrier Reef,Darwin,Bondi,Cairns,NSW
AZ|Nagorno-Karabakh,Karabakh,Artsakh|Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku|Ganja,Sumgayit,Sumgait,Nakhchivan,Nakhichevan,Shusha,Lachin,Stepanakert,Khankendi,Aghdam,Fuzuli,Zangilan,Mingachevir,Lankaran,Kurdakhany,Absheron
BA|Bosnia,Bosnia-Herzegovina,Bosnia and Herzegovina|Bosnian,Bosnians|Sarajevo|Mostar,Srebrenica,Banja Luka,Republika Srpska
BB||Barbadian,Barbadians|Bridgetown|
BD||Bangladeshi,Bangladeshis|Dhaka|Chittagong,Cox's Bazar,Sylhet,Chattogram,Rohingya camps
BE||Belgian,Belgians|Brussels|Antwerp,Ghent,Bruges,Flanders,Wallonia,Liege,Charleroi,Leuven
BF||Burkinabe|Ouagadougou|
BG||Bulgarian,Bulgarians|Sofia|Plovdiv,Varna,Burgas
BH||Bahraini,Bahrainis|Manama|
BI||Burundian,Burundians|Bujumbura|Gitega
BJ||Beninese|Porto-Novo|Cotonou
BN||Bruneian,Bruneians|Bandar Seri Begawan|
BO||Bolivian,Bolivians|La Paz|Sucre,Cochabamba,Santa Cruz de la Sierra
BR||Brazilian,Brazilians|Brasilia|Sao Paulo,Rio de Janeiro,Rio,Salvador da Bahia,Belem,Manaus,Recife,Porto Alegre,Amazonas,Belo Horizonte,Curitiba,Fortaleza
BS||Bahamian,Bahamians||
BT||Bhutanese|Thimphu|
BW||Botswanan|Gaborone|
BY||Belarusian,Belarusians,Belarussian|Minsk|Brest-Litovsk,Gomel,Grodno,Vitebsk
BZ||Belizean,Belizeans|Belmopan|
CA||Canadian,Canadians|Ottawa|Toronto,Montreal,Vancouver,Calgary,Edmonton,Winnipeg,Quebec,Ontario,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland,Yukon,Nunavut,Halifax,Mississauga,Prince Edward Island,Saskatoon,Regina,Quebec City,Northwest Territories
CD|Congo,DRC,DR Congo,Democratic Republic of Congo,Democratic Republic of the Congo,Democratic Republic of Congo|Congolese|Kinshasa|Goma,Lubumbashi,Bukavu,Kivu,North Kivu,South Kivu,Ituri
CF|||Bangui|
CG|Republic of the Congo,Republic of Congo,Congo-Brazzaville||Brazzaville|Pointe-Noire
CH||Swiss|Bern|Geneva,Zurich,Basel,Lausanne,Davos,Lucerne,Zug,Lugano,Montreux
CI|Ivory Coast,Cote d'Ivoire|Ivorian,Ivorians|Yamoussoukro|Abidjan
CL||Chilean,Chileans|Santiago|Valparaiso,Atacama,Concepcion
CM||Cameroonian,Cameroonians|Yaounde|Douala
CN|PRC|Chinese|Beijing|Shanghai,Shenzhen,Guangzhou,Wuhan,Chongqing,Chengdu,Tianjin,Xinjiang,Tibet,Nanjing,Hangzhou,Guangdong,Sichuan,Hainan,Zhejiang,Yunnan,Hubei,Hebei,Henan,Jiangsu,Fujian,Inner Mongolia,Urumqi,Lhasa,Harbin,Xiamen,Qingdao,Peking,Xi'an,Dalian,Suzhou,Guangxi,Shandong,Shanxi,Shaanxi
CO||Colombian,Colombians|Bogota|Medellin,Cali,Cartagena,Barranquilla
CR||Costa Rican,Costa Ricans||
CU||Cuban,Cubans|Havana|Guantanamo,Guantanamo Bay
CV|Cape Verde|Cape Verdean,Cape Verdeans|Praia|
CY||Cypriot,Cypriots|Nicosia|Limassol,Larnaca,Paphos
CZ|Czech Republic,Czechia|Czech,Czechs|Prague|Brno,Ostrava,Bohemia,Moravia,Pilsen
DE||German,Germans|Berlin|Munich,Frankfurt,Hamburg,Cologne,Stuttgart,Dusseldorf,Leipzig,Dresden,Bavaria,Saxony,Brandenburg,Hesse,Bonn,Nuremberg,Hanover,Bremen,Thuringia,Lower Saxony,North Rhine-Westphalia,Baden-Wurttemberg,Ramstein,Magdeburg,Wolfsburg,Mannheim,Karlsruhe
DJ||Djiboutian||
DK||Danish,Danes,Dane|Copenhagen|Aarhus,Odense,Aalborg,Jutland,Billund
DM|||Roseau|
DO||Dominicans|Santo Domingo|Punta Cana
DZ||Algerian,Algerians|Algiers|Oran
EC||Ecuadorian,Ecuadorean,Ecuadorians|Quito|Guayaquil,Galapagos,Galapagos Islands
EE||Estonian,Estonians|Tallinn|Tartu,Narva
EG||Egyptian,Egyptians|Cairo|Alexandria Egypt,Sinai,Sharm el-Sheikh,Suez,Suez Canal,Giza,Luxor,Aswan,Rafah crossing
EH||Sahrawi||
ER||Eritrean,Eritreans|Asmara|
ES||Spanish,Spaniard,Spaniards|Madrid|Barcelona,Valencia,Seville,Catalonia,Andalusia,Bilbao,Basque Country,Malaga,Canary Islands,Tenerife,Mallorca,Majorca,Ibiza,Zaragoza,Galicia,Balearic Islands,Ceuta,Melilla,Gran Canaria,Granada
ET||Ethiopian,Ethiopians|Addis Ababa|Tigray,Oromia,Amhara,Mekelle
FI||Finnish,Finn,Finns|Helsinki|Tampere,Turku,Espoo,Lapland,Rovaniemi,Oulu
FJ||Fijian,Fijians|Suva|
FR||French,Frenchman,Frenchwoman|Paris|Marseille,Lyon,Toulouse,Nice,Strasbourg,Bordeaux,Lille,Nantes,Calais,Cannes,Normandy,Brittany,Provence,Corsica,Versailles,Rennes,Montpellier,Dunkirk,Alsace,Burgundy,Saint-Tropez,Roland Garros,Reims,Le Mans,Notre-Dame,Notre Dame Cathedral,Eiffel Tower,Louvre
GA||Gabonese|Libreville|
GB|UK,Britain,Great Britain,England,Scotland,Wales,Northern Ireland|British,Briton,Britons,Brit,Brits,English,Scottish,Scots,Scot,Welsh,Englishman,Northern Irish,Scotsman|London|Manchester,Liverpool,Birmingham,Glasgow,Edinburgh,Belfast,Cardiff,Leeds,Sheffield,Bristol,Newcastle,Oxford,Nottingham,Leicester,Southampton,Brighton,Yorkshire,Cornwall,Kent,Essex,Sussex,Surrey,Devon,Norfolk,Suffolk,Wembley,Wimbledon,Swansea,Aberdeen,Dundee,Coventry,Plymouth,Portsmouth,Salisbury,Stonehenge,Norwich,Hull,Derby,Sunderland,Wolverhampton,Stoke-on-Trent,Merseyside,Lancashire,Cumbria,Hertfordshire,Hampshire,Dorset,Somerset,Gloucestershire,Oxfordshire,Cambridgeshire,Lincolnshire,Derbyshire,Cheshire,Staffordshire,Warwickshire,Northumberland,Heathrow,Gatwick,Ulster,Londonderry,Inverness,Highlands,Midlands,Middlesbrough,Blackpool,Bournemouth,Exeter,Luton,Bradford,Wiltshire,Shropshire,Worcestershire,Buckinghamshire,Berkshire,Bedfordshire,Northamptonshire,Leicestershire,Nottinghamshire,Ascot,Silverstone,Westminster Abbey,Stormont,Falmouth,Dover,Hackney,Tottenham,Brixton,Grenfell,Anfield,Old Trafford
GD||Grenadian||
GE||Georgian,Georgians|Tbilisi|Batumi,Kutaisi,Abkhazia,South Ossetia,Tskhinvali,Sukhumi,Adjara,Gori
GF|||Cayenne|
GG||||
GH||Ghanaian,Ghanaians|Accra|Kumasi,Ashanti,Tamale
GI||||
GL||Greenlandic,Greenlander,Greenlanders|Nuuk|Pituffik
GM|Gambia,The Gambia|Gambian,Gambians|Banjul|
GN||Guinean,Guineans|Conakry|
GQ||Equatorial Guinean,Equatoguinean|Malabo|
GR||Greek,Greeks|Athens|Thessaloniki,Crete,Lesbos,Rhodes,Santorini,Mykonos,Corfu,Piraeus,Patras,Acropolis
GT||Guatemalan,Guatemalans||
GU||||
GW||||
GY||Guyanese|Georgetown Guyana|Essequibo
HK|Hong Kong|Hongkonger,Hongkongers,Hong Konger,Hong Kongers||Kowloon,Victoria Harbour
HN||Honduran,Hondurans|Tegucigalpa|San Pedro Sula
HR||Croatian,Croatians,Croat,Croats|Zagreb|Dubrovnik,Rijeka,Zadar
HT||Haitian,Haitians|Port-au-Prince|Cap-Haitien
HU||Hungarian,Hungarians|Budapest|Debrecen,Szeged
ID||Indonesian,Indonesians|Jakarta|Bali,Java,Sumatra,Aceh,Surabaya,Bandung,Sulawesi,Borneo,Nusantara,Yogyakarta,Lombok,West Papua,Medan
IE|Republic of Ireland|Irish,Irishman|Dublin|Cork,Galway,Limerick,Kerry,Donegal,Tipperary,Kilkenny,Waterford
IL||Israeli,Israelis|Jerusalem|Tel Aviv,Haifa,Eilat,Golan Heights,Negev,Beersheba,Ashkelon,Ashdod,Sderot,Nazareth,Galilee
IN||Indian,Indians|New Delhi|Delhi,Mumbai,Kolkata,Chennai,Bengaluru,Bangalore,Hyderabad,Kerala,Kashmir,Gujarat,Punjab,Tamil Nadu,Uttar Pradesh,Maharashtra,Rajasthan,Bihar,Assam,Manipur,West Bengal,Karnataka,Goa,Pune,Ahmedabad,Jammu,Jammu and Kashmir,Ladakh,Odisha,Telangana,Andhra Pradesh,Madhya Pradesh,Haryana,Jharkhand,Varanasi,Lucknow,Jaipur,Bollywood,Bombay,Calcutta,Ayodhya,Chhattisgarh,Himachal Pradesh,Uttarakhand,Kochi,Noida,Gurugram,Surat,Nagpur,Indore,Bhopal,Patna
IQ||Iraqi,Iraqis|Baghdad|Basra,Mosul,Erbil,Kirkuk,Fallujah,Najaf,Karbala,Iraqi Kurdistan,Anbar,Tikrit,Sulaymaniyah,Sinjar
IR|East Azerbaijan Province,West Azerbaijan Province,East Azerbaijan,West Azerbaijan,Islamic Republic of Iran|Iranian,Iranians|Tehran|Isfahan,Tabriz,Mashhad,Natanz,Fordow,Shiraz,Bushehr,Qom,Ardabil,Strait of Hormuz,Bandar Abbas,Ahvaz
IS||Icelandic,Icelander,Icelanders|Reykjavik|Grindavik
IT||Italian,Italians|Rome|Milan,Naples,Turin,Venice,Florence,Sicily,Sardinia,Lampedusa,Bologna,Genoa,Tuscany,Lombardy,Palermo,Verona,Trieste,Vesuvius,Pompeii,Amalfi,Padua,Bari,Bergamo,Lazio,Piedmont Italy,Cortina,Cortina d'Ampezzo,Monza
JM||Jamaican,Jamaicans|Kingston|Montego Bay
JO||Jordanian,Jordanians|Amman|Aqaba,Petra
JP||Japanese|Tokyo|Osaka,Kyoto,Hiroshima,Nagasaki,Fukushima,Okinawa,Hokkaido,Sapporo,Nagoya,Yokohama,Kobe,Fukuoka,Sendai,Kumamoto,Mount Fuji,Noto,Kansai,Kyushu,Narita,Haneda,Senkaku
KE||Kenyan,Kenyans|Nairobi|Mombasa,Kisumu,Eldoret,Nakuru,Kisii
KG||Kyrgyz,Kyrgyzstani|Bishkek|Osh
KH||Cambodian,Cambodians|Phnom Penh|Siem Reap,Angkor Wat
KM||Comorian||
KN||||
KP|North Korea,DPRK|North Korean,North Koreans|Pyongyang|Yongbyon,Kaesong
KR|South Korea,Republic of Korea,ROK,Korea|South Korean,South Koreans,Korean,Koreans|Seoul|Busan,Incheon,Jeju,Daegu,Daejeon,Gwangju,Pyeongchang,Itaewon,Suwon,Ulsan,Gyeonggi,Pohang
KW||Kuwaiti,Kuwaitis|Kuwait City|
KZ||Kazakh,Kazakhs,Kazakhstani|Astana|Almaty,Aktau,Nur-Sultan,Shymkent,Baikonur,Karaganda,Atyrau
LA|Laos,Lao PDR|Laotian,Laotians,Lao|Vientiane|Luang Prabang
LB||Lebanese|Beirut|Tyre Lebanon,Sidon,Baalbek,Bekaa,Bekaa Valley
LC|Saint Lucia,St Lucia,St. Lucia|||
LI||||
LK||Sri Lankan,Sri Lankans|Colombo|Kandy,Galle,Jaffna
LR||Liberian,Liberians|Monrovia|
LS||Basotho|Maseru|
LT||Lithuanian,Lithuanians|Vilnius|Kaunas,Klaipeda
LU||Luxembourgish|Luxembourg City|
LV||Latvian,Latvians|Riga|Daugavpils,Jurmala
LY||Libyan,Libyans|Tripoli|Benghazi,Misrata,Derna,Sirte
MA||Moroccan,Moroccans|Rabat|Casablanca,Marrakesh,Marrakech,Tangier,Agadir,Fez
MC||Monegasque|Monte Carlo|
MD||Moldovan,Moldovans|Chisinau|Transnistria,Tiraspol,Gagauzia
ME||Montenegrin,Montenegrins|Podgorica|
MG||Malagasy|Antananarivo|
MK|Macedonia,North Macedonia|Macedonian,Macedonians|Skopje|Ohrid
ML||Malian,Malians|Bamako|Timbuktu,Gao
MM|Burma|Burmese|Naypyidaw|Yangon,Rakhine,Mandalay,Naypyitaw,Rangoon,Sagaing,Myawaddy
MN||Mongolian,Mongolians,Mongol|Ulaanbaatar|Ulan Bator
MO|Macau,Macao|Macanese||
MR||Mauritanian,Mauritanians|Nouakchott|
MT||Maltese|Valletta|
MU||Mauritian,Mauritians|Port Louis|
MV||Maldivian,Maldivians|Male Maldives|
MW||Malawian,Malawians|Lilongwe|Blantyre
MX||Mexican,Mexicans|Mexico City|Tijuana,Guadalajara,Monterrey Mexico,Cancun,Acapulco,Ciudad Juarez,Sinaloa,Oaxaca,Chiapas,Jalisco,Michoacan,Guerrero,Yucatan,Culiacan,Sonora,Veracruz,Tamaulipas,Puebla,Baja California,Tulum
MY||Malaysian,Malaysians|Kuala Lumpur|Penang,Johor,Sabah,Sarawak,Putrajaya,Selangor,Perak,Kelantan,Terengganu
MZ||Mozambican,Mozambicans|Maputo|Cabo Delgado,Beira
NA||Namibian,Namibians|Windhoek|Swakopmund,Walvis Bay
NC||||Noumea
NE||Nigerien,Nigeriens|Niamey|Agadez
NG||Nigerian,Nigerians|Abuja|Lagos,Kano,Kaduna,Borno,Port Harcourt,Ibadan,Maiduguri,Enugu,Benin City,Zamfara,Katsina,Anambra,Ogun,Rivers State,Imo State,Plateau State,Edo State,Delta State,Benue,Osun,Oyo,Ekiti,Ondo,Kwara,Akwa Ibom,Bayelsa,Abia
NI||Nicaraguan,Nicaraguans|Managua|
NL|Holland|Dutch,Dutchman,Netherlander|Amsterdam|The Hague,Rotterdam,Utrecht,Eindhoven,Hague,Schiphol,Maastricht,Groningen,Zandvoort,Delft,Veldhoven
NO||Norwegian,Norwegians|Oslo|Bergen,Trondheim,Stavanger,Svalbard,Tromso,Lillehammer
NP||Nepali,Nepalese,Nepalis|Kathmandu|Everest,Mount Everest,Pokhara
NZ||New Zealander,New Zealanders,Kiwi,Kiwis|Wellington|Auckland,Christchurch,Dunedin,Queenstown,Rotorua,Hawke's Bay,Waikato,Aotearoa
OM||Omani,Omanis|Muscat|Salalah
PA||Panamanian,Panamanians|Panama City|Panama Canal,Darien Gap
PE||Peruvian,Peruvians|Lima|Cusco,Machu Picchu,Arequipa
PG||Papua New Guinean|Port Moresby|Bougainville
PH||Philippine,Filipino,Filipinos,Filipina|Manila|Mindanao,Cebu,Luzon,Davao,Palawan,Quezon City,Subic Bay,Scarborough Shoal,Second Thomas Shoal,Boracay
PK||Pakistani,Pakistanis|Islamabad|Karachi,Lahore,Peshawar,Balochistan,Quetta,Rawalpindi,Khyber Pakhtunkhwa,Sindh,Gwadar,Multan,Abbottabad
PL||Polish,Pole,Poles|Warsaw|Krakow,Gdansk,Wroclaw,Poznan,Lublin,Rzeszow,Katowice,Silesia,Auschwitz,Lodz,Przewodow
PR||Puerto Rican,Puerto Ricans|San Juan|Ponce
PS|Palestine,Gaza,Gaza Strip,West Bank,State of Palestine,Palestinian Authority,Palestinian territories|Palestinian,Palestinians,Gazan,Gazans|Ramallah|Gaza City,Rafah,Khan Younis,Khan Yunis,Jenin,Nablus,Hebron,Bethlehem,Jabalia,Deir al-Balah,Beit Lahiya,Tulkarm
PT||Portuguese|Lisbon|Porto,Madeira,Azores,Algarve,Faro,Fatima,Braga
PY||Paraguayan,Paraguayans|Asuncion|
QA||Qatari,Qataris|Doha|Lusail
RO||Romanian,Romanians|Bucharest|Cluj,Constanta,Timisoara,Transylvania,Iasi
RS||Serbian,Serbians,Serb,Serbs|Belgrade|Novi Sad,Nis,Vojvodina
RU|Russian Federation|Russian,Russians|Moscow|Saint Petersburg,St. Petersburg,St Petersburg,Chechnya,Grozny,Dagestan,Tatarstan,Kazan,Siberia,Vladivostok,Kaliningrad,Kursk,Belgorod,Sochi,Novosibirsk,Yekaterinburg,Rostov,Rostov-on-Don,Volgograd,Bryansk,Murmansk,Bashkortostan,Ingushetia,Makhachkala,Samara,Omsk,Krasnodar,Voronezh,Chelyabinsk,Beslan,Saratov,Engels,Kuril Islands,Sakhalin,Kamchatka,Perm
RW||Rwandan,Rwandans|Kigali|
SA||Saudi,Saudis,Saudi Arabian|Riyadh|Jeddah,Mecca,Medina,Neom,Dhahran
SB||Solomon Islander|Honiara|
SC||Seychellois||
SD||Sudanese|Khartoum|Darfur,Port Sudan,Omdurman,El Fasher,El-Fasher
SE||Swedish,Swede,Swedes|Stockholm|Gothenburg,Malmo,Uppsala,Gotland,Skane,Kiruna,Lund,Orebro,Helsingborg
SG||Singaporean,Singaporeans||Sentosa
SI||Slovenian,Slovene,Slovenes,Slovenians|Ljubljana|Maribor
SK||Slovak,Slovakian,Slovaks|Bratislava|Kosice
SL||Sierra Leonean,Sierra Leoneans|Freetown|
SM||||
SN||Senegalese|Dakar|
SO||Somali,Somalis,Somalian|Mogadishu|Somaliland,Puntland,Hargeisa,Kismayo
SR||Surinamese|Paramaribo|
SS||South Sudanese|Juba|
ST||||
SV||Salvadoran,Salvadorans,Salvadorean|San Salvador|
SY||Syrian,Syrians|Damascus|Aleppo,Homs,Idlib,Raqqa,Palmyra,Deir ez-Zor,Latakia,Hama,Kobani,Tartus,Daraa
SZ|Eswatini,Swaziland|Swazi|Mbabane|
TD||Chadian,Chadians|N'Djamena|
TG||Togolese|Lome|
TH||Thai,Thais|Bangkok|Phuket,Chiang Mai,Pattaya,Koh Samui,Hua Hin
TJ||Tajik,Tajiks|Dushanbe|Khujand
TL|East Timor,Timor-Leste|East Timorese,Timorese|Dili|
TM||Turkmen|Ashgabat|Turkmenbashi
TN||Tunisian,Tunisians|Tunis|Sousse,Sfax
TO||Tongan,Tongans|Nuku'alofa|
TR|Turkey,Turkiye|Turkish,Turk,Turks|Ankara|Istanbul,Izmir,Antalya,Gaziantep,Diyarbakir,Bodrum,Adana,Bosphorus,Hatay,Bursa,Anatolia,Incirlik,Kahramanmaras,Konya,Trabzon
TT|Trinidad|Trinidadian|Port of Spain|Tobago
TW||Taiwanese|Taipei|Kaohsiung,Hualien,Hsinchu,Taichung,Tainan,Kinmen
TZ||Tanzanian,Tanzanians|Dodoma|Dar es Salaam,Zanzibar,Arusha,Kilimanjaro,Serengeti
UA||Ukrainian,Ukrainians|Kyiv|Kiev,Kharkiv,Odesa,Odessa,Lviv,Donetsk,Luhansk,Donbas,Donbass,Mariupol,Zaporizhzhia,Kherson,Crimea,Bakhmut,Dnipro,Chernobyl,Bucha,Sumy,Avdiivka,Pokrovsk,Kramatorsk,Sevastopol,Mykolaiv,Chernihiv,Poltava,Snake Island,Kryvyi Rih,Izium,Simferopol,Kerch,Azovstal,Maidan
UG||Ugandan,Ugandans|Kampala|Entebbe
US|USA,US,America,United States of America|American,Americans,African American,African Americans|Washington|
UY||Uruguayan,Uruguayans|Montevideo|Punta del Este
UZ||Uzbek,Uzbeks|Tashkent|Samarkand,Bukhara,Fergana
VA|Vatican,Vatican City,Holy See|||St. Peter's Square
VC|Saint Vincent and the Grenadines,St. Vincent and the Grenadines|||
VE||Venezuelan,Venezuelans|Caracas|Maracaibo
VI|US Virgin Islands|||
VN|Vietnam,Viet Nam|Vietnamese|Hanoi|Ho Chi Minh City,Saigon,Da Nang,Hue,Haiphong
VU|||Port Vila|
WS||Samoan,Samoans|Apia|
XK||Kosovar,Kosovars,Kosovan|Pristina|Mitrovica
YE||Yemeni,Yemenis,Yemenite|Sanaa|Hodeidah,Aden Yemen,Marib,Hodeida,Taiz
ZA||South African,South Africans|Pretoria|Johannesburg,Cape Town,Durban,Soweto,Gauteng,KwaZulu-Natal,Western Cape,Eastern Cape,Limpopo,Free State,Mpumalanga,Port Elizabeth,Gqeberha,Bloemfontein,Stellenbosch,Polokwane,Tshwane,Ekurhuleni,Sandton,Northern Cape,Robben Island
ZM||Zambian,Zambians|Lusaka|
ZW||Zimbabwean,Zimbabweans|Harare|Bulawayo
`;
