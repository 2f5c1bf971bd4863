import { foldWord } from '../text/fold.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldWord));

/** Words of offices and titles: they stand before a name and belong to no name. Folded. */
export const roleWords = set(`
president vice premier prime minister ministers secretary deputy foreign defense defence finance interior justice attorney general chancellor chief
senator sen rep reps representative congressman congresswoman congressmember governor gov lt lieutenant mayor councillor councilman councilwoman councilmember
ambassador envoy spokesman spokeswoman spokesperson spokesman commissioner director executive chairman chairwoman chair chairperson speaker leader
king queen prince princess pope archbishop bishop cardinal patriarch imam ayatollah sheikh sultan emir rabbi reverend rev pastor father sister saint
judge justice magistrate prosecutor sheriff officer detective sergeant sgt corporal private captain capt colonel col major maj admiral adm gen brigadier commander constable inspector superintendent
datuk dato seri sri tan tun haji shri smt comrade cde
mr mrs ms miss dr doctor prof professor sir dame lord lady baron baroness madam madame hon honorable
coach manager quarterback striker midfielder defender goalkeeper pitcher forward guard skipper referee actor actress singer rapper author writer journalist reporter correspondent
analyst economist lawyer attorney founder co-founder cofounder ceo cfo coo cto editor producer principal superintendent trustee treasurer candidate nominee
state treasury home commerce labor labour education health energy transportation homeland security affairs staff national senior former acting interim outgoing incoming
republican democrat democratic conservative liberal tory lib dem independent opposition lawmaker legislator mp msp mep td delegate
engineer farmer teacher pilot fisherman nurse surgeon architect designer student owner resident driver rescuer forester conservationist explorer mountaineer biologist historian curator sociologist geologist archaeologist virologist epidemiologist climatologist botanist zoologist meteorologist physicist chemist mathematician astronomer linguist anthropologist psychologist journalist activist blogger human rights defender dissident oligarch businessman tycoon billionaire marshal agent coordinator counsel counselor counsellor adviser advisor aide
first second third lead head assistant associate special under undersecretary of-state president-elect
bundeskanzler bundeskanzlerin kanzler kanzlerin prasident prasidentin bundesprasident ministerprasident ministerprasidentin minister ministerin außenminister aussenminister
aussenministerin innenminister innenministerin innensenator finanzminister verteidigungsminister verteidigungsministerin justizminister gesundheitsminister oberburgermeister burgermeister burgermeisterin
trainer sprecher sprecherin vorsitzender vorsitzende chef chefin parteichef us-prasident herr frau doktor konig konigin papst kardinal regisseur schauspieler schauspielerin sanger sangerin abgeordneter
cumhurbaskani basbakan bakan bakani baskan baskani milletvekili genel sekreter sozcu sozcusu bey hanim disisleri
bayan bay cənab xanım yardımcısı vali hakim şansölyesi kansleri yüksek müavini məhkəmə komitəsi sayın hoca
herrn frau experte expertin autor autorin landeschef parteifreund korrespondent kollege bruder sohn tochter arzt ärztin
prezidenti bas naziri nazir nazirin xarici isler səfir səfiri deputat jurnalist sədri müavini prezident
sör lord prens kraliçe kral profesör doktor avukat yargıç savcı albay general amiral yüzbaşı teğmen oyuncu şarkıcı yönetmen yazar gazeteci muhabir analist sözcü temsilci vekil senatör vali belediye kongre teknik direktör menajer kaptan forvet kaleci antrenör müdür yönetici patron lider eş oğul kız kardeş anne baba şerif dedektif papa başpiskopos
cənab xanım doktor professor vəkil hakim prokuror general polkovnik kapitan aktyor aktrisa müğənni rejissor yazıçı müxbir analitik sözçü nümayəndə senator qubernator konqresmen məşqçi menecer qapıçı hücumçu müdafiəçi direktor rəhbər lider həyat yoldaşı oğlu qızı qardaşı bacısı anası atası şerif detektiv papa kral kraliça şahzadə baş nazir müavin
г-н г-жа господин госпожа доктор профессор академик адвокат прокурор судья следователь полковник майор капитан лейтенант адмирал маршал актёр актриса певец певица режиссёр писатель журналист корреспондент поэт художник композитор аналитик эксперт лидер основатель владелец бизнесмен миллиардер депутат конгрессмен тренер нападающий защитник вратарь форвард хавбек боксёр теннисист чемпион гендиректор пресс-секретарь советник помощник заместитель вице-президент экс-президент экс-министр сын дочь брат сестра отец мать муж жена вдова учёный историк политолог социолог физик космонавт астронавт активист оппозиционер архиепископ митрополит император царь шейх аятолла сэр лорд леди
президент премьер премьер-министр министр глава председатель директор генерал депутат сенатор спикер губернатор мэр посол пресс-секретарь канцлер король королева принц папа патриарх
`);

