import { candidateCountries, findCountries } from '../../../../workers/enrich/countries/find-countries.ts';
import { gazetteerFor } from '../../../../workers/enrich/gazetteer/gazetteer.ts';
import { tokenize } from '../../../../workers/enrich/text/tokenize.ts';

const codes = (text: string, language: string, people: readonly string[] = []): string[] => {
  const spans = people.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  return findCountries(text, tokenize(text), language, spans)
    .map(({ code }) => code)
    .sort();
};

describe('a name that means more than one place', () => {
  it.each([
    ['Polls closed in Atlanta, Georgia, before the count in the rest of the United States began.', ['US']],
    ['Georgia and Armenia reopened the road from Tbilisi to Yerevan.', ['AM', 'GE']],
    ['Georgia will send troops, its government in Tbilisi said.', ['GE']],
    ['Jordan closed its border with Syria after the talks in Amman.', ['JO', 'SY']],
    ['Chad recalled its envoy from Khartoum, the capital of Sudan.', ['SD', 'TD']],
    ['Washington said it would answer the letter from Moscow.', ['RU', 'US']],
    ['Fighting in the Democratic Republic of the Congo forced families to flee to Rwanda.', ['CD', 'RW']],
    ['The Republic of the Congo, whose capital is Brazzaville, votes in March.', ['CG']],
    ['Ministers of Guinea-Bissau and Equatorial Guinea met in Malabo.', ['GQ', 'GW']],
    ['The junta in Conakry said Guinea would hold elections.', ['GN']],
    ['Miners in Papua New Guinea went on strike.', ['PG']],
    ['South Korea sent a protest to North Korea.', ['KP', 'KR']],
    ['Northern Ireland and Ireland share a grid.', ['GB', 'IE']],
    ['Turkey, also written Türkiye, invited the ministers to Ankara.', ['TR']],
    ['Niger closed its embassy in Nigeria.', ['NE', 'NG']],
    ['The clinic in East London, South Africa, opened in May.', ['ZA']],
    ['Firefighters in New Mexico asked neighbouring Arizona for help.', ['US']],
    ['A tornado tore roofs off houses in Lebanon, Tennessee.', ['US']],
    ['A plant in Cuba, Missouri, is to close.', ['US']],
    ['The parade in Peru, Indiana, was called off.', ['US']],
    ['Dominica thanked the Dominican Republic for the aid.', ['DM', 'DO']],
    ['South Sudan accused Sudan of shelling a village.', ['SD', 'SS']],
    ['Samoa reported measles; American Samoa closed its schools.', ['AS', 'WS']],
    ['The storm passed the British Virgin Islands and then the U.S. Virgin Islands.', ['VG', 'VI']],
    ['The Federated States of Micronesia signed the treaty.', ['FM']],
    ['Mali and Togo sent observers to Benin.', ['BJ', 'ML', 'TG']],
    ['Police in Luxembourg City closed two streets.', ['LU']],
    ['Ships wait for weeks at the Panama Canal.', ['PA']],
    ['The mayor of London, Ontario, resigned.', ['CA']],
  ])('%s', (text, expected) => {
    expect(codes(text, 'en')).toEqual(expected);
  });
});

describe('words that hold a country and name none', () => {
  it.each([
    ['The children keep a Guinea pig and feed it French fries and Brazil nuts.'],
    ['Grandmother carved the turkey and passed the Turkish delight.'],
    ['He behaved like a bull in a China shop.'],
    ['The European Union, NATO and ASEAN issued a statement.'],
    ['She teaches the English language.'],
    ['The Indo-Pacific strategy was mentioned twice.'],
    ['Players from the Soviet Union and Yugoslavia were remembered.'],
  ])('%s', (text) => {
    expect(codes(text, 'en')).toEqual([]);
  });

  it('a person called like a country is none', () => {
    expect(codes('Maria Jordan and Tom Chad opened the shop.', 'en', ['Maria Jordan', 'Tom Chad'])).toEqual([]);
  });

  it('an American is no American Samoan', () => {
    expect(codes('An American won the race.', 'en')).toEqual(['US']);
  });
});

