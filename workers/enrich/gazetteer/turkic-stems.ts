/** Turkish and Azerbaijani names: code|names and demonyms|capital|cities and metonyms. Folded without diacritics (ə stays). */
export const turkicStems = `
AE|bəə,birleşik arap emirlikleri,bae,birləşmiş ərəb əmirlikləri|abu dabi,əbu-dabi|dubai,dubay
AF|afganistan,əfqanıstan,afgan,əfqan|kabil,kabul|taliban
AL|arnavutluk,albaniya,arnavut,alban|tiran,tirana|
AM|ermenistan,ermənistan,ermeni,erməni|erivan,irəvan|gümrü,syunik
AR|arjantin,argentina|buenos aires|
AT|avusturya,avstriya|viyana,vyana|
AU|avustralya,avstraliya,avustralyalı,avstraliyalı|canberra,kanberra|sidney,melbourne,queensland,kvinslend,brisbane,perth
AZ|azerbaycan,azərbaycan,karabağ,qarabağ|bakü,bakı|gence,gəncə,naxçıvan,nahçıvan,şuşa,laçın,xankəndi,sumqayıt,milli məclis,ağdam,füzuli,lənkəran,mingəçevir
BA|bosna,bosniya|saraybosna,sarayevo|
BD|bangladeş,banqladeş|dakka,dəkkə|
BE|belçika,belçikalı|brüksel,brüssel|
BG|bulgaristan,bolqarıstan,bulgar,bolqar|sofya|
BR|brezilya,braziliya|brasilia|sao paulo,rio de janeiro
BY|belarus,beyaz rusya|minsk|
CA|kanada,kanadalı|ottawa,ottava|toronto,montreal,vancouver,quebec
CH|isviçre,isveçrə|bern|cenevre,cenevrə,zürih,sürix,davos,basel
CL|şili,çili|santiago,santyaqo|
CN|çin,çinli|pekin|şanghay,şanxay,wuhan,uhan,tibet,sincan,sincan uygur
CO|kolombiya,kolumbiya||
CU|küba,kuba|havana|guantanamo
CY|kıbrıs,kipr|lefkoşa,nikosiya|
CZ|çekya,çexiya,çek,çex|prag,praqa|
DE|almanya,alman,almaniya|berlin|münih,münhen,münxen,frankfurt,hamburg,köln,bundestag,bavyera,bavariya,dresden,leipzig,leypsiq
DK|danimarka,danimarkalı,danimarka|kopenhag,kopenhagen|
DZ|cezayir,əlcəzair||
EE|estonya,estoniya|tallin,tallinn|
EG|mısır,misir|kahire,qahirə|sina
ES|ispanya,ispan,ispaniya,ispanyol|madrid|barselona,barcelona,katalonya,kataloniya,valensiya,sevilla
ET|etiyopya,efiopiya|addis ababa,əddis-əbəbə|tigray
FI|finlandiya,fin||helsinki
FR|fransa,fransız|paris|marsilya,marsel,lyon,strazburg,strasburq,elize,yelisey
GB|ingiltere,ingiltərə,ingiliz,britanya,britaniya,birleşik krallık,birləşmiş krallıq,böyük britaniya,iskoçya,şotlandiya,galler,uels,kuzey irlanda,şimali irlandiya,iskoç,şotland,britanyalı,britaniyalı|londra,london|manchester,mançester,liverpool,liverpul,birmingham,birminqem,glasgow,qlazqo,edinburgh,edinburq,belfast,leeds,salisbury,solsberi,wembley,westminster,bbc
GE|gürcistan,gürcü|tiflis,tbilisi|batum,batumi,abhazya,abxaziya
GL|grönland,qrenlandiya||
GR|yunanistan,yunan,yunanıstan|atina,afina|selanik,saloniki
HK|hong kong,honq konq,honkonq||
HR|hırvatistan,xorvatiya,hırvat,xorvat|zagreb,zaqreb|
HT|haiti||
HU|macaristan,macar,macarıstan|budapeşte,budapeşt|
ID|endonezya,indoneziya,endonezyalı,indoneziyalı|cakarta|bali,sulawesi,sulavesi,lombok,palu
IE|irlanda,irlandiya,irlandalı|dublin|
IL|israil,israilli|kudüs,qüds,tel aviv,təl-əviv|knesset,mossad
IN|hindistan,hintli,hindistanlı|yeni delhi,delhi,dehli|mumbai,keşmir,kəşmir
IQ|irak,iraq|bağdat,bağdad|musul,mosul,basra,bəsrə,erbil,ərbil,kerkük,kərkük
IR|iran,iranlı|tahran,tehran|tebriz,təbriz,isfahan
IS|izlanda,islandiya|reykjavik|
IT|italya,italiya,italyan|roma|milano,milan,napoli,venedik,venesiya,torino,floransa,cenova,sicilya,siciliya
JO|ürdün,iordaniya|amman|
JP|japonya,yaponiya,japon,yapon|tokyo,tokio|osaka,kyoto,hiroşima,fukuşima
KE|kenya,keniya|nairobi|
KG|kırgızistan,qırğızıstan,kırgız,qırğız|bişkek|
KH|kamboçya,kamboca||
KP|kuzey kore,şimali koreya,kuzey koreli,kxdr|pyongyang,pxenyan|
KR|güney kore,cənubi koreya,güney koreli|seul|busan,pusan
KW|kuveyt,küveyt||
KZ|kazakistan,qazaxıstan,kazak,qazax|astana,nur-sultan|almatı,almaata
LB|lübnan,livan|beyrut|hizbullah
LT|litvanya,litva|vilnius,vilnüs|
LV|letonya,latviya|riga,riqa|
LY|libya,liviya|trablus,tripoli|bingazi
MA|fas,mərakeş||kazablanka
MD|moldova|kişinev|
MK|makedonya,makedoniya|üsküp,skopye|
MM|myanmar,myanma|naypyidaw|yangon,arakan,rakhine
MN|moğolistan,monqolustan|ulan batur,ulan-bator|
MX|meksika,meksikalı|mexico city,mexiko|tijuana
MY|malezya,malayziya|kuala lumpur|
NG|nijerya,nigeriya|abuja|lagos
NL|hollanda,niderland,hollandalı|amsterdam|lahey,haaqa,rotterdam
NO|norveç,norveçli|oslo|
NP|nepal|katmandu|everest
NZ|yeni zelanda,yeni zelandiya|wellington|auckland
PA|panama||
PE|peru||
PH|filipinler,filippin,filipin|manila|
PK|pakistan,pakistanlı|islamabad,islamabat|karaçi,lahor
PL|polonya,polşa,polonyalı|varşova|krakov
PS|filistin,fələstin,filistinli|ramallah|gazze,qəzza,hamas,həmas
PT|portekiz,portuqaliya|lizbon,lissabon|
QA|katar,qətər|doha|
RO|romanya,rumıniya|bükreş,buxarest|
RS|sırbistan,serbiya,sırp,serb|belgrad,belqrad|
RU|rusya,rusiya,rus,rusiyalı|moskova,moskva|kremlin,kreml,sankt-peterburq,st petersburg,çeçenistan,çeçenistan,sibirya,sibir,kazan,soçi,duma,dağıstan,tataristan
SA|suudi arabistan,səudiyyə ərəbistanı,suudi,səudiyyə|riyad,ər-riyad|cidde,ciddə,mekke,məkkə
SD|sudan|hartum|
SE|isveç,isveçli|stockholm,stokholm|göteborg
SG|singapur,sinqapur||
SK|slovakya,slovakiya|bratislava|
SI|slovenya,sloveniya||
SO|somali|mogadişu,moqadişo|
SY|suriye,suriya,suriyeli|şam,dəməşq|halep,hələb,idlib,rakka,humus
TH|tayland,tailand|bangkok,banqkok|
TJ|tacikistan||
TM|türkmenistan,türkmənistan||
TN|tunus,tunis||
TR|türkiye,türkiyə,türk|ankara|istanbul,izmir,antalya,diyarbakır,gaziantep,hatay,bursa,adana,tbmm,yargıtay,danıştay,konya,trabzon,mersin,samsun,kayseri,eskişehir,sakarya,akp,chp,mhp,kadıköy,beşiktaş
TW|tayvan|taypey,taipei|
UA|ukrayna,ukraynalı|kiev,kiyev|kırım,krım,odessa,harkiv,xarkov,donetsk,luqansk,lugansk,donbas,mariupol,herson
US|abd,abş,amerika,amerikalı,amerikan,amerika birləşmiş ştatları,birləşmiş ştatlar,amerika birleşik devletleri|washington,vaşinqton|new york,nyu york,nyu-york,california,kaliforniya,kaliforniya,texas,teksas,florida,chicago,çikaqo,los angeles,los anceles,san francisco,san fransisko,pentagon,pentaqon,beyaz saray,ağ ev,ağ evin,fbi,cia,fbr,nasa,boston,alaska,ohio,ohayo,michigan,miçiqan,hollywood,hollivud,kongre,arizona,virginia,pennsylvania,massachusetts,silicon valley,seattle,dallas,miami,detroit,philadelphia,manhattan,brooklyn,nevada,georgia,alabama,wall street,virciniya,virginiya,missisipi,montana,karolina,nyu cersi,nyu-cersi,pensilvaniya,pensilvanya,indiana,minnesota,missuri,missouri,tennessi,tennessee,kentukki,kentucky,oklahoma,kolorado,colorado,oreqon,oregon,viskonsin,wisconsin,luiziana,louisiana,arkanzas,ayova,iowa,meyn,mayami,atlanta,hyuston,houston,dallas,sietl,filadelfiya,detroyt,denver,bruklin,manhetten,massaçusets,las veqas,las vegas,havay,hawaii,vol strit,hollivud,arizona,nebraska,kanzas,yuta,utah,merilend,maryland,konqres,cumhuriyetçi,respublikaçı,demokrat parti
UZ|özbekistan,özbəkistan|taşkent,daşkənd|
VA|vatikan||
VE|venezuela,venesuela|caracas,karakas|
VN|vietnam,vyetnam|hanoi|
XK|kosova,kosovo|priştine|
YE|yemen,yəmən|sana,səna|husi,husiler
ZA|güney afrika,cənubi afrika,cənubi afrika respublikası|pretoria|johannesburg,yohannesburq,cape town,keyptaun
ZW|zimbabve,zimbabwe||
`;

const plural = '(?:l[aəe]r)?';
const derived = '(?:l[iıuü]|s[iıuü]z)?';
const possessive = '(?:[iıuü]m[iıuü]z|[iıuü]m|[iıuü]n[iıuü]z|s?[iıuü]n?|y)?';
const caseEnding =
  '(?:n?[iıuü]n|y?[aəe]|n[aəe]|y?[iıuü]|n[iıuü]|n?d[aəe]n?|n?t[aəe]n?|yl[aəe]|l[aəe]|d[aəe]k[iı]|d[iıuü]r|dək[iı]l[əe]r|k[iı])?';

/** What may follow a Turkish or Azerbaijani name (plural, possessive, case), diacritics folded or not. */
export const turkicEndings = new RegExp(
  `^${derived}${plural}${derived}${possessive}${caseEnding}(?:d[iıuü]r|k[iı])?$`,
  'u',
);