/** Endings and heads of organisations, places, laws, ships, works: a name beside one of these is no person. Folded. */
export const bodyWords = set(`
university college school academy institute hospital clinic church cathedral mosque synagogue airport station street road avenue boulevard square park bridge tower building house hall center centre stadium arena
court ministry department agency bureau office committee commission council parliament congress senate assembly party union league association federation foundation trust fund bank group company corp corporation inc ltd llc plc gmbh ag sa co
times post news journal herald tribune gazette star magazine press media radio tv television channel network review daily weekly club united city town fc county district province region island islands river lake mount mountain mountains sea ocean bay gulf valley beach
prize award awards cup championship championships open games olympics series season act law bill treaty agreement accord plan project program programme initiative festival museum gallery theater theatre library hotel resort restaurant cafe store stores shop market mall
army navy force forces guard police brigade regiment battalion corps ship uss hms airlines airways motors systems technologies technology labs pharma energy oil gas partners capital holdings ventures investments securities management
day week month year war revolution summit conference forum festival administration government campaign movement front alliance coalition organization organisation society service services board authority unit team
airlines cathedral cemetery memorial monument stadium speedway raceway ballpark line railway railroad highway interstate route pass creek canyon falls springs heights hills grove village township borough parish
universitat straße strasse platz verein verlag stiftung zeitung amt partei bundesliga universitesi havalimani stadyumu belediyesi partisi caddesi universiteti rayonu prospekti fondu
komite kurul mahkeme lig bölge kasırga üniversite bakanlık parti dernek vakıf federasyon birlik şirket banka hastane okul lise kolej havaalanı köprü cadde sokak meydan kule saray müze kilise cami stadyum park kupa ödül şampiyona festival gazete dergi ajans kanal senato meclis parlamento kongre konsey ordu kuvvet kuvvetler polis emniyet savcılık belediye valilik ilçe eyalet şehir göl nehir deniz körfez krallık cumhuriyet devlet hükümet anlaşma fırtına takım grup merkez
komitə şura məhkəmə liqa rayon universitet nazirlik partiya cəmiyyət fond federasiya birlik şirkət bank xəstəxana məktəb lisey körpü küçə meydan saray muzey kilsə məscid stadion kubok mükafat çempionat festival qəzet jurnal agentlik kanal senat məclis parlament konqres ordu qüvvə qüvvələr polis prokurorluq bələdiyyə ştat şəhər dəniz körfəz krallıq respublika dövlət hökumət klub dairə qrup mərkəz qasırğa
университет институт академия школа больница церковь собор аэропорт вокзал улица площадь проспект мост башня дворец театр музей стадион парк кубок премия чемпионат лига фестиваль газета журнал агентство канал сенат парламент конгресс совет комитет комиссия суд министерство партия союз федерация фонд банк компания корпорация группа армия флот полиция прокуратура область район город край республика королевство остров река озеро море океан залив гора ураган закон доктрина клуб центр управление служба
universität schule klinik kirche flughafen bahnhof brücke turm schloss museum theater stadion pokal preis meisterschaft liga zeitung sender senat bundestag landtag parlament rat ausschuss kommission gericht ministerium verband bund fonds konzern gruppe armee polizei kreis stadt land insel fluss see meer
syndrome disease virus variant hurricane storm tropical cyclone typhoon doctrine theorem
`);