describe('inflected names', () => {
  it.each([
    ['ru', 'Министры Грузии и Азербайджана встретились в Анкаре.', ['AZ', 'GE', 'TR']],
    ['ru', 'Польская делегация вылетела из Варшавы в Вильнюс.', ['LT', 'PL']],
    ['ru', 'Переговоры между Южной Кореей и Северной Кореей отложены.', ['KP', 'KR']],
    ['ru', 'Кенийские бегуны победили эфиопских.', ['ET', 'KE']],
    ['ru', 'Новозеландский премьер прилетел в Канберру.', ['AU', 'NZ']],
    ['ru', 'Он пишет на английском, немецком и французском языках.', []],
    ['ru', 'Жители Объединённых Арабских Эмиратов и Саудовской Аравии голосовали.', ['AE', 'SA']],
    ['az', 'Nazir Gürcüstandan Özbəkistana uçdu.', ['GE', 'UZ']],
    ['az', 'Almaniyanın səfiri Polşadakı həmkarı ilə görüşdü.', ['DE', 'PL']],
    ['az', 'Fransalı həkimlər Ukraynaya yardım apardılar.', ['FR', 'UA']],
    ['tr', "Bakan Yunanistan'dan Bulgaristan'a geçti.", ['BG', 'GR']],
    ['tr', "Mısırlı gazeteciler Kahire'deki mahkemeyi izledi.", ['EG']],
    ['tr', "Japonya'nın büyükelçisi Güney Kore'ye gitti.", ['JP', 'KR']],
    ['de', 'Der polnische Außenminister reiste nach Prag.', ['CZ', 'PL']],
    ['de', 'Die Türkei-Wahl und der US-Präsident beherrschten die Sitzung.', ['TR', 'US']],
    ['de', 'Seit Beginn des Ukrainekriegs stieg der Preis.', ['UA']],
    ['de', 'Norwegische und schwedische Fischer klagten.', ['NO', 'SE']],
    ['pl', 'Minister poleciał do Francji, a potem do Hiszpanii.', ['ES', 'FR']],
    ['uk', 'Міністр прибув до Варшави та зустрівся з послом Німеччини.', ['DE', 'PL']],
    ['cs', 'Ministr odletěl do Německa a Rakouska.', ['AT', 'DE']],
    ['ru', 'Жители Гренландии и Фарерских островов проголосовали.', ['FO', 'GL']],
    ['ru', 'Чехи и поляки спорят о шахте, немцы наблюдают.', ['CZ', 'DE', 'PL']],
    ['ru', 'Турецко-сирийские переговоры прошли в Анталье.', ['SY', 'TR']],
    ['ru', 'Того, а также Бенин и Гана закрыли границы.', ['BJ', 'GH', 'TG']],
    ['ru', 'Зимбабвийский суд оправдал британского журналиста.', ['GB', 'ZW']],
    ['ru', 'Посол Кот-д’Ивуара приехал в Аддис-Абебу, столицу Эфиопии.', ['CI', 'ET']],
    ['ru', 'Пророссийский митинг разогнали.', ['RU']],
    ['ru', 'Для того чтобы вырастить перу, нужен сад.', []],
    ['az', 'İsveçrəlilər Davosda toplaşdı, isveçlilər isə Stokholmda qaldı.', ['CH', 'SE']],
    ['az', 'Avstriyalılar və macarlar yeni körpü tikir.', ['AT', 'HU']],
    ['az', 'Yunanıstanın Saloniki limanında türk gəmisi yanıb.', ['GR', 'TR']],
    ['az', 'Vyetnamın xarici işlər naziri Tailanda səfər edəcək.', ['TH', 'VN']],
    ['az', 'Yeni qatar həftədə üç dəfə hərəkət edəcək.', []],
    ['tr', 'Hollandalı çiftçiler Lahey’de yol kapattı; Belçikalılar destek verdi.', ['BE', 'NL']],
    ['tr', 'Litvanyalılar, Letonyalılar ve Estonyalılar şebekeyi ayırdı.', ['EE', 'LT', 'LV']],
    ['tr', 'Kolombiyalı gerillalar Bogota yakınlarında silah bıraktı.', ['CO']],
    ['tr', 'Öğrenciler İngilizce ve Almanca öğreniyor.', []],
    ['de', 'Kongolesische Soldaten flohen nach Ruanda und Burundi.', ['BI', 'CD', 'RW']],
    ['de', 'Die Nigerianerin gewann in Kapstadt vor einer Kenianerin.', ['KE', 'NG', 'ZA']],
    ['de', 'Das Treffen fand in der Mitte der Woche statt, die Lage ist ernst.', []],
    ['de', 'Der Zug nach Norden hatte Waren für den Konzern geladen.', []],
    ['de', 'Prorussische Händler wurden verhaftet.', ['RU']],
    ['pl', 'Słowacki premier rozmawiał z niemieckimi ministrami.', ['DE', 'SK']],
    ['cs', 'Polští hasiči pomáhají Slovákům a Maďarům.', ['HU', 'PL', 'SK']],
    ['uk', 'Угорські та словацькі міністри поїхали до Праги.', ['CZ', 'HU', 'SK']],
    ['fi', 'Ministeri matkusti Ruotsista Norjaan.', ['NO', 'SE']],
    ['hu', 'A miniszter Ausztriából Romániába utazott.', ['AT', 'RO']],
  ])('%s: %s', (language, text, expected) => {
    expect(codes(text, language)).toEqual(expected);
  });
});

describe('other languages', () => {
  it.each([
    ['fr', 'Le président brésilien est arrivé en Allemagne.', ['BR', 'DE']],
    ['es', 'La ministra japonesa viajó a Egipto y a Marruecos.', ['EG', 'JP', 'MA']],
    ['it', 'Il governo tedesco ha scritto alla Svizzera.', ['CH', 'DE']],
    ['pt', 'O ministro argentino voou para Portugal.', ['AR', 'PT']],
    ['nl', 'De minister vloog van Duitsland naar Spanje.', ['DE', 'ES']],
    ['sv', 'Den norska regeringen svarade Finland.', ['FI', 'NO']],
    ['ar', 'وصل الوزير إلى العراق قادما من تركيا', ['IQ', 'TR']],
    ['he', 'השר טס מגרמניה לצרפת', ['DE', 'FR']],
    ['fa', 'وزیر از آلمان به ژاپن رفت', ['DE', 'JP']],
    ['zh', '部长从德国飞往埃及。', ['DE', 'EG']],
    ['ja', '大臣はドイツからエジプトへ向かった。', ['DE', 'EG']],
    ['ko', '장관은 독일에서 이집트로 갔다.', ['DE', 'EG']],
    ['el', 'Ο υπουργός ταξίδεψε από τη Γερμανία στην Ιταλία.', ['DE', 'IT']],
    ['ka', 'მინისტრი გერმანიიდან საფრანგეთში გაემგზავრა.', ['DE', 'FR']],
    ['hi', 'मंत्री जर्मनी से जापान गए।', ['DE', 'JP']],
    ['id', 'Menteri itu terbang dari Jerman ke Jepang.', ['DE', 'JP']],
    ['vi', 'Bộ trưởng bay từ Đức sang Nhật Bản.', ['DE', 'JP']],
  ])('%s: %s', (language, text, expected) => {
    expect(codes(text, language)).toEqual(expected);
  });
});

describe('the evidence of a tag', () => {
  const hows = (text: string): string[] =>
    findCountries(text, tokenize(text), 'en', []).flatMap(({ mentions }) =>
      mentions.map(({ how, text: name }) => `${name}: ${how}`),
    );

  it('says of each mention what it is', () => {
    expect(
      hows(
        'The Kremlin and Downing Street sent notes to Polish police in Warsaw, and from there to Yokohama, Bavaria and Chile.',
      ),
    ).toEqual([
      'Kremlin: metonym',
      'Downing Street: metonym',
      'Polish: demonym',
      'Warsaw: capital',
      'Yokohama: city',
      'Bavaria: region',
      'Chile: name',
    ]);
  });

  it('of a parliament says so', () => {
    expect(hows('Israel’s Knesset passed the budget, and the Knesset went home.')).toEqual([
      'Israel: name',
      'Knesset: institution',
      'Knesset: institution',
    ]);
  });

  it('stands in the text where it says', () => {
    const text = 'Norway’s ministers met in Oslo.';
    for (const { mentions } of findCountries(text, tokenize(text), 'en', []))
      for (const { start, end, text: name } of mentions) expect(text.slice(start, end)).toBe(name);
  });

  it('is surer of a country named twice than of a town named once', () => {
    const text = 'Chile and Chilean miners; a man from Reading spoke.';
    const found = findCountries(text, tokenize(text), 'en', []);
    const chile = found.find(({ code }) => code === 'CL');
    expect(chile?.confidence).toBeGreaterThan(0.9);
    expect(found.every(({ confidence }) => confidence <= (chile?.confidence ?? 0))).toBe(true);
  });
});

it('every country of ISO 3166-1 that CLDR names has its English name', () => {
  const display = new Intl.DisplayNames(['en'], { type: 'region' });
  const named = new Set([...gazetteerFor('en').phrases.values()].flatMap(({ codes: all }) => all));
  for (const code of 'AD AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  ))
    expect([code, display.of(code), named.has(code)]).toEqual([code, display.of(code), true]);
});

it('a long run of one letter or of capitals takes no time', () => {
  for (const text of ['a'.repeat(200_000), 'Georgia '.repeat(20_000), 'Южная '.repeat(20_000)]) {
    const start = process.cpuUsage();
    candidateCountries(text, tokenize(text), 'ru', []);
    expect(process.cpuUsage(start).user).toBeLessThan(3e6);
  }
});