/** Words that are capitalised at a sentence's start or in titles and are never part of a name. Folded. */
export const functionWords = set(`
the a an and or but if in on at by for from to of with without within into onto upon over under after before during since until while when where why how who whom whose which what that this these those there here
i we you he she it they them his her its our your their my me us him as is are was were be been being am do does did has have had will would can could should may might must shall not no nor yes so than then too very just also only even still yet
all any both each few more most other some such same own one two three four five six seven eight nine ten first last new old next another many much every about against between through across behind beyond near off out up down again
according meanwhile however although though because despite once like unlike per via amid among said says say told asked added speaking today yesterday tomorrow now never always often sometimes maybe perhaps well let get got make made take
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
asia asian asians africa african africans europe european europeans pacific atlantic arctic baltic balkan balkans caucasus mediterranean caribbean arab arabs islamic muslim muslims christian christians jewish jews catholic southeast southwest northeast northwest indo anglo latin nordic scandinavian kurdish kurds
north south east west northern southern eastern western central upper lower great greater
der die das den dem des ein eine einer eines einem einen und oder aber wenn im am an auf aus bei mit nach von vor zu zum zur über unter durch für gegen ohne um seit bis als wie auch nur noch schon nicht kein keine ist sind war waren wird werden hat haben er sie es wir ihr ich
dabei doch dann dort hier jetzt heute gestern morgen alle viele mehr man sich sein seine ihre unser diese dieser dieses diesem so da was wer wo warum nun montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember
le la les un une des du et ou mais dans sur avec pour par ce cette ces il elle ils elles nous vous je qui que el los las una unos y o pero en con por para del al se su sus es no lo il gli i di da nel nella della dei che è um uma os as em na no ao
lakin yəni əksinə bax həmçinin bundan bununla onun onlar onların biz mən sizin bizim artıq hətta əgər yalnız digər bütün heç indi sonra bəzi belə həmin özü öz niyə necə nə vaxt harada çünki beləliklə buna görə bunun burada orada dünən bugün sabah bazar ertəsi çərşənbə axşamı cümə şənbə yanvar fevral mart aprel iyun iyul avqust sentyabr oktyabr noyabr dekabr
fakat kendini kendi ayrıca üstelik böylece bunun buna bunlar onlar onun onu ona biz bizim siz sizin ben benim sen eğer hatta artık yalnızca sadece diğer bütün tüm hiç şimdi neden nasıl nerede burada orada dün bugün yarın pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık kadın adam ünlü
bir ve ile bu şu o da de için gibi ama ancak çok daha en her ne ki mi olarak olan sonra önce kadar göre dolayı var yok bəs və ilə üçün kimi ancaq daha hər nə ki isə sonra əvvəl qədər görə
и в во на с со к ко по из за от до у о об не но а что как это он она они мы вы я его её их так же если или для при то уже был была было были бы все всё этот эта эти тот та те там здесь когда где кто чем после перед между через под над без также только однако кроме более менее сегодня вчера
`);

/** Name particles: they stand in lower case inside a name, or begin a surname. Folded. */
export const particles = set(
  'van von der den de da di du dos das del della la le bin ibn al el ul ben abu zu zur ter ten af av y e i san st mac ap',
);

/** Words after which, or before which, a lone capitalised word is a person who speaks or acts. Folded. */
export const speechVerbs = set(`
said says told added tweeted wrote argued explained noted replied testified insisted recalled admitted joked declared
sagte sagt erklärte betonte meinte teilte kündigte dedi söyledi konuştu açıkladı bildirdi dedi deyib bildirib söyləyib qeyd
сказал сказала заявил заявила отметил отметила сообщил сообщила добавил добавила подчеркнул рассказал рассказала пояснил
`);

/** Titles that are followed by a surname: enough evidence for a lone surname. Folded. */
export const surnameTitles = set(`
prince princess king queen pope sultan sheikh
mr mrs ms miss dr prof professor sir lord lady president chancellor senator sen rep gov governor mayor judge justice sheriff secretary minister premier coach pope officer sgt capt captain gen general col pastor rev congressman congresswoman
herr frau kanzler kanzlerin bundeskanzler bundeskanzlerin präsident prasident us-präsident ministerpräsident trainer
prezident prezidenti cumhurbaşkanı cumhurbaskani bakan bakanı
президент президента президенту президентом премьер премьер-министр министр г-н господин
`);

const turkicWords = set(`
mənə ben sen milli ali dünya doğu batı kuzey güney şərqi qərbi şimali cənubi son yeni büyük böyük eylül ekim kasım aralık ocak şubat mart nisan mayıs haziran temmuz ağustos
`);

/** Further function words that are names in other languages (Ben, Ali, Art). Folded. */
export const functionWordsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  de: set(
    `für dies name art lang ob obwohl statt trotz wegen während zwischen laut sowie denn damit weil dass zwei drei vier millionen milliarden euro menschen herr`,
  ),
  tr: turkicWords,
  az: turkicWords,
};
